// How fast the server answers at growing sizes of the index, compared with a bare handler of the same framework, and its memory.
//
// PARALLAX_BENCH_ARTICLES sets the largest index (default 100,000; the targets are for 1,000,000). Needs PostgreSQL's programs
// (Debian: postgresql), and measures nginx as a cache in front if it is installed. Loopback only.
import { LookupAnswer, MetaAnswer } from '../../engine/api.ts';
import { type Database, openDatabase } from '../../server/store/database.ts';
import { migrate } from '../../server/store/migrate.ts';
import { fillIndex } from '../../tests/support/server/fill-index.ts';
import { startPostgres } from '../setup/find-postgres.ts';
import { type BenchRow, type BenchTable, ms, quantile } from './bench-table.ts';
import { loadDefaultCatalogue } from './server/default-catalogue.ts';
import { type InventedIndex, inventIndex } from './server/invented-stories.ts';
import type { Question } from './server/load.ts';
import { markOriginals, multiplyIndex } from './server/multiply-index.ts';
import { measureCacheInFront } from './server/nginx-cache.ts';
import { measureLoad, type RunningServer, startApi, startBare } from './server/start-process.ts';
import { compileSources } from './server/start-role.ts';
import { measureVisible } from './server/visible.ts';

const ARTICLES = Number(process.env.PARALLAX_BENCH_ARTICLES ?? 100_000);
const SIZES = [10_000, 100_000, 1_000_000].filter((size) => size <= ARTICLES);
/** Larger indexes are made of copies within the database. */
const INVENTED_MOST = 100_000;
const CONNECTIONS = 16;
const ROUND_MS = 4000;
const ROUNDS = 3;

export async function bench(): Promise<BenchTable> {
  const postgres = await startPostgres(console.error);
  if (!postgres.ok) throw new Error(postgres.error.sentence);
  const { url, version, stop } = postgres.value;
  const database = await openDatabase({ url, folder: '' });
  try {
    await migrate(database);
    compileSources();
    const index = inventIndex(Date.now());
    const rows: BenchRow[] = [];
    const stages: Stage[] = [];
    for (const size of SIZES) {
      await fill(database, { index, articles: size });
      stages.push(await measureStage({ url, index, articles: size, isLast: size === SIZES.at(-1) }));
    }
    for (const stage of stages) rows.push(...stage.rows);
    rows.push(await measureSize(database));
    rows.push(...compareStages(stages));
    rows.push(await measureVisibleAlone(database, url));
    return { title: `Server over PostgreSQL ${version}, up to ${SIZES.at(-1)} invented articles`, rows };
  } finally {
    await database.close();
    stop();
  }
}

/** In bytes, as PostgreSQL defines it. */
const MB = 2 ** 20;
const TABLES_TOLD = 4;

/** Includes indexes; freshly filled, so without free space. */
async function measureSize(database: Database): Promise<BenchRow> {
  const tables = await database.query(
    `select relname as name, pg_total_relation_size(oid) as bytes from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace order by bytes desc`,
  );
  const told = tables.slice(0, TABLES_TOLD).map(({ name, bytes }) => `${name} ${Math.round(Number(bytes) / MB)}`);
  const all = tables.reduce((sum, { bytes }) => sum + Number(bytes), 0);
  return {
    what: `tables and indexes at ${SIZES.at(-1)} articles without bodies`,
    ours: `${Math.round(all / MB)} MB: ${told.join(', ')}`,
    beside: '–',
    ratio: null,
  };
}

/** Uses a database of its own, filled by the clustering itself. */
async function measureVisibleAlone(database: Database, url: string): Promise<BenchRow> {
  await database.script('create database visible');
  const address = new URL(url);
  address.pathname = '/visible';
  console.error('giving articles to the whole server …');
  return await measureVisible(address.href);
}

type IndexOfSize = { readonly index: InventedIndex; readonly articles: number };

async function fill(database: Database, { index, articles }: IndexOfSize): Promise<void> {
  const catalogue = await loadDefaultCatalogue();
  console.error(`filling up to ${articles} articles …`);
  const invented = Math.min(articles, INVENTED_MOST);
  await fillIndex(database, { stories: index.stories(invented - index.articles()), catalogue });
  if (articles > invented) {
    await markOriginals(database);
    await multiplyIndex(database, Math.round(articles / invented));
  }
  await database.script('analyze');
  await database.query('delete from index_facts');
}

type Stage = {
  readonly articles: number;
  readonly articlesAnAnswer: number;
  readonly missMs: number;
  readonly hitMs: number;
  readonly rows: readonly BenchRow[];
};

