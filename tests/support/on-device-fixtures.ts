// Creates on-device sources over an invented index: outlets under .test hosts, feeds with given headlines, a fixed clock.
import { IDBFactory } from 'fake-indexeddb';
import { readArticlesOfFeed } from '../../engine/article/articles-of-feed.ts';
import { BLINDSPOT_THRESHOLDS, computeBaseline } from '../../engine/coverage/blindspot.ts';
import { createFeedState } from '../../engine/feed/feed-state.ts';
import type { PollOutcome } from '../../engine/feed/poll-outcome.ts';
import { OutletId } from '../../engine/ids.ts';
import { createOutletDirectory } from '../../engine/outlet/outlet-directory.ts';
import { createOutletRater } from '../../engine/outlet/outlet-rater.ts';
import type { ArticleProbe } from '../../engine/ports.ts';
import { createOnDeviceSource, type OnDeviceSource } from '../../utils/coverage/on-device.ts';
import type { OnDeviceDeps } from '../../utils/coverage/on-device-deps.ts';
import { createStore, type Store } from '../../utils/store/database.ts';
import { MIGRATIONS } from '../../utils/store/migrations.ts';
import 'fake-indexeddb/auto';
import { createTopicClustering } from './topic-clusterer.ts';

export const NOW = Date.UTC(2026, 2, 10, 12);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A new browser profile: every store that is created from now on opens an empty database. */
export function startFreshProfile(): void {
  globalThis.indexedDB = new IDBFactory();
}

export type Fixture = { readonly source: OnDeviceSource; readonly store: Store; readonly deps: OnDeviceDeps };

/** A worker that has just been started, with whatever the profile contains. */
export function startWorker(changes: Partial<OnDeviceDeps> = {}): Fixture {
  const store = changes.store ?? createStore();
  const directory = createOutletDirectory([]);
  const rater = createOutletRater({ directory, packs: [], ownBias: {} });
  const clustering = createTopicClustering();
  const deps: OnDeviceDeps = {
    store,
    engineVersion: 1,
    loadClustering: async () => clustering,
    ratings: {
      key: async () => 'r1',
      load: async () => ({
        key: 'r1',
        rater,
        baseline: computeBaseline([]),
        blindspotThresholds: BLINDSPOT_THRESHOLDS,
      }),
    },
    readArticles: async (fetched) =>
      readArticlesOfFeed(fetched, { directory, identifyLanguage: () => ({ lang: 'en', isReliable: true }) }),
    now: () => NOW,
    ticks: () => 0,
    stayAwake: (work) => work(),
    onLate: () => undefined,
    limits: async () => ({ keepMs: 14 * DAY, articlesMax: 60_000 }),
    ...changes,
  };
  return { source: createOnDeviceSource(deps), store, deps };
}

/** Four unrelated events. */
export const TOPICS = [
  'Karstova bridge closed after cracks found in cable',
  'Oriel lighthouse keeper retires after forty years',
  'Vennholm parliament passes dairy subsidy law',
  'Quillon tram strike enters second week',
];

export type Headline = {
  readonly title: string;
  readonly path?: string;
  readonly publishedAt?: number | null;
  readonly summary?: string;
};

/** A polled feed of the outlet at `host`; missing paths are derived from the headline. */
export function fetchedFeed(host: string, headlines: readonly Headline[], fetchedAt = NOW): PollOutcome {
  const url = `https://${host}/feed`;
  return {
    kind: 'fetched',
    source: { url, outletId: OutletId.parse(`host:${host}`), lang: 'en', format: 'feed' },
    state: { ...createFeedState(url), lastSuccessAt: fetchedAt, articlesSeen: headlines.length },
    fetchedAt,
    feed: {
      format: 'rss',
      title: `Invented ${host}`,
      homepage: `https://${host}/`,
      lang: 'en',
      ttlMinutes: null,
      items: headlines.map(({ title, path, publishedAt = fetchedAt - HOUR, summary = '' }) => ({
        url: urlOf(host, path ?? title),
        title,
        summary,
        publishedAt,
        updatedAt: null,
        lang: 'en',
        author: null,
        categories: [],
      })),
    },
  };
}

export function urlOf(host: string, title: string): string {
  return `https://${host}/${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
}

export function probeOf(host: string, title: string): ArticleProbe {
  return {
    url: urlOf(host, title),
    outletId: OutletId.parse(`host:${host}`),
    title,
    lead: '',
    lang: 'en',
    kind: 'report',
    publishedAt: NOW,
    credit: null,
  };
}

/** The value of a successful operation; a failure fails the test with its reason. */
export async function succeed<Value>(
  answer: Promise<{ ok: true; value: Value } | { ok: false; error: { reason: string } }>,
): Promise<Value> {
  const result = await answer;
  if (result.ok) return result.value;
  throw new Error(`failed: ${result.error.reason}`, { cause: result.error });
}

export const neverAborted = (): AbortSignal => new AbortController().signal;

/** Everything in the database except the engine's snapshot, in a form that can be compared between two runs. */
export async function readDatabase(): Promise<Record<string, unknown[]>> {
  const store = createStore({ migrations: MIGRATIONS });
  const contents = await succeed(
    store.run(async (db) => ({
      articles: await db.getAll('articles'),
      stories: await db.getAll('stories'),
      feeds: await db.getAll('feeds'),
      separations: await db.getAll('separations'),
    })),
  );
  store.close();
  return contents;
}
