// Counting outlets over the scale.
import { describe, expect, it } from 'vitest';
import { computeSpread } from '../../../../engine/coverage/spread.ts';
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
