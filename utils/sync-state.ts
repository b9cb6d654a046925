// How far the polling of feeds has got, as the popup, the options page and onboarding show it.
import * as z from 'zod/mini';
import { EpochMs } from '../engine/ids.ts';

export const SyncState = z.object({
  /** Feeds chosen and allowed; 0 means that the user has to allow some first. */
  feedsAllowed: z.number(),
  feedsChosen: z.number(),
  /** Set while a cycle runs. */
  running: z.nullable(z.object({ done: z.number(), total: z.number(), startedAt: EpochMs })),
  /** True until one whole cycle has ended since the feeds were first allowed. */
  isFirst: z.boolean(),
  lastSuccessAt: z.nullable(EpochMs),
  /** Set when every feed of the last cycle failed for want of a network. */
  offlineSince: z.nullable(EpochMs),
  articles: z.number(),
  stories: z.number(),
  /** Of the allowed feeds, those that gave no answer when they were last asked. */
  failing: z.number(),
  /** Set while none of the allowed feeds may be asked, not even at the user's wish: when the first can be again. */
  pausedUntil: z.nullable(EpochMs),
  /** Set when the browser refused more storage even after pruning. */
  storageFull: z.boolean(),
  /** Why what is stored cannot be counted: then there may be any number of articles and stories. */
  unreadable: z.nullable(z.enum(['storage-newer', 'storage-forbidden', 'storage-failed'])),
});
export type SyncState = z.infer<typeof SyncState>;
