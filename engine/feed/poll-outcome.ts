// The result of polling one feed, with the feed's new state, which has to be stored together with it.

import type { OutletId } from '../ids.ts';
import type { FeedProblem, FeedState } from './feed-state.ts';
import type { ParsedFeed } from './schema.ts';

/** A feed to poll, with what its articles need to know of it. */
export type FeedSource = {
  readonly url: string;
  readonly outletId: OutletId;
  /** The registry's language of the feed, null when it names none. */
  readonly lang: string | null;
  readonly format: 'feed' | 'sitemap';
};

export type PollOutcome =
  | {
      readonly kind: 'fetched';
      readonly source: FeedSource;
      readonly state: FeedState;
      readonly feed: ParsedFeed;
      /** When it was fetched, by the servers' clocks where the device's is wrong (server-time.ts): `firstSeenAt` of new articles. */
      readonly fetchedAt: number;
    }
  | { readonly kind: 'unchanged'; readonly source: FeedSource; readonly state: FeedState }
  | { readonly kind: 'failed'; readonly source: FeedSource; readonly state: FeedState; readonly problem: FeedProblem };

/** A poll that brought a feed, as opposed to one that found nothing new or failed. */
export type FetchedFeed = Extract<PollOutcome, { kind: 'fetched' }>;
