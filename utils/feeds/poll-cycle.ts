// Polls the feeds that are due, politely, and hands each outcome on before the next request to that feed could be made.
//
//   feeds ─ readState ─▶ due? allowed? host rested? ─ at most six at once ─▶ fetchFeed ─▶ nextState ─▶ onOutcome ─▶ done
//                          │ no: left for a later cycle                       │ aborted: as if never asked
//
// Invariants
// - A feed counts as done only after onOutcome has stored its articles and its state in one transaction. Stopped at any
//   point before, the feed is still due and is fetched again; storing the same articles twice changes nothing.
// - A host gets at most one request a cycle, and none within hostRestMs of the last: a feed that shares its host waits for
//   a later cycle instead of keeping this one alive, because a worker may be stopped after 30 s without work. `restingAt`
//   of the result says when that cycle should run. The rest holds over restarts through `lastAttemptAt` of the states; a
//   request that was cut short leaves none, but alarms do not start a worker again sooner than after 30 s either.
// - The cycle never waits for time to pass: it ends when its requests have ended, each within the fetch's timeout.
import { createFeedState, type FeedState } from './feed-state.ts';
import { FETCH_LIMITS, type FetchLimits, fetchFeed } from './fetch-feed.ts';
import { nextState } from './next-state.ts';
import type { FeedSource, PollOutcome } from './poll-outcome.ts';

export type PollLimits = FetchLimits & {
  /** Requests in flight. */
  readonly atOnce: number;
  /** Between two requests to one host. */
  readonly hostRestMs: number;
  /** The same, for a feed that is asked before it is due because the user wants it now. */
  readonly askedRestMs: number;
};

export const POLL_LIMITS: PollLimits = { ...FETCH_LIMITS, atOnce: 6, hostRestMs: 30_000, askedRestMs: 60_000 };

export type PollCycle = {
  readonly feeds: readonly FeedSource[];
  /** Null for a feed that was never polled. */
  readonly readState: (url: string) => Promise<FeedState | null>;
  /** Whether the browser lets us ask this address. */
  readonly isAllowed: (url: string) => boolean | Promise<boolean>;
  /** Stores articles and state in one transaction; what it throws ends the cycle and is thrown on. */
  readonly onOutcome: (outcome: PollOutcome) => Promise<void>;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly fetch: typeof fetch;
  readonly clock: () => number;
  readonly random: () => number;
  readonly isOnline: () => boolean;
  readonly signal: AbortSignal;
  readonly pollIntervalMs: number;
  /** The user wants news now: feeds that are not due are asked too, unless they failed or their host was just asked. */
  readonly isAsked?: boolean;
  readonly limits?: PollLimits;
  readonly startTimeout?: (ms: number) => AbortSignal;
};

export type CycleResult = {
  readonly ended: 'done' | 'aborted' | 'offline';
  /** Feeds asked, and how many of them failed. */
  readonly polled: number;
  readonly failed: number;
  /** Due feeds that were left because their host rests, and when the first of them can be asked. */
  readonly resting: number;
  readonly restingAt: number | null;
};

type Due = { readonly source: FeedSource; readonly state: FeedState };

