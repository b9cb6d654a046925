// When a side counts as a blindspot: both conditions and the minimum of outlets, at their boundaries.
import { describe, expect, it } from 'vitest';
import {
  type Baseline,
  BLINDSPOT_THRESHOLDS,
  computeBaseline,
  computeBinomialTail,
  findBlindspots,
} from '../../../../engine/coverage/blindspot.ts';
import { computeSpread } from '../../../../engine/coverage/spread.ts';
import { makeRatedOutlets } from '../outlet/invented-outlets.ts';

const baseline = (left: number, right: number): Baseline => ({ left, center: 1 - left - right, right, rated: 100 });
const spreadOf = (left: number, center: number, right: number, unrated = 0) =>
  computeSpread(makeRatedOutlets({ '-1': left, '0': center, '1': right, unrated }));
type Question = Parameters<typeof findBlindspots>[0];
const find = (question: Omit<Question, 'thresholds'> & Partial<Question>) =>
  findBlindspots({ thresholds: BLINDSPOT_THRESHOLDS, ...question });
const sidesOf = (...question: Parameters<typeof find>) => find(...question).map(({ side }) => side);

describe('computeBinomialTail', () => {
  it.each([
    [12, 0, 0.3, 0.7 ** 12],
    [12, 1, 0.3, 0.7 ** 12 + 12 * 0.3 * 0.7 ** 11],
    [5, 2, 0.5, 0.5],
    [10, 3, 0.5, 176 / 1024],
    [1, 0, 0.25, 0.75],
    [4, 4, 0.5, 1],
    [4, 9, 0.5, 1],
    [4, -1, 0.5, 0],
    [0, 0, 0.5, 1],
    [4, 0, 0, 1],
    [4, 2, 1, 0],
    [4, 4, 1, 1],
    [2000, 999, 0.5, 0.4910805],
    [100_000, 0, 0.5, 0],
  ])('P(X ≤ k) for n = %d, k = %d, p = %d', (trials, successes, chance, expected) => {
    expect(computeBinomialTail({ trials, successes, chance })).toBeCloseTo(expected, 7);
  });
  it('grows with k and stays a probability', () => {
    for (const chance of [0.01, 0.2, 0.5, 0.9, 0.999]) {
      let last = 0;
      for (let successes = 0; successes <= 60; successes++) {
        const tail = computeBinomialTail({ trials: 60, successes, chance });
        expect(tail).toBeGreaterThanOrEqual(last);
        expect(tail).toBeLessThanOrEqual(1);
        last = tail;
      }
      expect(last).toBe(1);
    }
  });
});

describe('findBlindspots', () => {
  it.each<[string, [number, number, number], Baseline, readonly string[]]>([
    // 0.6^6 = 4.7 %, 0.6^5 = 7.8 %
    ['six rated outlets are enough', [0, 3, 3], baseline(0.4, 0.4), ['left']],
    ['five are not, however unlikely', [0, 3, 2], baseline(0.9, 0.05), []],
    ['a chance of just over 5 % is no blindspot', [0, 3, 3], baseline(0.39, 0.4), []],
    // 12 outlets, 30 %: none 1.4 %, one 8.5 %
    ['none of twelve', [6, 6, 0], baseline(0.3, 0.3), ['right']],
    ['one of twelve', [6, 5, 1], baseline(0.3, 0.3), []],
    // 20 outlets, 40 %: four are exactly half of the baseline, 5.1 %
    ['exactly half the baseline share is not under half', [4, 8, 8], baseline(0.4, 0.4), []],
    ['a share under half with under 5 %', [3, 9, 8], baseline(0.4, 0.4), ['left']],
    // 100 outlets, 30 %: 15 is half, and has a probability of 0.04 %
    ['half the share, however unlikely', [15, 50, 35], baseline(0.3, 0.3), []],
    ['a little under half the share', [14, 51, 35], baseline(0.3, 0.3), ['left']],
    ['both sides', [0, 12, 0], baseline(0.4, 0.4), ['left', 'right']],
    ['the center is no blindspot', [6, 0, 6], baseline(0.2, 0.2), []],
    ['a side that the edition hardly has', [6, 6, 0], baseline(0.5, 0.02), []],
    ['a side that the edition does not have', [6, 6, 0], baseline(0.5, 0), []],
    ['no rated outlet', [0, 0, 0], baseline(0.4, 0.4), []],
  ])('%s', (_, [left, center, right], base, sides) => {
    expect(sidesOf({ spread: spreadOf(left, center, right), baseline: base })).toEqual(sides);
  });

  it('does not count the unrated', () => {
    expect(sidesOf({ spread: spreadOf(0, 3, 2, 50), baseline: baseline(0.6, 0.2) })).toEqual([]);
  });
  it('says what it is founded on', () => {
    expect(find({ spread: spreadOf(6, 6, 0), baseline: baseline(0.3, 0.3) })).toEqual([
      { side: 'right', outlets: 0, rated: 12, baseline: 0.3, probability: expect.closeTo(0.7 ** 12, 12) },
    ]);
  });
  it('takes other thresholds', () => {
    const question = { spread: spreadOf(1, 2, 1), baseline: baseline(0.8, 0.1) };
    expect(sidesOf(question)).toEqual([]);
    expect(sidesOf({ ...question, thresholds: { ...BLINDSPOT_THRESHOLDS, minRated: 4 } })).toEqual(['left']);
    const never = { minRated: 0, shareOfBaseline: 1, maxProbability: 0 };
    expect(sidesOf({ spread: spreadOf(0, 0, 0), baseline: baseline(0.4, 0.4), thresholds: never })).toEqual([]);
  });
  it('finds nothing against an edition without rated outlets', () => {
    expect(sidesOf({ spread: spreadOf(0, 12, 0), baseline: computeBaseline([]) })).toEqual([]);
  });
});

describe('computeBaseline', () => {
  it('gives shares of rated outlets', () => {
    const outlets = makeRatedOutlets({ '-3': 1, '-1': 2, '0': 4, '2': 1, unrated: 20 });
    expect(computeBaseline(outlets)).toEqual({ left: 3 / 8, center: 4 / 8, right: 1 / 8, rated: 8 });
  });
  it('is zero throughout when none is rated', () => {
    expect(computeBaseline(makeRatedOutlets({ unrated: 3 }))).toEqual({ left: 0, center: 0, right: 0, rated: 0 });
  });
});
