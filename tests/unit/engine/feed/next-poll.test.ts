// When a feed is polled next, as tables at the limits.
import { describe, expect, it } from 'vitest';
import { BACK_OFF_MAX_MS, nextPollAt, type PollResult, TTL_MAX_MS } from '../../../../engine/feed/next-poll.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = 1_000_000_000_000;
const SCHEDULE = {
  now: NOW,
  pollIntervalMs: 20 * MINUTE,
  jitter: { least: 0.8, most: 0.95 },
  random: () => 0,
};
const answered = (ttlMinutes: number | null, maxAgeMs: number | null = null): PollResult => ({
  kind: 'answered',
  ttlMinutes,
  maxAgeMs,
});
const failed = (failures: number, retryAfterMs: number | null = null, isGone = false): PollResult => ({
  kind: 'failed',
  failures,
  isGone,
  retryAfterMs,
});

describe('nextPollAt', () => {
  // At random() = 0 the jitter is at its minimum, at 1 at its maximum.
  it.each<[string, PollResult, number]>([
    ['the usual interval', answered(null), 20 * MINUTE],
    ['a shorter ttl', answered(5), 20 * MINUTE],
    ['a first failure', failed(1), 20 * MINUTE],
    ['a second', failed(2), 40 * MINUTE],
    ['a third', failed(3), 80 * MINUTE],
    ['a seventh', failed(7), 1280 * MINUTE],
    ['an eighth, capped', failed(8), BACK_OFF_MAX_MS],
    ['a thousandth', failed(1000), BACK_OFF_MAX_MS],
    ['410 Gone', failed(1, null, true), BACK_OFF_MAX_MS],
    ['a short Retry-After', failed(1, MINUTE), 20 * MINUTE],
  ])('%s', (_, result, interval) => {
    const at = (random: number) => nextPollAt(result, { ...SCHEDULE, random: () => random });
    expect(at(0)).toBe(NOW + interval * 0.8);
    expect(at(1)).toBe(NOW + Math.round(interval * 0.95));
  });

  it.each<[string, PollResult, number]>([
    ['a longer ttl', answered(60), 60 * MINUTE],
    ['a ttl of a day, capped', answered(1440), TTL_MAX_MS],
    ['max-age', answered(null, 45 * MINUTE), 45 * MINUTE],
    ['the longer of ttl and max-age', answered(30, 45 * MINUTE), 45 * MINUTE],
    ['a ttl between the shortest and the usual interval', answered(18), 18 * MINUTE],
  ])('polls no sooner than the feed asks: %s', (_, result, asked) => {
    const at = (random: number) => nextPollAt(result, { ...SCHEDULE, random: () => random });
    expect(at(0)).toBe(NOW + asked);
    expect(at(1)).toBe(NOW + Math.max(asked, 19 * MINUTE));
  });

  it('spreads what feeds ask for where the host checks all the time', () => {
    const at = (random: number) =>
      nextPollAt(answered(60), { ...SCHEDULE, jitter: { least: 1, most: 1.15 }, random: () => random });
    expect([at(0), at(1)]).toEqual([NOW + 60 * MINUTE, NOW + 69 * MINUTE]);
  });

  it('never waits longer than a day after failures, however the intervals are spread', () => {
    const at = (failures: number) =>
      nextPollAt(failed(failures), { ...SCHEDULE, jitter: { least: 1, most: 1.15 }, random: () => 1 }) - NOW;
    expect([at(1), at(7), at(8)]).toEqual([23 * MINUTE, 24 * HOUR, 24 * HOUR]);
  });

  it.each([
    [2 * HOUR, 2 * HOUR],
    [1000 * HOUR, BACK_OFF_MAX_MS],
  ])('comes no sooner than Retry-After %i allows', (retryAfterMs, wait) => {
    expect(nextPollAt(failed(1, retryAfterMs), SCHEDULE)).toBe(NOW + wait);
  });
});
