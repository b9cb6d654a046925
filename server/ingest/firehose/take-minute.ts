// Takes in one minute of the firehose: fetches its file, stores the articles in pieces, then marks the minute as done.
//
// If the process is killed midway, the minute is still missing and is taken again; known articles change nothing.
import type { Article } from '../../../engine/schema.ts';
import { describeSafely } from '../../describe-safely.ts';
import type { Log } from '../../log.ts';
import type { Database } from '../../store/database.ts';
import { isMinuteMissing, writeMinuteDone, writeMinuteMissed } from '../../store/firehose-minutes.ts';
import type { SafeFetch } from '../safe-fetch.ts';
import type { TakeInto } from '../take-into.ts';
import { toMinuteFile } from './minute-file.ts';
import { type LineReading, readArticleLine } from './read-article-line.ts';
import { readLines } from './read-lines.ts';

export type FirehoseDeps = Omit<LineReading, 'now'> & {
  readonly database: Database;
  readonly safeFetch: SafeFetch;
  readonly take: TakeInto;
  readonly now: () => number;
  readonly log: Log;
  /** Folder URL of the files, without a trailing slash. */
  readonly source: string;
};

/** A minute's file has about 1 MB; a small server's connection may be slow. */
const FETCH_LIMITS = { timeoutMs: 60_000, bytesMax: 32 * 1024 * 1024 };
const PIECE = 500;

export async function takeMinute(
  deps: FirehoseDeps,
  { minute, signal }: { readonly minute: number; readonly signal: AbortSignal },
): Promise<void> {
  const { database, safeFetch, source, log, now } = deps;
  const which = { source, minute };
  if (!(await isMinuteMissing(database, which))) return;
  const file = toMinuteFile(minute);
  // Where a server declares the file's compression as that of its answer, half a file would otherwise count as whole.
  const answer = await safeFetch.fetch({ url: `${source}/${file}`, signal, ...FETCH_LIMITS, ifTruncated: 'refuse' });
  if (!answer.ok && answer.error.reason === 'aborted') return;
  if (!answer.ok || answer.value.status !== 200) {
    const problem = answer.ok ? `status ${answer.value.status}` : answer.error.reason;
    log.info('firehose minute missing', { file, problem });
    return await writeMinuteMissed(database, { ...which, now: now() });
  }
  const counts = await takeLines(deps, answer.value.body).catch((cause: unknown) => {
    if (!isBrokenFile(cause)) throw cause;
    log.warn('firehose minute unreadable', { file });
    return null;
  });
  if (counts === null) return await writeMinuteMissed(database, { ...which, now: now() });
  await writeMinuteDone(database, { ...which, ...counts });
  log.info('firehose minute taken', { file, ...counts });
}

class BrokenFile extends Error {
  override readonly name = 'BrokenFile';
}
const isBrokenFile = (cause: unknown) => cause instanceof BrokenFile;

async function takeLines(deps: FirehoseDeps, gzip: Uint8Array) {
  const reading = { ...deps, now: deps.now() };
  let articles = 0;
  let badLines = 0;
  let piece: Article[] = [];
  const store = async () => {
    const given = piece;
    piece = [];
    if (given.length > 0) await deps.database.transaction((queries) => deps.take(queries, { articles: given }));
  };
  for await (const line of readWhole(gzip)) {
    if (line?.trim() === '') continue;
    const article = line === null ? null : tryToRead(line, reading);
    if (article === null) badLines += 1;
    else {
      articles += 1;
      piece.push(article);
    }
    if (piece.length >= PIECE) await store();
  }
  await store();
  return { articles, badLines };
}

/** A line that makes our own code throw counts as bad: it would fail at each retry too, and hold up the rest of the minute. */
function tryToRead(line: string, reading: LineReading & Pick<FirehoseDeps, 'log'>): Article | null {
  try {
    return readArticleLine(line, reading);
  } catch (cause) {
    reading.log.error('a line of the firehose could not be read', { cause: new Error(describeSafely(cause)) });
    return null;
  }
}

/** Distinguishes a broken file from a failing store. */
async function* readWhole(gzip: Uint8Array): AsyncGenerator<string | null> {
  const lines = readLines(gzip);
  for (;;) {
    const next = await lines.next().catch((cause: unknown) => {
      throw new BrokenFile('unreadable', { cause });
    });
    if (next.done === true) return;
    yield next.value;
  }
}
