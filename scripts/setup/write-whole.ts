// Writes a file beside and renames it: a name never stands for half a file, and what was there stays until the new one is whole.
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { explainFile } from './unusable.ts';

/** Pieces are written as they come. What is no plain file, /dev/stdout for one, is written to as it is. */
export async function writeWhole(
  file: string,
  content: string | Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const isPlain = await stat(target).then(
    (found) => found.isFile() || found.isDirectory(),
    () => true,
  );
  if (!isPlain) return await writeFile(target, content);
  const unfinished = `${target}.${process.pid}`;
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, target);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw explainFile(file, 'write', cause);
  }
}
