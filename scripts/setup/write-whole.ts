// Writes a file under a temporary name and renames it: the old file stays until the new one is complete.
import { access, chmod, constants, lstat, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { explainFile } from './unusable.ts';

type Content = string | Iterable<string> | AsyncIterable<string>;

/** An iterable is written piece by piece. */
export async function writeWhole(file: string, content: Content): Promise<void> {
  try {
    const place = await findPlace(file);
    if (place === null) await writeFile(file, content);
    else await replace(place, content);
  } catch (cause) {
    throw explainFile(cause, { file, access: 'write' });
  }
}

/** `mode`: the permissions of the existing file. */
type Place = { readonly name: string; readonly mode: number | null };

/**
 * Null for files that cannot be replaced and are written directly: special files such as /dev/stdout, dangling links, and files
 * in a folder that is not writable.
 */
async function findPlace(file: string): Promise<Place | null> {
  if (!(await succeeds(lstat(file)))) return { name: file, mode: null };
  const name = await realpath(file).catch(() => null);
  if (name === null) return null;
  const found = await stat(name);
  const takesOthers = await succeeds(access(path.dirname(name), constants.W_OK));
  return found.isFile() && takesOthers ? { name, mode: found.mode } : null;
}

function succeeds(asked: Promise<unknown>): Promise<boolean> {
  return asked.then(
    () => true,
    () => false,
  );
}

async function replace({ name, mode }: Place, content: Content): Promise<void> {
  const unfinished = `${name}.${process.pid}`;
  try {
    await writeFile(unfinished, content, mode === null ? {} : { mode });
    if (mode !== null) await chmod(unfinished, mode); // restores what the process's umask removed
    await rename(unfinished, name);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw cause;
  }
}