type StageParts = {
  readonly url: string;
  readonly index: InventedIndex;
  readonly articles: number;
  readonly isLast: boolean;
};

async function measureStage({ url, index, articles, isLast }: StageParts): Promise<Stage> {
  const api = await startApi(url);
  try {
    const prefixes = await readPrefixes(api);
    console.error(`asking for ${prefixes.length} prefixes of ${articles} articles …`);
    await warmUp(api, prefixes);
    const cold = await measureCold(api, prefixes);
    const questions = shuffle(prefixes).map((prefix): Question => ({ path: `/v1/lookup/${prefix}` }));
    const lone = { port: api.port, connections: 1, durationMs: 2000, rate: null, questions };
    await measureLoad(lone);
    const one = await measureLoad(lone);
    const articlesAnAnswer = articles / prefixes.length;
    const stage = { articles, articlesAnAnswer, missMs: quantile(cold, 0.5), hitMs: one.p50Ms };
    if (!isLast) return { ...stage, rows: [] };
    const size = Math.round(one.bytes / one.answered);
    const rows = [
      ...(await compareWithBare(api, { questions, answerBytes: size })),
      missRow(articles, cold),
      await measureMatches(api, { index, articles }),
      ...(await measureCacheInFront({ port: api.port, prefixes })),
      {
        what: 'memory of the api process after all this',
        ours: `${Math.round(api.memoryMb())} MB`,
        beside: '–',
        ratio: null,
        target: 'under 300 MB',
      },
    ];
    return { ...stage, rows };
  } finally {
    api.stop();
  }
}

async function readPrefixes(api: RunningServer): Promise<readonly string[]> {
  const meta = MetaAnswer.parse(await (await fetch(`http://127.0.0.1:${api.port}/v1/meta`)).json());
  console.error(`${meta.lookupBits} bits, the least used prefix has ${meta.lookupCrowd} articles`);
  return Array.from({ length: 2 ** meta.lookupBits }, (_, n) => n.toString(2).padStart(meta.lookupBits, '0'));
}

async function askLookup(api: RunningServer, prefix: string): Promise<ArrayBuffer> {
  const response = await fetch(`http://127.0.0.1:${api.port}/v1/lookup/${prefix}`);
  const bytes = await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`lookup answers ${response.status}`);
  return bytes;
}

/** Uses shorter prefixes, equally many at any size: they have other answers, but compile the code that makes them. */
async function warmUp(api: RunningServer, prefixes: readonly string[]): Promise<void> {
  for (const cut of [1, 2]) {
    const shorter = [...new Set(prefixes.map((prefix) => prefix.slice(0, -cut)))];
    for (const prefix of shuffle(shorter).slice(0, WARM_UP)) await askLookup(api, prefix);
  }
}

const WARM_UP = 16;
const COLD_MOST = 2000;

/** Requests prefixes for the first time, one after the other; then the rest, so that all are in memory. */
async function measureCold(api: RunningServer, prefixes: readonly string[]): Promise<readonly number[]> {
  const times: number[] = [];
  const shuffled = shuffle(prefixes);
  for (const prefix of shuffled.slice(0, COLD_MOST)) {
    const start = performance.now();
    await askLookup(api, prefix);
    times.push(performance.now() - start);
  }
  await Promise.all(
    Array.from({ length: 8 }, async (_, lane) => {
      for (let at = COLD_MOST + lane; at < shuffled.length; at += 8) await askLookup(api, shuffled[at] ?? '');
    }),
  );
  const sample = LookupAnswer.parse(JSON.parse(Buffer.from(await askLookup(api, shuffled[0] ?? '')).toString()));
  if (sample.articles.length === 0) throw new Error('a lookup found nothing');
  return times;
}

type Measured = { readonly perSecond: number; readonly cpuMs: number };
type Asking = { readonly questions: readonly Question[]; readonly answerBytes: number };

