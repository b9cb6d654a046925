// Decides which feeds are polled now: those that are due and whose host has rested, longest waiting first, one a host; and
// until when none can be.
import type { FeedState } from './feed-state.ts';
import { BACK_OFF_MAX_MS } from './next-poll.ts';
import type { FeedSource } from './poll-outcome.ts';

export type RestLimits = {
  /** Least time between two requests to one host. */
  readonly hostRestMs: number;
  /** The same for a feed that is not due, and polled because the user wants news now. */
  readonly askedRestMs: number;
};

export const REST_LIMITS: RestLimits = { hostRestMs: 30_000, askedRestMs: 60_000 };

export type KnownFeed = { readonly source: FeedSource; readonly state: FeedState };

export type DueQuestion = {
  readonly known: readonly KnownFeed[];
  readonly now: number;
  readonly pollIntervalMs: number;
  /** The user wants news now: feeds that are not due are polled, too, unless they failed or their host was just asked. */
  readonly isAsked?: boolean;
  /** Whether the host may ask this address. */
  readonly isAllowed: (url: string) => boolean | Promise<boolean>;
  readonly limits: RestLimits;
};

export type DueFeeds = {
  readonly due: readonly KnownFeed[];
  /** Number of due feeds that are left out because their host has to rest. */
  readonly resting: number;
};

export async function chooseDue(question: DueQuestion): Promise<DueFeeds> {
  const { now, pollIntervalMs, isAsked, isAllowed, limits } = question;
  const current = question.known.map(({ source, state }) => ({ source, state: withoutFuturePoll(state, now) }));
  const known = await Promise.all(current.map((feed) => withAllowedUrl(feed, isAllowed)));
  const restedAt = readRests(known, { limits, now });
  const refusals = readRefusals(
    known.map(({ state }) => state),
    now,
  );
  const due: KnownFeed[] = [];
  let resting = 0;
  for (const feed of known.toSorted((a, b) => a.state.nextPollAt - b.state.nextPollAt)) {
    const isScheduled = isDue(feed.state, { now, pollIntervalMs });
    if (!isScheduled && !(isAsked === true && isWorthAsking(feed.state))) continue;
    if (!(await isAllowed(feed.state.currentUrl))) continue;
    const host = hostOfFeed(feed.state.currentUrl);
    if (refusals.has(host)) continue;
    const from = restedAt.get(host) ?? 0;
    if (from + (isScheduled ? 0 : limits.askedRestMs - limits.hostRestMs) <= now) {
      due.push(feed);
      restedAt.set(host, now + limits.hostRestMs);
    } else if (isScheduled) {
      resting += 1;
    }
  }
  return { due, resting };
}

function readRests(
  known: readonly KnownFeed[],
  { limits, now }: Pick<DueQuestion, 'limits' | 'now'>,
): Map<string, number> {
  const restedAt = new Map<string, number>();
  for (const { state } of known) {
    if (state.lastAttemptAt === null || state.lastAttemptAt > now) continue;
    const host = hostOfFeed(state.currentUrl);
    restedAt.set(host, Math.max(restedAt.get(host) ?? 0, state.lastAttemptAt + limits.hostRestMs));
  }
  return restedAt;
}

/** After a 429, a host's other feeds are left alone for this long at most; the refused feed itself perhaps for a day. A guess at what the host meant. */
export const REFUSAL_MAX_MS = 3_600_000;

/** Hosts that answered 429 (too many requests), which is taken to mean all of their feeds, and until when that holds. */
function readRefusals(states: readonly FeedState[], now: number): ReadonlyMap<string, number> {
  const refusals = new Map<string, number>();
  for (const { currentUrl, lastStatus, lastAttemptAt, nextPollAt } of states) {
    if (lastStatus !== 429 || lastAttemptAt === null || lastAttemptAt > now) continue;
    const end = Math.min(nextPollAt, lastAttemptAt + REFUSAL_MAX_MS);
    const host = hostOfFeed(currentUrl);
    if (now < end) refusals.set(host, Math.max(refusals.get(host) ?? 0, end));
  }
  return refusals;
}

/**
 * When the first of these feeds can be polled again, if none can be now, not even for a user who wants news; null if any can
 * be. A feed cannot be polled while its host asked for a pause or it backs off after a failure.
 */
export function findPauseEnd(states: readonly FeedState[], now: number): number | null {
  const refusals = readRefusals(states, now);
  const ends = states.map((state) => {
    const isFree = isWorthAsking(state) || isDue(state, { now, pollIntervalMs: BACK_OFF_MAX_MS });
    return Math.max(isFree ? 0 : state.nextPollAt, refusals.get(hostOfFeed(state.currentUrl)) ?? 0);
  });
  const first = Math.min(...ends);
  return first > now && ends.length > 0 ? first : null;
}

/** A last poll in the future was made under a clock that was ahead, and may have dropped articles as too old: without validators the feed is fetched again. */
export function withoutFuturePoll(state: FeedState, now: number): FeedState {
  return wasPolledInFuture(state, now) ? { ...state, etag: null, lastModified: null } : state;
}

const wasPolledInFuture = ({ lastAttemptAt }: FeedState, now: number) => lastAttemptAt !== null && lastAttemptAt > now;

/** A feed that moved to a host without permission is polled at its original address. */
async function withAllowedUrl(feed: KnownFeed, isAllowed: DueQuestion['isAllowed']): Promise<KnownFeed> {
  const { source, state } = feed;
  if (state.currentUrl === state.url || (await isAllowed(state.currentUrl))) return feed;
  return { source, state: { ...state, currentUrl: state.url, redirectedTo: null, etag: null, lastModified: null } };
}

/** No schedule reaches further than a day and an interval: one that does, or that follows a poll in the future, was made under a wrong clock, and the feed is due. */
function isDue(state: FeedState, { now, pollIntervalMs }: Pick<DueQuestion, 'now' | 'pollIntervalMs'>): boolean {
  const { nextPollAt } = state;
  return wasPolledInFuture(state, now) || nextPollAt <= now || nextPollAt > now + BACK_OFF_MAX_MS + pollIntervalMs;
}

/** Whether polling a feed that is not due makes sense: it worked last time, or failed for want of a network, which may be back. */
function isWorthAsking({ failures, lastProblem }: FeedState): boolean {
  return failures === 0 || ['network', 'timeout', 'offline'].includes(lastProblem ?? '');
}

export function hostOfFeed(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