export async function runPollCycle(cycle: PollCycle): Promise<CycleResult> {
  const { signal, clock, onProgress, limits = POLL_LIMITS } = cycle;
  if (!cycle.isOnline()) return { ended: 'offline', polled: 0, failed: 0, resting: 0, restingAt: null };
  const { due, resting, restingAt } = await chooseDue(cycle, limits, clock());
  const stop = new AbortController();
  const stopped = AbortSignal.any([signal, stop.signal]);
  const queue = due[Symbol.iterator]();
  let polled = 0;
  let failed = 0;

  async function work(): Promise<void> {
    for (const next of queue) {
      if (stopped.aborted) return;
      const outcome = await poll(cycle, next, stopped);
      if (outcome === null) return;
      await cycle.onOutcome(outcome);
      polled += 1;
      if (outcome.kind === 'failed') failed += 1;
      onProgress?.({ done: polled, total: due.length });
    }
  }

  onProgress?.({ done: 0, total: due.length });
  const workers = Array.from({ length: Math.min(limits.atOnce, due.length) }, () =>
    work().catch((cause: unknown) => {
      stop.abort();
      throw cause;
    }),
  );
  const ends = await Promise.allSettled(workers);
  const broken = ends.find((end) => end.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
  return { ended: signal.aborted ? 'aborted' : 'done', polled, failed, resting, restingAt };
}

/** Null when the poll was aborted: nothing is remembered of it. */
async function poll(cycle: PollCycle, { source, state }: Due, signal: AbortSignal): Promise<PollOutcome | null> {
  const { clock, random, pollIntervalMs, limits = POLL_LIMITS, startTimeout } = cycle;
  const outcome = await fetchFeed({
    state,
    fetch: cycle.fetch,
    now: clock(),
    signal,
    isOnline: cycle.isOnline,
    limits,
    ...(startTimeout === undefined ? {} : { startTimeout }),
  });
  if (outcome.kind === 'aborted') return null;
  const now = clock();
  const next = nextState(state, outcome, { now, pollIntervalMs, random });
  switch (outcome.kind) {
    case 'fetched':
      return { kind: 'fetched', source, state: next, feed: outcome.feed, fetchedAt: now };
    case 'unchanged':
      return { kind: 'unchanged', source, state: next };
    case 'failed':
      return { kind: 'failed', source, state: next, problem: outcome.problem };
  }
}

/** Longest waiting first, so that feeds sharing a host take turns; one feed a host. */
async function chooseDue(cycle: PollCycle, limits: PollLimits, now: number) {
  const known = await Promise.all(
    cycle.feeds.map(async (source): Promise<Due> => {
      const state = (await cycle.readState(source.url)) ?? createFeedState(source.url);
      return { source, state: await whereAllowed(cycle, state) };
    }),
  );
  const restedAt = new Map<string, number>();
  for (const { state } of known) {
    if (state.lastAttemptAt === null || state.lastAttemptAt > now) continue;
    const host = hostOf(state.currentUrl);
    restedAt.set(host, Math.max(restedAt.get(host) ?? 0, state.lastAttemptAt + limits.hostRestMs));
  }
  const due: Due[] = [];
  let resting = 0;
  let restingAt: number | null = null;
  for (const feed of known.toSorted((a, b) => a.state.nextPollAt - b.state.nextPollAt)) {
    const isScheduled = isDue(feed.state, now, cycle.pollIntervalMs);
    if (!isScheduled && !(cycle.isAsked === true && feed.state.failures === 0)) continue;
    if (!(await cycle.isAllowed(feed.state.currentUrl))) continue;
    const host = hostOf(feed.state.currentUrl);
    const from = restedAt.get(host) ?? 0;
    if (from + (isScheduled ? 0 : limits.askedRestMs - limits.hostRestMs) <= now) {
      due.push(feed);
      restedAt.set(host, now + limits.hostRestMs);
    } else if (isScheduled) {
      resting += 1;
      restingAt = Math.min(restingAt ?? from, from);
    }
  }
  return { due, resting, restingAt };
}

/** A feed that moved to a host without permission is asked at its own address. */
async function whereAllowed({ isAllowed }: PollCycle, state: FeedState): Promise<FeedState> {
  if (state.currentUrl === state.url || (await isAllowed(state.currentUrl))) return state;
  return { ...state, currentUrl: state.url, redirectedTo: null, etag: null, lastModified: null };
}

/** No schedule reaches further than a day and an interval: one that does was written while the clock was wrong. */
function isDue({ nextPollAt }: FeedState, now: number, pollIntervalMs: number): boolean {
  return nextPollAt <= now || nextPollAt > now + 24 * 3_600_000 + pollIntervalMs;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
