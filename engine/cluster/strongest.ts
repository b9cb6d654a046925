// The strongest words of a text or story: those with the highest weight times rarity.
import { type Sparse, type SparseSlice, toSlice } from './centroid.ts';

type Choice = { readonly rarities: Float32Array; readonly count: number };

/** Scratch, reused by each call: an array of fourteen is too long for V8 to keep inside its object. */
let strengths = new Float64Array(16);

/** Strongest first; by insertion, since few of thousands are wanted. */
export function strongest({ terms, weights, from, length }: SparseSlice, { rarities, count }: Choice): Int32Array {
  const kept = new Int32Array(Math.min(count, length));
  if (strengths.length < kept.length) strengths = new Float64Array(kept.length);
  let size = 0;
  for (let i = from; i < from + length; i++) {
    const term = terms[i] ?? 0;
    const strength = (weights[i] ?? 0) * (rarities[term] ?? 0);
    if (size === kept.length && strength <= (strengths[size - 1] ?? 0)) continue;
    let at = size < kept.length ? size++ : size - 1;
    for (; at > 0 && strength > (strengths[at - 1] ?? 0); at--) {
      strengths[at] = strengths[at - 1] ?? 0;
      kept[at] = kept[at - 1] ?? 0;
    }
    strengths[at] = strength;
    kept[at] = term;
  }
  return kept;
}

/** The same, ascending by number. */
export function strongestAscending(vector: Sparse, choice: Choice): Int32Array {
  return vector.terms.length <= choice.count ? vector.terms.slice() : strongest(toSlice(vector), choice).sort();
}
