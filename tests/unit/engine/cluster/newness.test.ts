// In a new window long texts need to be more similar, the more of its articles are near in time. Removed articles no longer count.
import { expect, it } from 'vitest';
import { createNewness } from '../../../../engine/cluster/newness.ts';
import { scoreOf } from '../../../../engine/cluster/similarity.ts';
import { DEFAULT_TUNING } from '../../../../engine/cluster/tuning.ts';
import { HOUR, NOON } from './invented-articles.ts';

const DAY = 24 * HOUR;
const span = (at: number) => ({ first: at, last: at });

function windowOf(near: number, far: number) {
  const newness = createNewness();
  for (let n = 0; n < near; n++) newness.note(NOON - (n % 3) * DAY, 1);
  for (let n = 0; n < far; n++) newness.note(NOON - (30 + n) * DAY, 1);
  return newness;
}

it.each([
  [60, 240, 0.48],
  [4, 296, 0.032],
  [300, 0, 0.8],
  [0, 0, 0],
  [1500, 0, 0],
])('with %s articles near in time and %s others it is %s', (near, far, newness) => {
  expect(windowOf(near, far).around(span(NOON))).toBeCloseTo(newness, 9);
});

it('is the same after articles were added and removed', () => {
  const newness = windowOf(60, 240);
  for (let n = 0; n < 50; n++) newness.note(NOON, 1);
  for (let n = 0; n < 50; n++) newness.note(NOON, -1);
  expect(newness.around(span(NOON))).toBe(windowOf(60, 240).around(span(NOON)));
});

it('does not count articles without a time, and is zero around them', () => {
  const newness = windowOf(60, 0);
  newness.note(Number.NaN, 1);
  expect(newness.around(span(NOON))).toBe(windowOf(60, 0).around(span(NOON)));
  expect(newness.around(span(Number.NaN))).toBe(0);
});

it('lowers the score of long texts whose times are known, and no other', () => {
  const score = (terms: number, isTimed: boolean, newness: number) =>
    scoreOf({ cosine: 0.3, nearness: 0.5, terms, isTimed, newness }, DEFAULT_TUNING);
  expect(score(60, true, 0.8)).toBeCloseTo(0.15 / (0.95 + 0.8 * 0.45), 9);
  expect(score(8, true, 0.8)).toBe(score(8, true, 0));
  expect(score(60, false, 0.8)).toBe(score(60, false, 0));
});
