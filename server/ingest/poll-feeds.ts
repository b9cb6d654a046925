// The poller: claims due feeds, asks them politely, and stores what each brought together with its new state.
//
//   room? too much waiting? ─▶ claimFeeds ─▶ pollFeed ─▶ one transaction: articles + state ─▶ room
//
// - A feed's answer counts only once it is stored; killed before that, the lease ends and the feed is asked again.
// - While more articles wait for their story than `waitingMax`, nothing is asked: feeds keep their articles for hours.
// - When nobody at all can be reached, it is our own network: no feed is blamed, and one feed at a time tries again.

import type { IdentifyLanguage } from '../../engine/article/article-text.ts';
import { readArticlesOfFeed } from '../../engine/article/articles-of-feed.ts';
import { askEngine, EngineFailure } from '../../engine/engine-failure.ts';
import { hostOfFeed, REST_LIMITS, withoutFuture } from '../../engine/feed/choose-due.ts';
import { FETCH_LIMITS, type FetchOutcome, failedFetch } from '../../engine/feed/feed-exchange.ts';
import type { FeedHub } from '../../engine/feed/find-hub.ts';
import { BACK_OFF_MAX_MS } from '../../engine/feed/next-poll.ts';
import { type Ended, nextState } from '../../engine/feed/next-state.ts';
import type { FeedSource } from '../../engine/feed/poll-outcome.ts';
import { recognizeListed } from '../../engine/feed/readdressed.ts';
import { createExpiredTest, listUndated } from '../../engine/feed/undated.ts';
import type { OutletDirectory } from '../../engine/outlet/outlet-directory.ts';
import type { Article } from '../../engine/schema.ts';
import type { Log } from '../log.ts';
import { pause } from '../pause.ts';
import type { Database } from '../store/database.ts';
import { type ClaimedFeed, claimFeeds, mendSchedules, releaseFeed, writeHub, writePolled } from '../store/feeds.ts';
import { tellSafely } from '../tell-safely.ts';
import { pollFeed } from './poll-feed.ts';
import type { SafeFetch } from './safe-fetch.ts';
import type { TakeInto } from './take-into.ts';

export type PollerDeps = {
  readonly database: Database;
  readonly safeFetch: SafeFetch;
  readonly directory: OutletDirectory;
  readonly identifyLanguage: IdentifyLanguage;
  /** Stores articles within the transaction that it is given; leaves out what is too old. */
  readonly take: TakeInto;
  /** Articles that have no place in a story yet. */
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

/** A poll ends within the fetch's own timeout; the rest is for storing what it brought. */
const LEASE_MS = FETCH_LIMITS.timeoutMs + 60_000;
const IDLE_MS = 1_000;
const FULL_MS = 2_000;
const BROKEN_MS = 5_000;
/** So many different hosts in a row that cannot be reached are no coincidence: of real feeds some 2 % fail at a time. */
const UNREACHED_IN_A_ROW = 12;
/** More than a clock is ever put right by in small steps. */
const CLOCK_BACK_MS = 60_000;
/** This loop checks every second, so no feed needs to be due early. */
const JITTER = { least: 1, most: 1.15 };

/** Runs until the signal; then waits for what is being stored. */
export async function pollFeeds(deps: PollerDeps, signal: AbortSignal): Promise<void> {
  const { log, limits } = deps;
  const inFlight = new Set<Promise<void>>();
  /** Hosts since the last answer. */
  const unreached = new Set<string>();
  let isFull = false;
  let seenAt = Number.POSITIVE_INFINITY;

  const tell = (isFullNow: boolean, waiting: number) => {
    if (isFullNow !== isFull) log.info(isFullNow ? 'polling pauses' : 'polling goes on', { waiting });
    isFull = isFullNow;
  };

  function start(feed: ClaimedFeed): void {
    const polling = poll(feed)
      .catch((cause: unknown) => giveUp(deps, feed, cause))
      .catch((cause: unknown) => log.error('a poll could not be stored', cause))
      .finally(() => inFlight.delete(polling));
    inFlight.add(polling);
  }

  async function poll(feed: ClaimedFeed): Promise<void> {
    const now = deps.now();
    const { outcome, hub } = await pollFeed({ ...deps, state: withoutFuture(feed.state, now), now, signal });
    if (outcome.kind === 'aborted') return await releaseFeed(deps.database, feed);
    const isUnreached = outcome.kind === 'failed' && outcome.problem === 'network';
    if (isUnreached) unreached.add(hostOfFeed(feed.state.currentUrl));
    else unreached.clear();
    const ended = unreached.size >= UNREACHED_IN_A_ROW ? failedFetch('offline') : outcome;
    await storePoll(deps, { feed, outcome: ended, hub });
  }

  /** At the start, and when the clock has gone back: what is scheduled for a time that is far away now would never come. */
  async function followClock(now: number): Promise<void> {
    if (now < seenAt - CLOCK_BACK_MS) {
      await mendSchedules(deps.database, now + BACK_OFF_MAX_MS + limits.pollIntervalMs);
    }
    seenAt = now;
  }

  async function turn(): Promise<number> {
    await followClock(deps.now());
    const waiting = await deps.countWaiting();
    tell(waiting > limits.waitingMax, waiting);
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
      log.error('feeds could not be claimed', cause);
      return BROKEN_MS;
    });
    await pause(restMs, signal);
  }
  await Promise.all(inFlight);
}

