// The current time by servers' answers, and when it is trusted over the device's clock.
import { describe, expect, it } from 'vitest';
import { findClockError, isClockDoubtful, readServerTime } from '../../../../engine/feed/server-time.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 4, 3, 12);
const DATE = 'Sun, 03 May 2026 12:00:00 GMT';

describe('the time of an answer', () => {
  it.each([
    [{ date: DATE }, NOON],
    [{ date: DATE, age: '3600' }, NOON + HOUR],
    [{ date: DATE, age: 'old' }, NOON],
    [{ date: 'yesterday' }, null],
    [{ date: 'Thu, 01 Jan 1970 00:00:00 GMT' }, null],
    [{}, null],
  ])('%j', (headers, expected) => {
    expect(readServerTime(new Headers(headers as Record<string, string>))).toBe(expected);
  });
});

describe('the error of a clock', () => {
  it.each([
    ['that is months ahead', [61 * DAY, 60 * DAY, 60 * DAY + 5], 60 * DAY + 5],
    ['that is days behind', [-3 * DAY, -3 * DAY, 0, -3 * DAY], -3 * DAY],
    ['that two servers alone deny', [60 * DAY, 60 * DAY], 0],
    ['that one server denies', [60 * DAY, 0, 5], 0],
    ['that is some hours off', [HOUR, HOUR, HOUR], 0],
    ['that nobody was asked about', [], 0],
  ])('%s', (_, leads, expected) => {
    expect(findClockError(leads)).toBe(expected);
  });

  it.each([
    [[], false],
    [[DAY, -DAY], false],
    [[0, DAY + 1], true],
    [[-DAY - 1], true],
    [[60 * DAY, 0, 0], false],
  ])('is in doubt after servers have said times that are behind by %j: %s', (leads, expected) => {
    expect(isClockDoubtful(leads)).toBe(expected);
  });
});
