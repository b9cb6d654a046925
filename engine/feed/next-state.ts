// Decides what is remembered of a feed after a poll: validators, schedule, failures, and where it has moved to.
import { URL_MAX } from '../limits.ts';
import type { FetchOutcome } from './feed-exchange.ts';
import type { FeedProblem, FeedState } from './feed-state.ts';
import { nextPollAt, type Schedule } from './next-poll.ts';

export type Ended = Exclude<FetchOutcome, { kind: 'aborted' }>;

type Poll<Outcome> = { readonly outcome: Outcome; readonly schedule: Schedule };

export function nextState(state: FeedState, { outcome, schedule }: Poll<Ended>): FeedState {
  const attempted = { ...state, lastAttemptAt: schedule.now };
  return outcome.kind === 'failed'
    ? afterFailure(attempted, { outcome, schedule })
    : { ...afterAnswer(attempted, { outcome, schedule }), ...moved(state, outcome.finalUrl) };
}

/**
 * A server that has answered "unchanged" for so long may do so whatever the feed holds, so the next poll is unconditional. Most
 * outlets have news every day; for the others it costs one full feed a day.
 */
const UNCHANGED_MAX_MS = 24 * 3_600_000;

function afterAnswer(state: FeedState, { outcome, schedule }: Poll<Exclude<Ended, { kind: 'failed' }>>): FeedState {
  const ttlMinutes = outcome.kind === 'fetched' ? outcome.feed.ttlMinutes : state.ttlMinutes;
  const fetchedAt = outcome.kind === 'fetched' ? schedule.now : (state.fetchedAt ?? schedule.now);
  const isBelieved = schedule.now - fetchedAt < UNCHANGED_MAX_MS;
  return {
    ...state,
    etag: isBelieved ? outcome.etag : null,
    lastModified: isBelieved ? outcome.lastModified : null,
    fetchedAt,
    ttlMinutes,
    nextPollAt: nextPollAt({ kind: 'answered', ttlMinutes, maxAgeMs: outcome.maxAgeMs }, schedule),
    failures: 0,
    lastSuccessAt: schedule.now,
    lastProblem: null,
    lastStatus: null,
    articlesSeen: outcome.kind === 'fetched' ? outcome.feed.items.length : state.articlesSeen,
  };
}

function afterFailure(state: FeedState, { outcome, schedule }: Poll<Extract<Ended, { kind: 'failed' }>>): FeedState {
  const { problem, status, retryAfterMs } = outcome;
  if (problem === 'offline') return { ...state, lastProblem: problem, lastStatus: null };
  const failures = state.failures + 1;
  const result = { kind: 'failed', failures, isGone: problem === 'gone', retryAfterMs } as const;
  return {
    ...state,
    ...(isAddressWrong(problem) && state.currentUrl !== state.url ? forgetMove(state) : {}),
    redirectedTo: null,
    failures,
    nextPollAt: nextPollAt(result, schedule),
    lastProblem: problem,
    lastStatus: status,
  };
}

/**
 * `fetch` follows redirects itself and tells only where it ended, not whether with 301/308 (for good) or 302/307 (for
 * now). Two polls in a row that end at the same place are taken for a move; one alone may be a detour of the day.
 * A move from https to http is never remembered.
 */
function moved(state: FeedState, finalUrl: string): Pick<FeedState, 'currentUrl' | 'redirectedTo'> {
  const isUsable = /^https?:\/\//.test(finalUrl) && finalUrl.length <= URL_MAX;
  const isDowngrade = state.currentUrl.startsWith('https:') && !finalUrl.startsWith('https:');
  if (finalUrl === state.currentUrl || !isUsable || isDowngrade) {
    return { currentUrl: state.currentUrl, redirectedTo: null };
  }
  return state.redirectedTo === finalUrl
    ? { currentUrl: finalUrl, redirectedTo: null }
    : { currentUrl: state.currentUrl, redirectedTo: finalUrl };
}

/** The move may have been temporary: the feed is polled at its original address again. */
function forgetMove(state: FeedState): Pick<FeedState, 'currentUrl' | 'etag' | 'lastModified'> {
  return { currentUrl: state.url, etag: null, lastModified: null };
}

function isAddressWrong(problem: FeedProblem): boolean {
  return ['http-error', 'gone', 'network', 'not-a-feed', 'empty'].includes(problem);
}
