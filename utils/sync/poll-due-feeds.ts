// One poll cycle in the worker: provides the browser's fetch, clock and permissions to utils/feeds/poll-cycle.ts.

import type { FeedState } from '../../engine/feed/feed-state.ts';
import type { FeedSource, PollOutcome } from '../../engine/feed/poll-outcome.ts';
import type { CoverageError } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import { runPollCycle } from '../feeds/poll-cycle.ts';
import { fetchUnnamed } from '../fetch-unnamed.ts';
import type { FeedResult, PolledFeeds } from './feed-sync.ts';
import { stayAwake } from './stay-awake.ts';

export type DuePolling = {
  readonly feeds: readonly FeedSource[];
  readonly isAllowed: (url: string) => Promise<boolean>;
  readonly pollIntervalMs: number;
  readonly isAsked: boolean;
  readonly signal: AbortSignal;
  readonly onTotal: (total: number) => void;
  readonly onResult: (result: FeedResult) => Promise<void>;
  readonly readStates: () => Promise<Result<ReadonlyMap<string, FeedState>, CoverageError>>;
  readonly ingest: (outcome: PollOutcome) => Promise<Result<unknown, CoverageError>>;
};

export async function pollDueFeeds(polling: DuePolling): Promise<PolledFeeds> {
  const { feeds, isAllowed, pollIntervalMs, isAsked, signal, onTotal, onResult, readStates, ingest } = polling;
  const states = await readStates();
  // Without the states every feed would look as if it had never been polled.
  if (!states.ok) throw new Error('the states of feeds could not be read', { cause: states.error });
  let isFull = false;
  const cycle = await stayAwake(() =>
    runPollCycle({
      feeds,
      readState: async (url) => states.value.get(url) ?? null,
      isAllowed,
      onOutcome: async (outcome) => {
        const stored = await ingest(outcome);
        if (stored.ok) await onResult(toResult(outcome));
        else if (stored.error.reason === 'storage-full') {
          isFull = true;
          await onResult('storage-full');
        } else throw new Error('a polled feed could not be stored', { cause: stored.error });
      },
      onTotal,
      fetch: fetchUnnamed,
      clock: () => Date.now(),
      random: () => Math.random(),
      isOnline: () => navigator.onLine,
      signal: AbortSignal.any([signal, AbortSignal.timeout(CYCLE_MAX_MS)]),
      pollIntervalMs,
      isAsked,
    }),
  );
  // Then a cycle is tried again every minute, without requests: a waking device gets its network only after a while.
  const isOffline = cycle.ended === 'offline';
  if (isOffline) await onResult('offline');
  // If storage is full, polls were not recorded: a cycle for resting feeds would first poll the same ones again every minute.
  const hasResting = isOffline || (cycle.resting > 0 && !isFull);
  return { hasResting, clockErrorMs: cycle.clockErrorMs };
}

/** In milliseconds. A worker may run for five minutes per event; with a slow network the rest is left for the next minute. */
const CYCLE_MAX_MS = 270_000;

function toResult(outcome: PollOutcome): FeedResult {
  if (outcome.kind !== 'failed') return outcome.kind;
  return outcome.problem === 'offline' ? 'offline' : 'failed';
}
