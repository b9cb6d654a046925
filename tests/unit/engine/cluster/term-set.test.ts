// A set of integers returns its contents once each in ascending order, and is empty afterwards.
import { expect, it } from 'vitest';
import { createTermSet, type TermSet } from '../../../../engine/cluster/term-set.ts';

/** Written after a number that has to stay. */
function taken(set: TermSet): number[] {
  const terms = new Int32Array(set.size() + 1).fill(-1);
  expect(set.takeInto(terms, 1)).toBe(terms.length);
  expect(terms[0]).toBe(-1);
  return [...terms.subarray(1)];
}

it('gives numbers back in order, each once, whatever their size', () => {
  const set = createTermSet();
  for (const term of [70_000, 31, 0, 32, 1023, 1024, 31, 1_500_000, 63, 0]) set.add(term);
  expect(taken(set)).toEqual([0, 31, 32, 63, 1023, 1024, 70_000, 1_500_000]);
  expect(taken(set)).toEqual([]);
  set.add(5);
  expect(taken(set)).toEqual([5]);
});

it('does so with many', () => {
  const set = createTermSet();
  const terms = Array.from({ length: 3000 }, (_, n) => (n * 7919) % 20_011);
  for (const term of terms) set.add(term);
  expect(taken(set)).toEqual([...new Set(terms)].sort((a, b) => a - b));
});
