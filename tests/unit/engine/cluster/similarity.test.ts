// The score of long texts is lowered if their times are unknown, and raised a little if they are known.
import { expect, it } from 'vitest';
import { lengthShare, scoreOf } from '../../../../engine/cluster/similarity.ts';
import { DEFAULT_TUNING } from '../../../../engine/cluster/tuning.ts';

const score = (terms: number, isTimed: boolean) =>
  scoreOf({ cosine: 0.3, nearness: 0.5, terms, isTimed, newness: 0 }, DEFAULT_TUNING);

it('of two titles the score is closeness of words times closeness in time, with times or without', () => {
  expect(score(8, true)).toBeCloseTo(0.15, 9);
  expect(score(8, false)).toBeCloseTo(0.15, 9);
});

it('a long text is divided by 0.95 where both times are known, and by 1.4 where not', () => {
  expect(score(60, true)).toBeCloseTo(0.15 / 0.95, 9);
  expect(score(60, false)).toBeCloseTo(0.15 / 1.4, 9);
});

it.each([
  [0, 0],
  [12, 0],
  [32, 0.5],
  [52, 1],
  [500, 1],
])('of %s different words a text is %s long', (terms, share) => {
  expect(lengthShare(terms)).toBe(share);
});
