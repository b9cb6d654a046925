// The poller: claims due feeds, fetches them politely, and stores the articles of each together with its new state.
//
//   room? too much waiting? ─▶ claimFeeds ─▶ pollFeed ─▶ one transaction: articles + state ─▶ room
//
//   - An answer counts only once it is stored; if the process is killed before, the lease ends and the feed is polled again.
//   - While more than `waitingMax` articles wait for their story, nothing is polled: feeds keep their articles for hours.
//   - When no host at all can be reached, our own network is down: no feed is blamed, and one feed at a time is tried.

import type { IdentifyLanguage } from '../../engine/article/article-text.ts';
import { readArticlesOfFeed } from '../../engine/article/articles-of-feed.ts';
import { askEngine, EngineFailure } from '../../engine/engine-failure.ts';
import { hostOfFeed, REST_LIMITS, withoutFuturePoll } from '../../engine/feed/choose-due.ts';
import { FETCH_LIMITS, failedFetch } from '../../engine/feed/feed-exchange.ts';
import type { FeedHub } from '../../engine/feed/find-hub.ts';
import { BACK_OFF_MAX_MS } from '../../engine/feed/next-poll.ts';
import { type Ended, nextState } from '../../engine/feed/next-state.ts';
import { recognizeListed } from '../../engine/feed/readdressed.ts';
import { createExpiredTest, listUndated } from '../../engine/feed/undated.ts';
import type { OutletDirectory } from '../../engine/outlet/outlet-directory.ts';
import type { Article } from '../../engine/schema.ts';
import { describeSafely } from '../describe-safely.ts';
import type { Log } from '../log.ts';
import { pause } from '../pause.ts';
import type { Database } from '../store/database.ts';
import { type ClaimedFeed, claimFeeds, releaseFeed, repairSchedules, writeHub, writePolled } from '../store/feeds.ts';
import { pollFeed } from './poll-feed.ts';
import type { SafeFetch } from './safe-fetch.ts';
import type { TakeInto } from './take-into.ts';

export type PollerDeps = {
  readonly database: Database;
  readonly safeFetch: SafeFetch;
  readonly directory: OutletDirectory;
  readonly identifyLanguage: IdentifyLanguage;
  /** Stores articles within the given transaction, except those that are too old. */
  readonly take: TakeInto;
  /** Counts the articles that have no place in a story yet. */
  readonly countWaiting: () => Promise<number>;
  readonly now: () => number;
  readonly random: () => number;
  readonly log: Log;
  readonly limits: PollerLimits;
};

export type PollerLimits = {
  readonly pollIntervalMs: number;
  readonly atOnce: number;
  readonly waitingMax: number;
};

/** A poll ends within the fetch timeout; the rest is for storing its result. */
const LEASE_MS = FETCH_LIMITS.timeoutMs + 60_000;
const IDLE_MS = 1_000;
const FULL_MS = 2_000;
const BROKEN_MS = 5_000;
/** This many unreachable hosts in a row are no coincidence: about 2 % of real feeds fail at any time. */
const UNREACHED_IN_A_ROW = 12;
/** Larger than any correction that NTP makes in small steps, and than what the clocks of several machines differ by. */
const CLOCK_BACK_MS = 60_000;
/** This loop checks every second, so no feed needs to be due early. */
const JITTER = { least: 1, most: 1.15 };

