// How long an article takes from acknowledgement into a story, at 200 a second, and how fast a server with a full index restarts.
//
// PARALLAX_BENCH_WINDOW sets the number of articles in the index (default 100,000). Runs on the embedded database and on
// PostgreSQL with fsync on, each with ingest and clustering in this process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { toArticleId } from '../../engine/ids.ts';
import { startClustering } from '../../server/cluster/start-clustering.ts';
import { type GivenText, takeArticles } from '../../server/ingest/take-articles.ts';
import { createLog } from '../../server/log.ts';
import { type Database, openDatabase } from '../../server/store/database.ts';
import { migrate } from '../../server/store/migrate.ts';
import { readIndexCounts } from '../../server/store/read-counts.ts';
import { NO_RATINGS } from '../../tests/support/server/clustering-fixtures.ts';
import { startPostgres } from '../setup/find-postgres.ts';
import { type BenchRow, type BenchTable, ms, quantile } from './bench-table.ts';
import { inventStream } from './invented-stream.ts';

const WINDOW = Number(process.env.PARALLAX_BENCH_WINDOW ?? 100_000);
const LEAD_WORDS = 45; // a feed's summary
const FILL_POST = 500;
const POST = 10;
const POSTS_A_SECOND = 20;
const SECONDS = 20;
const LOOK_MS = 50;

export async function bench(): Promise<BenchTable> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parallax-bench-'));
  const embedded = await measure('embedded', () => openDatabase({ url: null, folder }));
  rmSync(folder, { recursive: true, force: true });
  const postgres = await startPostgres(console.error, { isDurable: true });
  if (!postgres.ok) throw new Error(postgres.error.sentence);
  const { url, version, stop } = postgres.value;
  try {
    const served = await measure(`PostgreSQL ${version}`, () => openDatabase({ url, folder: '' }));
    return { title: `From article to story, ${WINDOW} articles in the index`, rows: [...embedded, ...served] };
  } finally {
    stop();
  }
}

async function measure(name: string, open: () => Promise<Database>): Promise<readonly BenchRow[]> {
  const stream = inventStream({ leadWords: LEAD_WORDS });
  const next = (count: number): GivenText[] =>
    Array.from({ length: count }, () => {
      const { value } = stream.next();
      const at = Date.now();
      return { ...value, id: toArticleId(value.url), link: value.url, publishedAt: at, firstSeenAt: at };
    });
  let database = await open();
  await migrate(database);
  let clustering = await start(database);
  const filling = performance.now();
  for (let taken = 0; taken < WINDOW; taken += FILL_POST) {
    await take(database, next(Math.min(FILL_POST, WINDOW - taken)));
    if (taken % 20_000 === 0) await waitUntilPlaced(database);
  }
  await waitUntilPlaced(database);
  const fillRate = (WINDOW / (performance.now() - filling)) * 1000;

  const waited = await feedAtRate(database, next);
  await clustering.stop();
  await database.close();

  const restarting = performance.now();
  database = await open();
  clustering = await start(database);
  const [last] = next(1);
  if (last === undefined) throw new Error('the stream has ended');
  await take(database, [last]);
  await waitUntilPlaced(database);
  const restartMs = performance.now() - restarting;
  await clustering.stop();
  await database.close();
  const rows: Omit<BenchRow, 'beside' | 'ratio'>[] = [
    { what: `${name}: filled, as fast as it goes`, ours: `${Math.round(fillRate)} articles/s`, target: '200/s' },
    {
      what: `${name}: acknowledged to in a story, at ${POST * POSTS_A_SECOND} articles/s`,
      ours: `median ${ms(quantile(waited, 0.5))}, p99 ${ms(quantile(waited, 0.99))}`,
      target: '5,000 ms',
    },
    { what: `${name}: opened again, until a new article is in a story`, ours: ms(restartMs), target: '30,000 ms' },
  ];
  return rows.map((row) => ({ ...row, beside: '–', ratio: null }));
}

function start(database: Database) {
  const log = createLog({ level: 'warn', role: 'bench' });
  return startClustering({ database, catalogue: NO_RATINGS, now: Date.now, log, keepMs: 30 * 86_400_000 });
}

function take(database: Database, articles: readonly GivenText[]) {
  return database.transaction((queries) => takeArticles(queries, { articles, now: Date.now, keepSince: 0 }));
}

async function waitUntilPlaced(database: Database): Promise<void> {
  const isServing = async () =>
    (await database.query(`select 1 from generations where state = 'serving'`)).length === 1;
  while (!(await isServing()) || (await readIndexCounts(database)).waiting > 0) await setTimeout(100);
}

/** For each post, how long its last article took to get a place, accurate to LOOK_MS. */
async function feedAtRate(database: Database, next: (count: number) => GivenText[]): Promise<readonly number[]> {
  const waiting = new Map<string, number>();
  const waited: number[] = [];
  const look = async () => {
    const rows = await database.query('select article_id from places where article_id = any($1::text[])', [
      [...waiting.keys()],
    ]);
    for (const { article_id } of rows) {
      const since = waiting.get(String(article_id));
      waiting.delete(String(article_id));
      if (since !== undefined) waited.push(performance.now() - since);
    }
  };
  let isFed = false;
  const lookOften = async () => {
    while (!isFed || waiting.size > 0) {
      await setTimeout(LOOK_MS);
      await look();
    }
  };
  const looking = lookOften();
  const begun = performance.now();
  for (let post = 0; post < SECONDS * POSTS_A_SECOND; post += 1) {
    const articles = next(POST);
    await take(database, articles);
    const last = articles.at(-1);
    if (last !== undefined) waiting.set(last.id, performance.now());
    await setTimeout(Math.max(0, begun + ((post + 1) * 1000) / POSTS_A_SECOND - performance.now()));
  }
  isFed = true;
  await looking;
  return waited;
}
