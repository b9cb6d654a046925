// What the on-device coverage source is made of; the composition root gives it, tests give fakes.
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
  /** Under which they were loaded: another than `key()` says for a moment, until the worker has heard of a change. */
  readonly key: string;
  readonly rater: OutletRater;
  readonly baseline: Baseline;
  readonly blindspotThresholds: BlindspotThresholds;
};

export type OnDeviceDeps = {
  readonly store: Store;
  /** Of the clustering that `loadClustering` loads: stored places of another version are computed anew. */
  readonly engineVersion: number;
  /** Asked only when articles come in, and for match and explain; never for a lookup. */
  readonly loadClustering: () => Promise<Clustering>;
  readonly ratings: {
    /** Changes whenever packs, own ratings or the edition change. Cheap: asked with every lookup. */
    key(): Promise<string>;
    /** To be called before a transaction begins: it would not wait. */
    load(): Promise<RatingsInUse>;
  };
  /** The articles of a polled feed, each id once. */
  readonly readArticles: (fetched: FetchedFeed) => Promise<readonly Article[]>;
  readonly now: () => EpochMs;
  /** Milliseconds that never run backwards, for spans: a clock may be set in between. */
  readonly ticks: () => number;
  /** Keeps the host from being stopped over work that may last longer than whoever asked for it waits. */
  readonly stayAwake: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** The engine took longer to load than a page waited for its story: it can be answered now. */
  readonly onLate: () => void;
  readonly limits: () => Promise<IndexLimits>;
};

export type IndexLimits = { readonly keepMs: number; readonly articlesMax: number };
