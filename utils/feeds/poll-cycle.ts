// Polls the due feeds, politely, and passes on each outcome before that feed could be polled again.
//
//   feeds ─ readState ─▶ due? allowed? host rested? ─ at most six at once ─▶ fetchFeed ─▶ nextState ─▶ onOutcome ─▶ done
//                          │ no: left for a later cycle                       │ aborted: as if never polled
//
// Invariants
//   - A feed is done only after onOutcome has stored its articles and state in one transaction. If it is stopped before that, the
//     feed is still due and is fetched again; storing the same articles twice changes nothing.
//   - A host gets at most one request a cycle, and none within hostRestMs of the last. Its other feeds wait for a later cycle
//     instead of prolonging this one, since a worker may be stopped after 30 s without work. The rest survives restarts through
//     `lastAttemptAt` in the states; an aborted request leaves none, but alarms do not restart a worker within 30 s either.
//   - The cycle never waits for time to pass: it ends when its requests have ended, each within the fetch timeout.
//   - Until the first answer it is unknown whether the feeds or the reader's network are at fault, so outcomes are held back. If
//     OUTAGE_HOSTS_MIN or more hosts gave no answer, all of them are passed on as offline.
//   - Outcomes are also held back while it is uncertain whose clock is right.
import { chooseDue, type KnownFeed, REST_LIMITS, type RestLimits } from '../../engine/feed/choose-due.ts';
import { FETCH_LIMITS, type FetchLimits, failedFetch } from '../../engine/feed/feed-exchange.ts';
import { createFeedState, type FeedState } from '../../engine/feed/feed-state.ts';
import { type Ended, nextState } from '../../engine/feed/next-state.ts';
import type { FeedSource, PollOutcome } from '../../engine/feed/poll-outcome.ts';
import { findClockError, isClockDoubtful } from '../../engine/feed/server-time.ts';
import type { EpochMs } from '../../engine/ids.ts';
import { fetchFeed } from './fetch-feed.ts';

export type PollLimits = FetchLimits &
  RestLimits & {
    /** Requests in flight. */
    readonly atOnce: number;
  };

const POLL_LIMITS: PollLimits = { ...FETCH_LIMITS, ...REST_LIMITS, atOnce: 6 };

/**
 * If this many hosts fail together, the reader's network is down. With a lower value a few dead feeds would never back
 * off; with a higher one an outage would be held against a reader's few feeds. An estimate.
 */
const OUTAGE_HOSTS_MIN = 3;

/** Due slightly before the next regular alarm, which would otherwise miss it. */
const JITTER = { least: 0.8, most: 0.95 };

export type PollCycle = {
  readonly feeds: readonly FeedSource[];
  /** Null for a feed that was never polled. */
  readonly readState: (url: string) => Promise<FeedState | null>;
  /** Whether the browser permits requests to this address. */
  readonly isAllowed: (url: string) => boolean | Promise<boolean>;
  /** Stores articles and state in one transaction; an exception ends the cycle and is rethrown. */
  readonly onOutcome: (outcome: PollOutcome) => Promise<void>;
  /** Called with the number of feeds to poll, before the first request. */
  readonly onTotal?: (total: number) => void;
  readonly fetch: typeof fetch;
  readonly clock: () => number;
  readonly random: () => number;
  readonly isOnline: () => boolean;
  readonly signal: AbortSignal;
  readonly pollIntervalMs: number;
  /** The user requested news now: polls feeds that are not due too, unless the host refused them or was just polled. */
  readonly isAsked?: boolean;
  readonly limits?: PollLimits;
  readonly startTimeout?: (ms: number) => AbortSignal;
};

export type CycleResult = {
  readonly ended: 'done' | 'aborted' | 'offline';
  /** Number of feeds polled. */
  readonly polled: number;
  /** Due feeds left for the next cycle: their host rests, or there was no time. */
  readonly resting: number;
  /** How far our clock is ahead of the servers'; 0 if it is right or unknown. */
  readonly clockErrorMs: number;
};

