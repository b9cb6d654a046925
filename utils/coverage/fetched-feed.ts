// A poll that brought a feed, as opposed to one that found nothing new or failed.
import type { PollOutcome } from '../feeds/poll-outcome.ts';

export type FetchedFeed = Extract<PollOutcome, { kind: 'fetched' }>;
