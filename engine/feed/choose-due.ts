// Decides which feeds are asked now: those that are due and whose host has rested, longest waiting first, one a host; and
// until when none can be.
import type { FeedState } from './feed-state.ts';
import { BACK_OFF_MAX_MS } from './next-poll.ts';
import type { FeedSource } from './poll-outcome.ts';

export type RestLimits = {
  /** Between two requests to one host. */
  readonly hostRestMs: number;
  /** The same, for a feed that is asked before it is due because the user wants it now. */
  readonly askedRestMs: number;
};

export const REST_LIMITS: RestLimits = { hostRestMs: 30_000, askedRestMs: 60_000 };

export type KnownFeed = { readonly source: FeedSource; readonly state: FeedState };

export type DueQuestion = {
  readonly known: readonly KnownFeed[];
  readonly now: number;
  readonly pollIntervalMs: number;
  /** The user wants news now: feeds that are not due are asked too, unless the host refused them or was just asked. */
  readonly isAsked?: boolean;
  /** Whether the host may ask this address. */
  readonly isAllowed: (url: string) => boolean | Promise<boolean>;
  readonly limits: RestLimits;
};

export type DueFeeds = {
  readonly due: readonly KnownFeed[];
  /** Due feeds that are left because their host rests. */
  readonly resting: number;
};

export async function chooseDue(question: DueQuestion): Promise<DueFeeds> {
  const { now, pollIntervalMs, isAsked, isAllowed, limits } = question;
  const current = question.known.map(({ source, state }) => ({ source, state: withoutFuture(state, now) }));
  const known = await Promise.all(current.map((feed) => whereAllowed(feed, isAllowed)));
  const restedAt = readRests(known, limits, now);
  const refusals = readRefusals(
    known.map(({ state }) => state),
    now,
  );
  const due: KnownFeed[] = [];
  let resting = 0;
  for (const feed of known.toSorted((a, b) => a.state.nextPollAt - b.state.nextPollAt)) {
    const isScheduled = isDue(feed.state, now, pollIntervalMs);
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

function readRests(known: readonly KnownFeed[], { hostRestMs }: RestLimits, now: number): Map<string, number> {
  const restedAt = new Map<string, number>();
  for (const { state } of known) {
    if (state.lastAttemptAt === null || state.lastAttemptAt > now) continue;
    const host = hostOfFeed(state.currentUrl);
    restedAt.set(host, Math.max(restedAt.get(host) ?? 0, state.lastAttemptAt + hostRestMs));
  }
  return restedAt;
}

/** What a host asks for one address may be a day; its other feeds are tried again sooner, a guess at what it meant. */
export const REFUSAL_MAX_MS = 3_600_000;

/**
 * Hosts that said "too many requests", and do not mean one feed alone, and until when that holds. Nobody waits for them
 * as for a resting host.
 */
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
 * When the first of these feeds can be asked again, where none can be now, not even for a user who wants news: each asked
 * for a pause, or is left alone after what it answered. Null where one can be.
 */
export function findPauseEnd(states: readonly FeedState[], now: number): number | null {
  const refusals = readRefusals(states, now);
  const ends = states.map((state) => {
    const isFree = isWorthAsking(state) || isDue(state, now, BACK_OFF_MAX_MS);
    return Math.max(isFree ? 0 : state.nextPollAt, refusals.get(hostOfFeed(state.currentUrl)) ?? 0);
  });
  const first = Math.min(...ends);
  return first > now && ends.length > 0 ? first : null;
}

/** A poll yet to come was under a clock that was ahead, and may have left out as too old what nobody has changed since. */
export function withoutFuture(state: FeedState, now: number): FeedState {
  return isOfFuture(state, now) ? { ...state, etag: null, lastModified: null } : state;
}

const isOfFuture = ({ lastAttemptAt }: FeedState, now: number) => lastAttemptAt !== null && lastAttemptAt > now;

/** A feed that moved to a host without permission is asked at its own address. */
async function whereAllowed(feed: KnownFeed, isAllowed: DueQuestion['isAllowed']): Promise<KnownFeed> {
  const { source, state } = feed;
  if (state.currentUrl === state.url || (await isAllowed(state.currentUrl))) return feed;
  return { source, state: { ...state, currentUrl: state.url, redirectedTo: null, etag: null, lastModified: null } };
}

/** No schedule reaches further than a day and an interval: one that does, or follows a poll yet to come, is of a wrong clock. */
function isDue(state: FeedState, now: number, pollIntervalMs: number): boolean {
  const { nextPollAt } = state;
  return isOfFuture(state, now) || nextPollAt <= now || nextPollAt > now + BACK_OFF_MAX_MS + pollIntervalMs;
}

/** A feed that nobody answered for may have been cut off with the reader: one who asks now may have a network again. */
function isWorthAsking({ failures, lastProblem }: FeedState): boolean {
  return failures === 0 || ['network', 'timeout', 'offline'].includes(lastProblem ?? '');
}

export function hostOfFeed(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
