// Compares one vector with many: their dot products, with each shared word looked up once instead of merged into place.
//
// The one vector is written into an array indexed by term number, and only the others are walked. Merging two ascending
// lists costs a badly predicted branch a word, and searching the longer list for each word of the shorter is no faster for
// stories of a thousand words. Nearly all words of the others are missing from the one vector: one bit a term says which
// are there, and these bits fit into the processor's first cache.
// Shared words are collected first, without a branch, and their weights read afterwards: after a mispredicted branch the
// processor drops the memory reads that it had started.
import { SEARCH_FROM, SHARED_LEAST, type SparseSlice } from './centroid.ts';
import type { Lexicon } from './lexicon.ts';

/**
 * For each of the others the sum of weight · weight · rarity² over shared words; 0 with fewer than two of them. The array is
 * reused by the next call.
 */
export type DotProducts = (one: SparseSlice, others: readonly SparseSlice[]) => Float64Array;

export function createDotProducts(lexicon: Lexicon): DotProducts {
  let values = new Float64Array(0);
  let bits = new Int32Array(0);
  let dots = new Float64Array(16);
  let shared = new Int32Array(256);

  return ({ terms, weights, from, length }, others) => {
    const end = from + length;
    if (values.length < lexicon.size()) {
      values = new Float64Array(2 * lexicon.size());
      bits = new Int32Array((values.length >>> 5) + 1);
    }
    if (dots.length < others.length) dots = new Float64Array(2 * others.length);
    const rarities = lexicon.rarities();
    for (let i = from; i < end; i++) {
      const term = terms[i] ?? 0;
      const rarity = rarities[term] ?? 0;
      values[term] = (weights[i] ?? 0) * rarity * rarity;
      bits[term >>> 5] = (bits[term >>> 5] ?? 0) | (1 << (term & 31));
    }
    const longest = prefetch(others, dots);
    if (shared.length < longest) shared = new Int32Array(2 * longest);
    for (let i = 0; i < others.length; i++) {
      const other = others[i] ?? EMPTY;
      const isLong = other.length > SEARCH_FROM * length;
      dots[i] = isLong
        ? searchDot(values, { few: { terms, weights, from, length }, many: other })
        : walkDot({ values, bits, shared }, other);
    }
    for (let i = from; i < end; i++) bits[(terms[i] ?? 0) >>> 5] = 0;
    return dots;
  };
}

/** Touches the first words of all vectors before any are compared, so that their cache misses overlap. Returns the length of the longest. */
function prefetch(others: readonly SparseSlice[], scratch: Float64Array): number {
  let most = 0;
  for (let i = 0; i < others.length; i++) {
    const { terms, weights, from, length } = others[i] ?? EMPTY;
    scratch[i] = (terms[from] ?? 0) + (weights[from] ?? 0);
    if (length > most) most = length;
  }
  return most;
}

const EMPTY: SparseSlice = { terms: new Int32Array(0), weights: new Float32Array(0), from: 0, length: 0 };

/** The one vector by term number. `shared`: scratch for the places of shared words in the other vector. */
type ByTerm = { readonly values: Float64Array; readonly bits: Int32Array; readonly shared: Int32Array };

function walkDot({ values, bits, shared }: ByTerm, { terms, weights, from, length }: SparseSlice): number {
  let count = 0;
  for (let i = from; i < from + length; i++) {
    const term = terms[i] ?? 0;
    shared[count] = i;
    count += ((bits[term >>> 5] ?? 0) >>> (term & 31)) & 1;
  }
  if (count < SHARED_LEAST) return 0;
  let sum = 0;
  for (let k = 0; k < count; k++) {
    const i = shared[k] ?? 0;
    sum += (values[terms[i] ?? 0] ?? 0) * (weights[i] ?? 0);
  }
  return sum;
}

function searchDot(
  values: Float64Array,
  { few, many }: { readonly few: SparseSlice; readonly many: SparseSlice },
): number {
  const { terms, weights, from: start, length } = many;
  let sum = 0;
  let shared = 0;
  const end = start + length;
  const fewEnd = few.from + few.length;
  let from = start;
  for (let i = few.from; i < fewEnd && from < end; i++) {
    const term = few.terms[i] ?? 0;
    let to = end;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((terms[middle] ?? 0) < term) from = middle + 1;
      else to = middle;
    }
    if (from === end || terms[from] !== term) continue;
    sum += (values[term] ?? 0) * (weights[from] ?? 0);
    shared++;
  }
  return shared < SHARED_LEAST ? 0 : sum;
}
