// Writes backups to compressed files: each under a temporary name that is replaced by the final one when it is complete.
//
// A backup that was killed leaves its temporary file behind; the next backup into the same folder removes it.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, type ReadStream } from 'node:fs';
import { lstat, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Result } from '../../engine/result.ts';
import { type RestoreFailure, readBackup } from '../store/backup/read-backup.ts';
import { writeBackup } from '../store/backup/write-backup.ts';
import type { Database } from '../store/database.ts';

/** Returns the number of rows written. */
export async function backUpToFile(
  database: Database,
  { file, now }: { readonly file: string; readonly now: number },
): Promise<number> {
  // The random part keeps two processes (say, in two containers) that back up to the same file out of each other's way.
  const unfinished = `${file}.${randomUUID().slice(0, 8)}.unfinished`;
  const made = await open(unfinished, 'wx', 0o600);
  // A leftover that cannot be removed is no reason to fail a backup.
  await removeAbandoned(path.dirname(file), (await made.stat()).mtimeMs).catch(() => undefined);
  const lines = new PassThrough();
  const written = pipeline(lines, createGzip(), made.createWriteStream({ flush: true }));
  written.catch(() => undefined); // the same error is thrown where `written` is awaited, which may be later
  try {
    const rows = await writeBackup({
      database,
      now,
      async write(line) {
        if (!lines.write(`${line}\n`)) await Promise.race([once(lines, 'drain'), written]);
      },
    });
    lines.end();
    await written;
    await rename(unfinished, file);
    return rows;
  } catch (cause) {
    lines.destroy();
    await written.catch(() => undefined);
    await rm(unfinished, { force: true });
    throw cause;
  }
}

const UNFINISHED = /\.[0-9a-f]{8}\.unfinished$/;

/** A running backup writes every few seconds, because any fetch from the database times out after two minutes. */
const ABANDONED_MS = 3_600_000;

/** `now` comes from the clock that stamps the folder's files, which may be another machine's. */
async function removeAbandoned(folder: string, now: number): Promise<void> {
  for (const name of (await readdir(folder)).filter((one) => UNFINISHED.test(one))) {
    const file = path.join(folder, name);
    const stat = await lstat(file).catch(() => null); // renamed or removed just now
    if (stat?.isFile() && now - stat.mtimeMs > ABANDONED_MS) await rm(file, { force: true });
  }
}

/** Throws when the file cannot be opened. */
export async function restoreFromFile(database: Database, file: string): Promise<Result<number, RestoreFailure>> {
  const input = createReadStream(file);
  await once(input, 'open');
  return await readBackup(database, readFileLines(input));
}

/** A damaged file simply ends early: readBackup notices the missing last line. */
async function* readFileLines(input: ReadStream): AsyncGenerator<string> {
  const unzipped = createGunzip();
  pipeline(input, unzipped).catch(() => undefined); // the same errors are thrown where `unzipped` is read
  const decoder = new TextDecoder();
  let begun: string[] = []; // joined only at the line's end, since part of a snapshot is one line of hundreds of chunks
  try {
    for await (const chunk of unzipped) {
      const [end = '', ...lines] = decoder.decode(chunk, { stream: true }).split('\n');
      begun.push(end);
      const next = lines.pop();
      if (next === undefined) continue;
      yield begun.join('');
      yield* lines;
      begun = [next];
    }
  } catch {
    return;
  }
}