export async function runPollCycle(cycle: PollCycle): Promise<CycleResult> {
  const { signal, clock, onTotal, limits = POLL_LIMITS } = cycle;
  if (!cycle.isOnline()) {
    return { ended: 'offline', polled: 0, resting: 0, clockErrorMs: 0 };
  }
  const { due, resting } = await chooseDue({
    ...cycle,
    known: await readKnown(cycle),
    limits,
    now: clock(),
  });
  const stop = new AbortController();
  const stopped = AbortSignal.any([signal, stop.signal]);
  const queue = due[Symbol.iterator]();
  const held: EndedPoll[] = [];
  const leadsMs: number[] = [];
  let isReached = false;
  let polled = 0;

  const watched: PollCycle = {
    ...cycle,
    signal: stopped,
    fetch: async (...request) => {
      const response = await cycle.fetch(...request);
      isReached = true;
      return response;
    },
  };

  async function work(): Promise<void> {
    for (const next of queue) {
      if (stopped.aborted) return;
      const ended = await poll(watched, next);
      if (ended === null) return;
      const saidAt = readServerTime(ended.outcome);
      if (saidAt !== null) leadsMs.push(ended.endedAt - saidAt);
      held.push(ended);
      if (isReached && !isClockDoubtful(leadsMs)) await passOn(held.splice(0));
    }
  }

  async function passOn(polls: readonly EndedPoll[]): Promise<void> {
    for (const ended of polls) {
      await cycle.onOutcome(toOutcome(ended, { ...cycle, clockErrorMs: findClockError(leadsMs) }));
      polled += 1;
    }
  }

  onTotal?.(due.length);
  const workers = Array.from({ length: Math.min(limits.atOnce, due.length) }, () =>
    work().catch((cause: unknown) => {
      stop.abort();
      throw cause;
    }),
  );
  const ends = await Promise.allSettled(workers);
  const broken = ends.find((end) => end.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
  // A cycle polls each host once, so the number of polls is the number of hosts.
  const isOutage = !isReached && held.length >= OUTAGE_HOSTS_MIN;
  await passOn(isOutage ? held.map((ended) => ({ ...ended, outcome: failedFetch('offline') })) : held);
  const ended = signal.aborted ? 'aborted' : 'done';
  // While the network is down, no follow-up cycle is requested.
  const left = isOutage ? 0 : resting + due.length - polled;
  return { ended, polled, resting: left, clockErrorMs: findClockError(leadsMs) };
}

type EndedPoll = { readonly feed: KnownFeed; readonly outcome: Ended; readonly endedAt: number };

/** Null when the poll was aborted: it leaves no trace. */
async function poll(cycle: PollCycle, feed: KnownFeed): Promise<EndedPoll | null> {
  const { clock, limits = POLL_LIMITS, startTimeout } = cycle;
  const outcome = await fetchFeed({
    state: feed.state,
    fetch: cycle.fetch,
    now: clock(),
    signal: cycle.signal,
    isOnline: cycle.isOnline,
    limits,
    ...(startTimeout === undefined ? {} : { startTimeout }),
  });
  return outcome.kind === 'aborted' ? null : { feed, outcome, endedAt: clock() };
}

const readServerTime = (outcome: Ended): EpochMs | null => (outcome.kind === 'failed' ? null : outcome.saidAt);

type Ending = Pick<PollCycle, 'pollIntervalMs' | 'random'> & Pick<CycleResult, 'clockErrorMs'>;

function toOutcome({ feed, outcome, endedAt }: EndedPoll, ending: Ending): PollOutcome {
  const { source } = feed;
  const { pollIntervalMs, random, clockErrorMs } = ending;
  const schedule = { now: endedAt, pollIntervalMs, jitter: JITTER, random };
  const state = nextState(feed.state, { outcome, schedule });
  switch (outcome.kind) {
    case 'fetched':
      return { kind: 'fetched', source, state, feed: outcome.feed, fetchedAt: endedAt - clockErrorMs };
    case 'unchanged':
      return { kind: 'unchanged', source, state };
    case 'failed':
      return { kind: 'failed', source, state, problem: outcome.problem };
  }
}

async function readKnown({ feeds, readState }: PollCycle): Promise<KnownFeed[]> {
  return Promise.all(
    feeds.map(async (source) => ({ source, state: (await readState(source.url)) ?? createFeedState(source.url) })),
  );
}