/**
 * Whatever of an answer our own code or the database does not bear, it will not bear in the next one either: the feed is
 * left alone as one that is malformed, or it would be asked each time its lease ends.
 */
async function giveUp(deps: PollerDeps, feed: ClaimedFeed, cause: unknown): Promise<void> {
  if (!isOverContent(cause)) throw cause;
  const failure = new Error(tellSafely(cause instanceof EngineFailure ? cause.cause : cause));
  deps.log.error('a feed could not be taken', failure, { outlet: feed.source.outletId });
  await storePoll(deps, { feed, outcome: failedFetch('malformed'), hub: undefined });
}

/** PostgreSQL's class of data that it refuses, and whatever the engine threw. */
const isOverContent = (cause: unknown): boolean =>
  cause instanceof EngineFailure || (cause instanceof Error && 'code' in cause && /^22/.test(String(cause.code)));

type EndedPoll = { readonly feed: ClaimedFeed; readonly outcome: Ended; readonly hub: FeedHub | null | undefined };

async function storePoll(deps: PollerDeps, { feed, outcome, hub }: EndedPoll): Promise<void> {
  const { database, limits, random, log } = deps;
  const now = deps.now();
  const { pollIntervalMs } = limits;
  const next = nextState(feed.state, outcome, { now, pollIntervalMs, jitter: JITTER, random });
  // Being offline leaves a feed due in the extension, which knows when it is online again; here it would be asked in a loop.
  const rested = next.lastProblem === 'offline' ? { ...next, nextPollAt: now + REST_LIMITS.hostRestMs } : next;
  const read = outcome.kind === 'fetched' ? readArticles(deps, feed.source, outcome, now) : null;
  const { articles, listed: remembered } = recognizeListed(read ?? [], feed.state?.listed);
  const state = read === null ? rested : { ...rested, undated: listUndated(articles), listed: remembered };
  const isExpired = createExpiredTest(feed.state);
  const added = await database.transaction(async (queries) => {
    const listed = { articles, isExpired, saidBy: feed.source.outletId };
    const report = articles.length === 0 ? { added: 0 } : await deps.take(queries, listed);
    await writePolled(queries, { state, leaseUntil: feed.leaseUntil });
    if (hub !== undefined) await writeHub(queries, feed.source.url, hub);
    return report.added;
  });
  if (outcome.kind === 'failed') log.info('feed failed', { outlet: feed.source.outletId, problem: outcome.problem });
  else if (added > 0) log.info('feed brought articles', { outlet: feed.source.outletId, added });
}

type Fetched = Extract<FetchOutcome, { kind: 'fetched' }>;

function readArticles(deps: PollerDeps, source: FeedSource, { feed }: Fetched, fetchedAt: number): readonly Article[] {
  return askEngine(() => readArticlesOfFeed({ source, feed, fetchedAt }, deps));
}
