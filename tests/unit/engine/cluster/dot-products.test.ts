// Comparing one vector with many at once gives the same results as comparing each pair.
import { expect, it } from 'vitest';
import { dotOf, type SparseSlice, toSlice } from '../../../../engine/cluster/centroid.ts';
import { createDotProducts } from '../../../../engine/cluster/dot-products.ts';
import { createLexicon } from '../../../../engine/cluster/lexicon.ts';
import { DEFAULT_TUNING } from '../../../../engine/cluster/tuning.ts';

const WORDS = 2000;

/** Every n-th word. */
function everyOf(step: number): SparseSlice {
  const terms = Int32Array.from({ length: Math.ceil(WORDS / step) }, (_, n) => n * step);
  return toSlice({ terms, weights: Float32Array.from(terms, (term) => 1 + (term % 7)) });
}

/** The same vector, surrounded in the array by words of others. */
function among({ terms, weights, length }: SparseSlice): SparseSlice {
  return {
    terms: Int32Array.from([0, 50, ...terms, 0, 50]),
    weights: Float32Array.from([9, 9, ...weights, 9, 9]),
    from: 2,
    length,
  };
}

it('sums what two vectors share, in long ones and short ones, and nothing of a single word', () => {
  const lexicon = createLexicon(DEFAULT_TUNING);
  for (let word = 0; word < WORDS; word++) lexicon.intern(`en:word${word}`, { language: 1, surface: `word${word}` });
  const rarities = lexicon.rarities();
  const dotProducts = createDotProducts(lexicon);
  const one = everyOf(50); // 40 words
  const others = [everyOf(1), everyOf(10), everyOf(75), everyOf(3000), everyOf(1)];
  const dots = dotProducts(one, others);
  for (const [i, other] of others.entries()) {
    expect(dots[i]).toBeCloseTo(dotOf([one, other], rarities), 4);
  }
  expect(dots[2]).toBeGreaterThan(0);
  expect(dots[3]).toBe(0); // the first word alone
  const alone = [...dots.subarray(0, others.length)];
  expect([...dotProducts(among(one), others.map(among)).subarray(0, others.length)]).toEqual(alone);
  for (const [i, other] of others.entries())
    expect(dotOf([among(one), among(other)], rarities)).toBeCloseTo(alone[i] ?? 0, 4);
});
