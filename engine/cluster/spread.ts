// One vector laid out by term number, so that many others are compared with it by one look-up a word.
//
// Walking two ascending lists side by side costs a hard-to-guess branch a word, and a search for each word of the shorter
// one in the longer is no better for stories of a thousand words. Laid out, only the other vector is walked.
import { SEARCH_FROM, SHARED_LEAST, type Sparse } from './centroid.ts';
import type { Lexicon } from './lexicon.ts';

/** Sum of products with rarity squared; 0 with fewer than two shared words. */
export type Dot = (other: Sparse) => number;

export type Spread = <T>(one: Sparse, use: (dot: Dot) => T) => T;

export function createSpread(lexicon: Lexicon): Spread {
  let values = new Float64Array(0);

  return (one, use) => {
    if (values.length < lexicon.size()) values = new Float64Array(2 * lexicon.size());
    const rarities = lexicon.rarities();
    const { terms } = one;
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i] ?? 0;
      const rarity = rarities[term] ?? 0;
      values[term] = (one.weights[i] ?? 0) * rarity * rarity;
    }
    const made = use((other) =>
      other.terms.length > SEARCH_FROM * terms.length ? searchDot(values, terms, other) : walkDot(values, other),
    );
    for (const term of terms) values[term] = 0;
    return made;
  };
}

function walkDot(values: Float64Array, { terms, weights }: Sparse): number {
  let sum = 0;
  let shared = 0;
  for (let i = 0; i < terms.length; i++) {
    const value = values[terms[i] ?? 0] ?? 0;
    if (value === 0) continue;
    sum += value * (weights[i] ?? 0);
    shared++;
  }
  return shared < SHARED_LEAST ? 0 : sum;
}

function searchDot(values: Float64Array, few: Int32Array, { terms, weights }: Sparse): number {
  let sum = 0;
  let shared = 0;
  let from = 0;
  for (let i = 0; i < few.length && from < terms.length; i++) {
    const term = few[i] ?? 0;
    let to = terms.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((terms[middle] ?? 0) < term) from = middle + 1;
      else to = middle;
    }
    if (from === terms.length || terms[from] !== term) continue;
    sum += (values[term] ?? 0) * (weights[from] ?? 0);
    shared++;
  }
  return shared < SHARED_LEAST ? 0 : sum;
}