/** Alternates between both, so that other load on the machine affects them equally. */
async function compareWithBare(api: RunningServer, { questions, answerBytes }: Asking): Promise<BenchRow[]> {
  const bare = await startBare(answerBytes);
  const load = { connections: CONNECTIONS, durationMs: ROUND_MS, rate: null };
  const measure = async (server: RunningServer, asked: readonly Question[]): Promise<Measured> => {
    const before = server.cpuMs();
    const report = await measureLoad({ ...load, port: server.port, questions: asked });
    if (report.failed > 0) throw new Error(`${report.failed} questions failed`);
    return { perSecond: report.perSecond, cpuMs: (server.cpuMs() - before) / report.answered };
  };
  const ours: Measured[] = [];
  const theirs: Measured[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await measure(bare, [{ path: '/' }]));
    ours.push(await measure(api, questions));
  }
  const median = (among: readonly Measured[], read: (one: Measured) => number) => quantile(among.map(read), 0.5);
  const perSecond = (among: readonly Measured[]) => median(among, (one) => one.perSecond);
  const cpuMs = (among: readonly Measured[]) => median(among, (one) => one.cpuMs);
  const peak = perSecond(ours);
  const rate = peak / 2;
  const half = { ...load, durationMs: 2 * ROUND_MS, rate };
  const calm = await measureLoad({ ...half, port: api.port, questions });
  const calmBare = await measureLoad({ ...half, port: bare.port, questions: [{ path: '/' }] });
  bare.stop();
  return [
    {
      what: 'lookups a second, ready in memory',
      ours: `${Math.round(peak)}/s of ${answerBytes} bytes`,
      beside: `${Math.round(perSecond(theirs))}/s, bare handler, constant of ${answerBytes} bytes`,
      ratio: peak / perSecond(theirs),
      target: '0.6×',
    },
    {
      what: 'the same by processor time of the server, which other work on the machine does not change',
      ours: `${Math.round(1000 * cpuMs(ours))} µs a lookup`,
      beside: `${Math.round(1000 * cpuMs(theirs))} µs`,
      ratio: cpuMs(theirs) / cpuMs(ours),
      target: '0.6×',
    },
    {
      what: `lookup at half of that (${Math.round(rate)}/s)`,
      ours: `median ${ms(calm.p50Ms)}, p99 ${ms(calm.p99Ms)}`,
      beside: `bare handler at the same rate: p99 ${ms(calmBare.p99Ms)}`,
      ratio: calm.p99Ms / calmBare.p99Ms,
      target: 'p99 15 ms',
    },
  ];
}

function missRow(articles: number, cold: readonly number[]): BenchRow {
  return {
    what: `lookup made from the database of ${articles}`,
    ours: `median ${ms(quantile(cold, 0.5))}, p99 ${ms(quantile(cold, 0.99))}`,
    beside: '–',
    ratio: null,
  };
}

const MATCHES = 400;

async function measureMatches(api: RunningServer, { index, articles }: IndexOfSize): Promise<BenchRow> {
  const probes = shuffle(index.probes).slice(0, MATCHES);
  const ask = async (probe: (typeof probes)[number] | undefined) => {
    const body = JSON.stringify(probe?.page);
    const response = await fetch(`http://127.0.0.1:${api.port}/v1/match`, { method: 'POST', body });
    const { match } = (await response.json()) as { match: { storyId: string } | null };
    return match?.storyId === probe?.storyId;
  };
  await ask(probes[0]); // the first request learns the words
  const times: number[] = [];
  let right = 0;
  for (const probe of probes) {
    const start = performance.now();
    if (await ask(probe)) right++;
    times.push(performance.now() - start);
  }
  return {
    what: `match among ${articles}, one after the other`,
    ours: `median ${ms(quantile(times, 0.5))}, p99 ${ms(quantile(times, 0.99))}, ${Math.round((100 * right) / probes.length)} % right`,
    beside: '–',
    ratio: null,
    target: 'p99 60 ms',
  };
}

type Reading = { readonly read: (stage: Stage) => number; readonly write: (cost: number) => string };

function compareStages(stages: readonly Stage[]): BenchRow[] {
  const [first] = stages;
  const last = stages.at(-1);
  if (first === undefined || last === undefined || first === last) return [];
  const row = (what: string, { read, write }: Reading): BenchRow => ({
    what: `${what} at ${stages.map(({ articles }) => articles).join(', ')} articles`,
    ours: stages.map((stage) => write(read(stage))).join(', '),
    beside: 'the last over the first',
    ratio: read(last) / read(first),
  });
  const micros = (cost: number) => `${Math.round(1000 * cost)} µs`;
  const target = '0.8–1.2×';
  return [
    { ...row('lookup from memory', { read: ({ hitMs }) => hitMs, write: ms }), target },
    { ...row('lookup from the database', { read: ({ missMs }) => missMs, write: ms }), target },
    // Prefixes have a whole number of bits, so an answer may hold twice as many articles at one size as at another.
    row('articles in an answer', {
      read: ({ articlesAnAnswer }) => articlesAnAnswer,
      write: (count) => String(Math.round(count)),
    }),
    row('from the database, for each of them', {
      read: ({ missMs, articlesAnAnswer }) => missMs / articlesAnAnswer,
      write: micros,
    }),
  ];
}

/** In the same order in every run. */
function shuffle<T>(items: readonly T[]): T[] {
  return items
    .map((item, index) => ({ item, key: Math.imul(index + 1, 0x9e3779b1) >>> 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