/** Runs until the signal is aborted, then waits until polls that are running have been stored. */
export async function pollFeeds(deps: PollerDeps, signal: AbortSignal): Promise<void> {
  const { log, limits } = deps;
  const inFlight = new Set<Promise<void>>();
  /** Hosts that failed since the last answer from any host. */
  const unreached = new Set<string>();
  let isFull = false;
  let seenAt = Number.POSITIVE_INFINITY;

  const noteWaiting = (waiting: number) => {
    const isFullNow = waiting > limits.waitingMax;
    if (isFullNow !== isFull) log.info(isFullNow ? 'polling pauses' : 'polling goes on', { waiting });
    isFull = isFullNow;
  };

  function start(feed: ClaimedFeed): void {
    const polling = poll(feed)
      .catch((cause: unknown) => giveUp(deps, { feed, cause }))
      .catch((cause: unknown) => log.error('a poll could not be stored', { cause }))
      .finally(() => inFlight.delete(polling));
    inFlight.add(polling);
  }

  async function poll(feed: ClaimedFeed): Promise<void> {
    const now = deps.now();
    const { outcome, hub } = await pollFeed({ ...deps, state: withoutFuturePoll(feed.state, now), now, signal });
    if (outcome.kind === 'aborted') return await releaseFeed(deps.database, feed);
    const isUnreached = outcome.kind === 'failed' && outcome.problem === 'network';
    if (isUnreached) unreached.add(hostOfFeed(feed.state.currentUrl));
    else unreached.clear();
    const ended = unreached.size >= UNREACHED_IN_A_ROW ? failedFetch('offline') : outcome;
    await storePoll(deps, { feed, outcome: ended, hub });
  }

  /** At the start and after the clock was set back: otherwise no feed would be polled for as long as the clock had been ahead. */
  async function followClock(now: number): Promise<void> {
    if (now < seenAt - CLOCK_BACK_MS) {
      await repairSchedules(deps.database, {
        attemptedAt: now + CLOCK_BACK_MS,
        nextPollAt: now + BACK_OFF_MAX_MS + limits.pollIntervalMs,
        leaseUntil: now + LEASE_MS + CLOCK_BACK_MS,
      });
    }
    seenAt = now;
  }

  async function turn(): Promise<number> {
    await followClock(deps.now());
    noteWaiting(await deps.countWaiting());
    if (isFull) return FULL_MS;
    const isOffline = unreached.size >= UNREACHED_IN_A_ROW;
    const room = (isOffline ? 1 : limits.atOnce) - inFlight.size;
    if (room <= 0) {
      await Promise.race(inFlight);
      return 0;
    }
    const { hostRestMs } = REST_LIMITS;
    const onUnreadable = (url: string) => log.warn('a row of the table feeds cannot be read', { feed: url });
    const claim = { now: deps.now(), limit: room, leaseMs: LEASE_MS, hostRestMs, onUnreadable };
    const feeds = await claimFeeds(deps.database, claim);
    for (const feed of feeds) start(feed);
    return feeds.length === 0 || isOffline ? IDLE_MS : 0;
  }

  while (!signal.aborted) {
    const restMs = await turn().catch((cause: unknown) => {
      log.error('feeds could not be claimed', { cause });
      return BROKEN_MS;
    });
    await pause(restMs, signal);
  }
  await Promise.all(inFlight);
}

type FailedPoll = { readonly feed: ClaimedFeed; readonly cause: unknown };

/**
 * When our code or the database fails on an answer's content, it would fail on the next one too: the feed is treated as malformed
 * and backs off. Otherwise it would be polled again each time its lease ends.
 */
async function giveUp(deps: PollerDeps, { feed, cause }: FailedPoll): Promise<void> {
  if (!isContentError(cause)) throw cause;
  deps.log.error('a feed could not be taken', {
    cause: new Error(describeSafely(cause instanceof EngineFailure ? cause.cause : cause)),
    facts: { outlet: feed.source.outletId },
  });
  await storePoll(deps, { feed, outcome: failedFetch('malformed'), hub: undefined });
}

/** PostgreSQL's error class 22 (data exception), and whatever the engine threw. */
const isContentError = (cause: unknown): boolean =>
  cause instanceof EngineFailure || (cause instanceof Error && 'code' in cause && /^22/.test(String(cause.code)));

type EndedPoll = { readonly feed: ClaimedFeed; readonly outcome: Ended; readonly hub: FeedHub | null | undefined };

async function storePoll(deps: PollerDeps, { feed, outcome, hub }: EndedPoll): Promise<void> {
  const { database, limits, random, log } = deps;
  const now = deps.now();
  const { pollIntervalMs } = limits;
  const schedule = { now, pollIntervalMs, jitter: JITTER, random };
  const next = nextState(feed.state, { outcome, schedule });
  // The extension leaves a feed due while offline, since it knows when it is online again; here it would be polled in a loop.
  const rested = next.lastProblem === 'offline' ? { ...next, nextPollAt: now + REST_LIMITS.hostRestMs } : next;
  const read =
    outcome.kind === 'fetched' ? readArticles(deps, { source: feed.source, feed: outcome.feed, fetchedAt: now }) : null;
  const { articles, listed: remembered } = recognizeListed(read ?? [], feed.state.listed);
  const state =
    read === null ? rested : { ...rested, undated: listUndated(articles, feed.state.undated), listed: remembered };
  const isExpired = createExpiredTest(feed.state);
  const added = await database.transaction(async (queries) => {
    const listed = { articles, isExpired, saidBy: feed.source.outletId };
    const report = articles.length === 0 ? { added: 0 } : await deps.take(queries, listed);
    await writePolled(queries, { state, leaseUntil: feed.leaseUntil });
    if (hub !== undefined) await writeHub(queries, { url: feed.source.url, hub });
    return report.added;
  });
  if (outcome.kind === 'failed') log.info('feed failed', { outlet: feed.source.outletId, problem: outcome.problem });
  else if (added > 0) log.info('feed brought articles', { outlet: feed.source.outletId, added });
}

function readArticles(deps: PollerDeps, fetched: Parameters<typeof readArticlesOfFeed>[0]): readonly Article[] {
  return askEngine(() => readArticlesOfFeed(fetched, deps));
}
