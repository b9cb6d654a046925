// Counting outlets over the scale, and which side has the most.
import { describe, expect, it } from 'vitest';
import { computeSpread, dominantSide } from '../../../../engine/coverage/spread.ts';
import { Spread } from '../../../../engine/schema.ts';
import { makeRated, makeRatedOutlets } from '../outlet/invented-outlets.ts';

describe('computeSpread', () => {
  it('is all zero without outlets', () => {
    const spread = computeSpread([]);
    expect(spread).toMatchObject({ left: 0, center: 0, right: 0, rated: 0, unrated: 0 });
    expect(Spread.safeParse(spread).success).toBe(true);
  });
  it('counts each step, its side, and the unrated beside them', () => {
    const outlets = makeRatedOutlets({ '-3': 1, '-2': 2, '-1': 3, '0': 4, '1': 5, '2': 6, '3': 7, unrated: 8 });
    expect(computeSpread(outlets)).toEqual({
      steps: { 'far-left': 1, left: 2, 'lean-left': 3, center: 4, 'lean-right': 5, right: 6, 'far-right': 7 },
      left: 6,
      center: 4,
      right: 18,
      rated: 28,
      unrated: 8,
    });
  });
  it('gives an outlet one vote', () => {
    const outlet = makeRated('alpha', -1);
    const unrated = makeRated('beta', null);
    expect(computeSpread([outlet, outlet, outlet, unrated, unrated])).toMatchObject({ left: 1, rated: 1, unrated: 1 });
  });
});

describe('dominantSide', () => {
  it.each<[string, Record<string, number>, { side: string; share: number } | null]>([
    ['none', {}, null],
    ['two rated', { '-1': 2 }, null],
    ['two rated and many unrated', { '-1': 2, unrated: 9 }, null],
    ['three rated', { '-1': 3 }, { side: 'left', share: 1 }],
    ['one of each', { '-1': 1, '0': 1, '1': 1 }, null],
    ['left and right equal', { '-1': 3, '0': 1, '1': 3 }, null],
    ['center and right equal', { '0': 2, '1': 2 }, null],
    ['center ahead', { '-1': 1, '0': 2, '1': 1 }, { side: 'center', share: 0.5 }],
    ['right ahead, over its steps', { '-1': 3, '1': 2, '2': 1, '3': 1 }, { side: 'right', share: 4 / 7 }],
    ['the unrated are no part of the share', { '-1': 3, '1': 1, unrated: 4 }, { side: 'left', share: 0.75 }],
  ])('%s', (_, counts, expected) => expect(dominantSide(computeSpread(makeRatedOutlets(counts)))).toEqual(expected));
});
