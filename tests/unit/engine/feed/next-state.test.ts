// What is stored after a poll: permanent redirects, failures, and that being offline is not the feed's failure.
import { describe, expect, it } from 'vitest';
import { createFeedState, FeedState } from '../../../../engine/feed/feed-state.ts';
import { type Ended, nextState } from '../../../../engine/feed/next-state.ts';

const NOW = 1_000_000_000_000;
const SCHEDULE = { now: NOW, pollIntervalMs: 1_200_000, jitter: { least: 0.8, most: 0.95 }, random: () => 0 };
const OLD = 'https://example.test/feed';
const NEW = 'https://feeds.example.test/all';
const ANSWER = { finalUrl: OLD, etag: '"1"', lastModified: null, maxAgeMs: null, saidAt: null };
const unchanged = (finalUrl = OLD): Ended => ({ ...ANSWER, kind: 'unchanged', finalUrl });
const fetched: Ended = {
  ...ANSWER,
  kind: 'fetched',
  feed: { format: 'rss', title: '', homepage: null, lang: null, ttlMinutes: 60, items: [] },
};
const failed = (problem: FeedState['lastProblem'] & string, status: number | null = null): Ended => ({
  kind: 'failed',
  problem,
  status,
  retryAfterMs: null,
});
const poll = (outcomes: readonly Ended[], start = createFeedState(OLD), now = NOW) =>
  outcomes.reduce(
    (state, outcome) => FeedState.parse(nextState(state, { outcome, schedule: { ...SCHEDULE, now } })),
    start,
  );

describe('nextState', () => {
  it('remembers a redirect only after it held twice', () => {
    expect(poll([unchanged(NEW)])).toMatchObject({ currentUrl: OLD, redirectedTo: NEW });
    expect(poll([unchanged(NEW), unchanged(NEW)])).toMatchObject({ currentUrl: NEW, redirectedTo: null });
  });

  it.each([
    ['another place each time', [unchanged(NEW), unchanged(`${NEW}?2`)]],
    ['no redirect in between', [unchanged(NEW), unchanged(), unchanged(NEW)]],
    ['a failure in between', [unchanged(NEW), failed('timeout'), unchanged(NEW)]],
    ['a downgrade', [unchanged('http://example.test/feed'), unchanged('http://example.test/feed')]],
    ['too long an address', Array.from({ length: 2 }, () => unchanged(`${NEW}/${'a'.repeat(2048)}`))],
  ])('remembers no redirect with %s', (_, outcomes) => {
    expect(poll(outcomes).currentUrl).toBe(OLD);
  });

  it('remembers a move of a feed on http to http, and to no address but one of the web', () => {
    const start = createFeedState('http://example.test/feed');
    const move = (to: string) => poll([unchanged(to), unchanged(to)], start).currentUrl;
    expect(move('http://feeds.example.test/all')).toBe('http://feeds.example.test/all');
    expect(move('data:,x')).toBe(start.currentUrl);
  });

  it('looks at the first address again when the remembered one fails', () => {
    const movedState = poll([unchanged(NEW), unchanged(NEW)]);
    expect(poll([failed('http-error', 404)], movedState)).toMatchObject({ currentUrl: OLD, etag: null });
    expect(poll([failed('busy', 503)], movedState)).toMatchObject({ currentUrl: NEW, etag: '"1"' });
  });

  it('counts failures and forgets them after an answer', () => {
    const failing = poll([failed('http-error', 500), failed('timeout')]);
    expect(failing).toMatchObject({ failures: 2, lastProblem: 'timeout', lastStatus: null, lastSuccessAt: null });
    expect(poll([unchanged()], failing)).toMatchObject({ failures: 0, lastProblem: null, lastSuccessAt: NOW });
  });

  it('leaves an offline feed due and blameless', () => {
    expect(poll([failed('offline')])).toMatchObject({
      failures: 0,
      nextPollAt: 0,
      lastProblem: 'offline',
      lastAttemptAt: NOW,
    });
  });

  it('keeps a ttl for polls that bring no feed', () => {
    expect(poll([fetched, unchanged()])).toMatchObject({ ttlMinutes: 60, nextPollAt: NOW + 60 * 60_000 });
  });

  it.each([
    ['that came before', [fetched, unchanged()]],
    ['of which it is not known when it came', [unchanged()]],
  ])('asks for all of a feed, %s, whose server says for a day that it is the same', (_, outcomes) => {
    const DAY = 86_400_000;
    const validators = { etag: '"1"', lastModified: null };
    const before = poll(outcomes);
    expect(poll([unchanged()], before, NOW + DAY - 1)).toMatchObject(validators);
    const doubted = poll([unchanged()], before, NOW + DAY);
    expect(doubted).toMatchObject({ etag: null, lastModified: null });
    const again = poll([fetched], doubted, NOW + DAY);
    expect(again).toMatchObject(validators);
    expect(poll([unchanged()], again, NOW + 2 * DAY - 1)).toMatchObject(validators);
  });
});
