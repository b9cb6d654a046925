// The state of polling, for the popup, the options page and onboarding.
import * as z from 'zod/mini';
import { EpochMs } from '../engine/ids.ts';

export const SyncState = z.object({
  /** Number of chosen feeds with permission; 0 means that the user has to grant some first. */
  feedsAllowed: z.number(),
  feedsChosen: z.number(),
  /** Set while a cycle runs. */
  running: z.nullable(z.object({ done: z.number(), total: z.number(), startedAt: EpochMs })),
  /** True until a complete cycle has ended since the first feeds were allowed. */
  isFirst: z.boolean(),
  lastSuccessAt: z.nullable(EpochMs),
  /** Set when every feed of the last cycle failed because there was no network. */
  offlineSince: z.nullable(EpochMs),
  articles: z.number(),
  stories: z.number(),
  /** Number of allowed feeds whose last poll got no answer. */
  failing: z.number(),
  /** Set while none of the allowed feeds may be polled, even on request: when the first may be polled again. */
  pausedUntil: z.nullable(EpochMs),
  /** Set when the browser refused more storage even after pruning. */
  storageFull: z.boolean(),
  /** Why the index cannot be read, in which case the number of articles and stories is unknown. */
  unreadable: z.nullable(z.enum(['storage-newer', 'storage-forbidden', 'storage-failed'])),
});
export type SyncState = z.infer<typeof SyncState>;
