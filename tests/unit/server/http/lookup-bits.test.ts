// The length of prefixes: the longest measured one that hides each page among fifty articles, and stable near the limits.
import { describe, expect, it } from 'vitest';
import { isLengthAnswered, measureLookupLength } from '../../../../server/http/lookup-bits.ts';

/** `crowds`: the least number of articles that share a prefix, by the length of the prefix. */
const measure = (articles: number, crowds: Readonly<Record<number, number>>, current = 0) =>
  measureLookupLength({ articles, current, readCrowd: async (bits) => crowds[bits] ?? 0 });

describe('the length of prefixes', () => {
  it('is the longest with enough articles in the least used prefix', async () => {
    expect(await measure(1_000_000, { 14: 32, 13: 80, 12: 190 })).toEqual({ bits: 13, crowd: 80 });
  });

  it('is none for a small index: all of it is the answer', async () => {
    expect(await measure(0, {})).toEqual({ bits: 0, crowd: 0 });
    expect(await measure(99, { 1: 49 })).toEqual({ bits: 0, crowd: 99 });
  });

  it.each([
    [13, 59, 13],
    [13, 60, 14],
    [14, 59, 14],
    [14, 50, 14],
    [14, 49, 13],
  ])('was %i; with %i in the least used prefix of 14 bits it is %i', async (current, crowd, expected) => {
    expect((await measure(1_000_000, { 14: crowd, 13: 100 }, current)).bits).toBe(expected);
  });

  it('goes on to shorter ones until the crowd is enough, however unevenly ids fall', async () => {
    expect(await measure(1_000_000, { 14: 0, 13: 0, 12: 3, 11: 40, 10: 90 })).toEqual({ bits: 10, crowd: 90 });
  });
});

it.each([
  [14, 13, false],
  [13, 13, true],
  [10, 13, true],
  [9, 13, false],
  [0, 13, false],
  [0, 3, true],
  [0, 0, true],
  [1, 0, false],
])('a prefix of %i bits where %i are advised is answered: %s', (length, bits, expected) => {
  expect(isLengthAnswered(length, bits)).toBe(expected);
});
