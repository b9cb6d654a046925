// Backups as files: the lines of a backup, compressed; written beside and renamed, so that a name never stands for half of one.
//
// One that is killed half-way leaves what it had written. The next in that folder removes it.
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

/** Rows written. */
export async function backUpToFile(database: Database, file: string, now: number): Promise<number> {
  // Of two that write one file at once, each in a container of its own maybe, neither writes into the other's.
  const unfinished = `${file}.${randomUUID().slice(0, 8)}.unfinished`;
  const made = await open(unfinished, 'wx', 0o600);
  // What cannot be removed keeps nobody from a backup.
  await removeAbandoned(path.dirname(file), (await made.stat()).mtimeMs).catch(() => undefined);
  const lines = new PassThrough();
  const written = pipeline(lines, createGzip(), made.createWriteStream({ flush: true }));
  written.catch(() => undefined); // its error comes out of the waiting below, maybe later
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

/** A running backup writes every few seconds; a fetch that takes longer than two minutes ends it. */
const ABANDONED_MS = 3_600_000;

/** `now` is by the clock that stamps the folder's files, which may be another machine's. */
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

/** A file that is broken somewhere ends there: whoever reads it misses its last line. */
async function* readFileLines(input: ReadStream): AsyncGenerator<string> {
  const unzipped = createGunzip();
  pipeline(input, unzipped).catch(() => undefined); // its errors come out of the reading below
  const decoder = new TextDecoder();
  let begun: string[] = []; // put together at its end only: a part of a snapshot is a line of hundreds of chunks
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
