// The sum of a cluster's unit vectors, and how close an article or another cluster is to it.
//
// A vector is two parallel arrays, ascending term numbers and their weights before rarity. An article adds its vector
// divided by its length before rarity. Rarity is applied only when two vectors are compared, to their lengths as well:
// a word that becomes common then counts less in old clusters too, and clusters from the window's first hours, when
// every word seemed common, are measured like later ones. Worked example with rarities a: 2, b: 1:
//   article {a: 1, b: 1} has the length √2 before rarity, so it adds {a: 0.707, b: 0.707} to its cluster.
//   cosine with an article {a: 2, b: 1} = (0.707·2·2² + 0.707·1·1²) / (√(0.5·2² + 0.5·1²) · √(4·2² + 1·1²)) = 0.976.
// Lengths also count a few words that no other text has (`ownWords` for each text). They make single articles less alike,
// whose two common words may be chance. In larger clusters they matter less: the own words of n unit vectors are all at
// right angles, so their length grows with √n, that of shared words with n.
// In the example, with half an own word of rarity 2 a text, the lengths are √(0.5·2² + 0.5·1² + 0.5·0.5·2²) and
// √(4·2² + 1·1² + 0.5·2²), and the cosine is 0.78.
// Two ascending lists are compared by walking both once, which beats hash tables at this size (100 terms).
import type { CentroidPool } from './centroid-pool.ts';
import type { Lexicon } from './lexicon.ts';
import type { TextReader } from './packed-text.ts';
import type { Centroid } from './records.ts';

export type Sparse = { readonly terms: Int32Array; readonly weights: Float32Array };

/** A vector inside larger arrays: the `length` entries from `from` on. */
export type SparseSlice = Sparse & { readonly from: number; readonly length: number };

export function toSlice({ terms, weights }: Sparse): SparseSlice {
  return { terms, weights, from: 0, length: terms.length };
}

/** Length of an article's vector under the rarities as they are now. */
export function normOf(article: SparseSlice & { readonly language: number }, lexicon: Lexicon): number {
  return Math.sqrt(squaredLength(article, lexicon.rarities()) + lexicon.ownSquared(article.language));
}

function squaredLength({ terms, weights, from, length }: SparseSlice, rarities: Float32Array): number {
  let sum = 0;
  for (let i = from; i < from + length; i++) {
    const value = (weights[i] ?? 0) * (rarities[terms[i] ?? 0] ?? 0);
    sum += value * value;
  }
  return sum;
}

/** Cached until the rarities or the cluster change. */
export function normOfCentroid(centroid: Centroid, lexicon: Lexicon): number {
  const epoch = lexicon.epoch();
  if (centroid.measuredIn === epoch) return centroid.norm;
  const own = centroid.ownShare * lexicon.ownSquared(centroid.language);
  centroid.norm = Math.sqrt(squaredLength(centroid, lexicon.rarities()) + own);
  centroid.measuredIn = epoch;
  return centroid.norm;
}

const NEVER = -1;

/** One shared word, however rare, may be a coincidence; two rarely are. */
export const SHARED_LEAST = 2;

/** Sum of weight · weight · rarity² over shared words; 0 with fewer than two of them. */
export function dotOf([a, b]: readonly [SparseSlice, SparseSlice], rarities: Float32Array): number {
  if (b.length > SEARCH_FROM * a.length) return searchDot({ few: a, many: b }, rarities);
  if (a.length > SEARCH_FROM * b.length) return searchDot({ few: b, many: a }, rarities);
  const aTerms = a.terms;
  const bTerms = b.terms;
  const aEnd = a.from + a.length;
  const bEnd = b.from + b.length;
  let sum = 0;
  let shared = 0;
  let i = a.from;
  let j = b.from;
  while (i < aEnd && j < bEnd) {
    const left = aTerms[i] ?? 0;
    const right = bTerms[j] ?? 0;
    if (left === right) {
      const rarity = rarities[left] ?? 0;
      sum += (a.weights[i] ?? 0) * (b.weights[j] ?? 0) * rarity * rarity;
      shared++;
      i++;
      j++;
    } else if (left < right) i++;
    else j++;
  }
  return shared < SHARED_LEAST ? 0 : sum;
}

/** From this ratio of lengths on, the longer list is searched, not walked: a large story has thousands of words, an article forty. */
export const SEARCH_FROM = 12;

function searchDot(
  { few, many }: { readonly few: SparseSlice; readonly many: SparseSlice },
  rarities: Float32Array,
): number {
  const fewEnd = few.from + few.length;
  const manyEnd = many.from + many.length;
  let sum = 0;
  let shared = 0;
  let from = many.from;
  for (let i = few.from; i < fewEnd && from < manyEnd; i++) {
    const term = few.terms[i] ?? 0;
    let to = manyEnd;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((many.terms[middle] ?? 0) < term) from = middle + 1;
      else to = middle;
    }
    if (from === manyEnd || many.terms[from] !== term) continue;
    const rarity = rarities[term] ?? 0;
    sum += (few.weights[i] ?? 0) * (many.weights[from] ?? 0) * rarity * rarity;
    shared++;
  }
  return shared < SHARED_LEAST ? 0 : sum;
}

type Summed = Omit<Centroid, 'norm' | 'measuredIn'>;

export function toCentroid(summed: Summed): Centroid {
  const { language, textLength, terms, weights, from, length, ownShare, dense } = summed;
  return { language, textLength, terms, weights, from, length, ownShare, dense, norm: 0, measuredIn: NEVER };
}

/** Adds an article's unit vector, as a reader holds it. The pool must have room for the words of both (`makeRoom`). */
export function addVector(
  centroid: Centroid,
  { article, pool }: { readonly article: TextReader; readonly pool: CentroidPool },
): void {
  const size = article.size();
  const newTerms = article.terms();
  const newWeights = article.weights();
  let squares = 0;
  for (let i = 0; i < size; i++) squares += (newWeights[i] ?? 0) * (newWeights[i] ?? 0);
  if (squares === 0) return;
  const scale = 1 / Math.sqrt(squares);
  centroid.ownShare += 1 / squares;
  const { terms: oldTerms, weights: oldWeights, from, length } = centroid;
  const { terms, weights, used } = pool;
  const end = from + length;
  for (let i = from, j = 0; i < end || j < size; ) {
    const left = i < end ? (oldTerms[i] ?? 0) : NO_TERM;
    const right = j < size ? (newTerms[j] ?? 0) : NO_TERM;
    terms[pool.used] = left < right ? left : right;
    weights[pool.used++] =
      (left <= right ? (oldWeights[i] ?? 0) : 0) + (right <= left ? (newWeights[j] ?? 0) * scale : 0);
    if (left <= right) i++;
    if (right <= left) j++;
  }
  centroid.terms = terms;
  centroid.weights = weights;
  centroid.from = used;
  centroid.length = pool.used - used;
  centroid.measuredIn = NEVER;
}

/** How many numbers two ascending lists share. */
export function countShared(a: Int32Array, b: Int32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared;
}

const NO_TERM = 0x7fffffff;
