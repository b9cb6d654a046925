// One vector laid out says of many others what each pair's own comparison says.
import { expect, it } from 'vitest';
import { dotOf, type Sparse } from '../../../../engine/cluster/centroid.ts';
import { createLexicon } from '../../../../engine/cluster/lexicon.ts';
import { createSpread } from '../../../../engine/cluster/spread.ts';
import { DEFAULT_TUNING } from '../../../../engine/cluster/tuning.ts';

const WORDS = 2000;

/** Every so-manyth word. */
function everyOf(step: number): Sparse {
  const terms = Int32Array.from({ length: Math.ceil(WORDS / step) }, (_, n) => n * step);
  return { terms, weights: Float32Array.from(terms, (term) => 1 + (term % 7)) };
}

it('sums what two vectors share, in long ones and short ones, and nothing of a single word', () => {
  const lexicon = createLexicon(DEFAULT_TUNING);
  for (let word = 0; word < WORDS; word++) lexicon.intern(`en:word${word}`, 1, `word${word}`);
  const rarities = lexicon.rarities();
  const spread = createSpread(lexicon);
  const one = everyOf(50); // 40 words
  const others = [everyOf(1), everyOf(10), everyOf(75), everyOf(3000), everyOf(1)];
  const dots = spread(one, others);
  for (const [i, other] of others.entries()) {
    expect(dots[i]).toBeCloseTo(dotOf(one, one.terms.length, other, other.terms.length, rarities), 4);
  }
  expect(dots[2]).toBeGreaterThan(0);
  expect(dots[3]).toBe(0); // the first word alone
});
