// The dependencies of the on-device coverage source: given by the composition root, faked by tests.
import type { Baseline, BlindspotThresholds } from '../../engine/coverage/blindspot.ts';
import type { FetchedFeed } from '../../engine/feed/poll-outcome.ts';
import type { EpochMs } from '../../engine/ids.ts';
import type { OutletRater } from '../../engine/outlet/outlet-rater.ts';
import type { ClustererSnapshot, StoryClusterer } from '../../engine/ports.ts';
import type { Article } from '../../engine/schema.ts';
import type { Store } from '../store/database.ts';

export type Clustering = {
  createStoryClusterer(): StoryClusterer;
  openStoryClusterer(snapshot: ClustererSnapshot): StoryClusterer | null;
};

export type RatingsInUse = {
  /** The key under which they were loaded; after a change it differs from `key()` until the worker has heard of it. */
  readonly key: string;
  readonly rater: OutletRater;
  readonly baseline: Baseline;
  readonly blindspotThresholds: BlindspotThresholds;
};

export type OnDeviceDeps = {
  readonly store: Store;
  /** Version of the clustering that `loadClustering` loads: places stored by another version are computed anew. */
  readonly engineVersion: number;
  /** Called only to ingest, match and explain; never for a lookup. */
  readonly loadClustering: () => Promise<Clustering>;
  readonly ratings: {
    /** Changes whenever packs, own ratings, the edition or the feeds that may be polled change. Cheap: asked with every lookup. */
    key(): Promise<string>;
    /** To be called before a transaction begins: IndexedDB would end it while this loads. */
    load(): Promise<RatingsInUse>;
  };
  /** The articles of a polled feed, each id once. */
  readonly readArticles: (fetched: FetchedFeed) => Promise<readonly Article[]>;
  readonly now: () => EpochMs;
  /** Monotonic milliseconds, for durations: the clock may be set in between. */
  readonly ticks: () => number;
  /** Keeps the browser from stopping the worker during long work that nobody waits for. */
  readonly stayAwake: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Called when the engine took longer to load than a page waited: the page can be answered now. */
  readonly onLate: () => void;
  readonly limits: () => Promise<IndexLimits>;
};

export type IndexLimits = { readonly keepMs: number; readonly articlesMax: number };
