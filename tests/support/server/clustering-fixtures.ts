// A server's ingest and cluster role in a test: invented streams with their timestamps, and the resulting index.
import { setTimeout } from 'node:timers/promises';
import { BLINDSPOT_THRESHOLDS, computeBaseline } from '../../../engine/coverage/blindspot.ts';
import { toArticleId } from '../../../engine/ids.ts';
import { createOutletDirectory } from '../../../engine/outlet/outlet-directory.ts';
import { createOutletRater } from '../../../engine/outlet/outlet-rater.ts';
import { inventStream } from '../../../scripts/bench/invented-stream.ts';
import { type ClusteringDeps, startClustering } from '../../../server/cluster/start-clustering.ts';
import { type GivenText, type TakeReport, takeArticles } from '../../../server/ingest/take-articles.ts';
import type { Log } from '../../../server/log.ts';
import type { Database } from '../../../server/store/database.ts';
import { readIndexCounts } from '../../../server/store/read-counts.ts';

export const START = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;

const directory = createOutletDirectory([]);
export const NO_RATINGS = {
  directory,
  ratingPacks: [],
  rater: createOutletRater({ directory, packs: [], ownBias: {} }),
  baseline: computeBaseline([]),
  blindspotThresholds: BLINDSPOT_THRESHOLDS,
};

/** Collects the failures of a role; a test that expects none checks that it is empty. */
export function createTestLog(): Log & { readonly errors: unknown[]; readonly events: string[] } {
  const errors: unknown[] = [];
  const events: string[] = [];
  return {
    errors,
    events,
    info: (event) => events.push(event),
    warn: (event) => events.push(event),
    error: (event, { cause }) => errors.push(event, cause),
  };
}

/** Invented articles with the word statistics of news, in their order of arrival. */
export function inventArticles(count: number): readonly GivenText[] {
  const articles: GivenText[] = [];
  for (const article of inventStream({ leadWords: 20 })) {
    if (articles.push({ ...article, id: toArticleId(article.url), link: article.url }) === count) return articles;
  }
  return articles;
}

export const PER_POST = 7;

/** Each post gets a timestamp of its own, so that batches end at the same places in every run. */
export function feed(database: Database, post: readonly GivenText[], no: number): Promise<TakeReport> {
  return database.transaction((queries) =>
    takeArticles(queries, { articles: post, now: () => START + no * 1000, keepSince: 0 }),
  );
}

export function toPosts(articles: readonly GivenText[]): readonly (readonly GivenText[])[] {
  const posts: GivenText[][] = [];
  for (let at = 0; at < articles.length; at += PER_POST) posts.push(articles.slice(at, at + PER_POST));
  return posts;
}

/** A clock that starts at this time and runs, since batches end with the current second. */
export function runClock(at: number): () => number {
  const begun = performance.now();
  return () => at + Math.floor(performance.now() - begun);
}

export function startTestClustering(
  database: Database,
  changes: Partial<ClusteringDeps> = {},
): Promise<{ stop(): Promise<void> }> {
  return startClustering({
    database,
    catalogue: NO_RATINGS,
    now: runClock(START + 30 * DAY),
    log: createTestLog(),
    keepMs: 365 * DAY,
    lookEveryMs: 50,
    ...changes,
  });
}

/** Below the two minutes of a test's timeout, which would not say what was waited for. */
const PATIENCE_MS = 110_000;

export async function waitFor(isTrue: () => Promise<boolean> | boolean, what: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`);
    await setTimeout(20);
  }
}

export async function waitUntilPlaced(database: Database): Promise<void> {
  const isPlaced = async () => {
    const [serving] = await database.query(`select 1 from generations where state = 'serving'`);
    return serving !== undefined && (await readIndexCounts(database)).waiting === 0;
  };
  await waitFor(isPlaced, 'every article to be placed');
}

/** Everything that is served, in a form that can be compared between two databases. */
export async function readIndex(database: Database) {
  const serving = `generation = (select id from generations where state = 'serving')`;
  return {
    places: await database.query(
      `select article_id, story_id, family_id from places where ${serving} order by article_id`,
    ),
    stories: await database.query(
      `select id, merged_into, summary, articles, reports, updated_at, outlet_ids, words from stories where ${serving} order by id collate "C"`,
    ),
  };
}
