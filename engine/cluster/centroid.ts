// The sum of a cluster's unit vectors, and how close an article or another cluster is to it.
//
// A vector is two parallel arrays: ascending term numbers and weights before rarity, and an article adds its vector
// divided by its length before rarity. Rarity is multiplied in only when two vectors are compared, lengths included, so
// that a word that becomes common loses its say in old clusters too, and clusters of the window's first hours, when
// every word seemed common, are measured like later ones. Worked example with rarities a: 2, b: 1:
//   article {a: 1, b: 1} has the length √2 before rarity, so it adds {a: 0.707, b: 0.707} to its cluster.
//   cosine with an article {a: 1, c: 0} = 0.707·1·2² / (√(0.707²·2² + 0.707²·1²) · √(1²·2²)) = 0.894.
// Lengths count besides that every text has a few words that no other text has (`ownWords`). They pull single articles
// apart, whose two common words may be chance; the more members a cluster has, the less these weigh beside what the
// members share: own words of n unit vectors, each at right angles to all others, add up with √n, shared ones with n.
// In the example, with half an own word as rare as 2: √(0.5·2² + 0.5·1² + 0.5·2²/2) and √(1²·2² + 0.5·2²), 0.62 in place of 0.894.
// Two ascending lists are compared by walking both once, which beats hash tables at this size (100 terms).
import type { CentroidPool } from './centroid-pool.ts';
import type { Lexicon } from './lexicon.ts';
import type { Centroid } from './records.ts';

export type Sparse = { readonly terms: Int32Array; readonly weights: Float32Array };

/** The `length` numbers from `from` on of arrays that hold others, too. */
export type Stretch = Sparse & { readonly from: number; readonly length: number };

export function wholeOf({ terms, weights }: Sparse): Stretch {
  return { terms, weights, from: 0, length: terms.length };
}

/** Length of an article's vector. */
export function normOf(article: Stretch, language: number, lexicon: Lexicon): number {
  return Math.sqrt(squaredLength(article, lexicon.rarities()) + lexicon.ownSquared(language));
}

function squaredLength({ terms, weights, from, length }: Stretch, rarities: Float32Array): number {
  let sum = 0;
  for (let i = from; i < from + length; i++) {
    const value = (weights[i] ?? 0) * (rarities[terms[i] ?? 0] ?? 0);
    sum += value * value;
  }
  return sum;
}

/** Measured once per state of the rarities and of the cluster. */
export function normOfCentroid(centroid: Centroid, lexicon: Lexicon): number {
  const epoch = lexicon.epoch();
  if (centroid.measuredIn === epoch) return centroid.norm;
  const own = centroid.ownShare * lexicon.ownSquared(centroid.language);
  centroid.norm = Math.sqrt(squaredLength(centroid, lexicon.rarities()) + own);
  centroid.measuredIn = epoch;
  return centroid.norm;
}

const NEVER = -1;

/** One shared word, however rare, is a coincidence: with two the same names and things meet. */
export const SHARED_LEAST = 2;

/** Sum of products with rarity squared; 0 with fewer than two shared words. */
export function dotOf(a: Stretch, b: Stretch, rarities: Float32Array): number {
  if (b.length > SEARCH_FROM * a.length) return searchDot(a, b, rarities);
  if (a.length > SEARCH_FROM * b.length) return searchDot(b, a, rarities);
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

/** A long list is searched rather than walked: a story of hundreds has thousands of words, an article forty. */
export const SEARCH_FROM = 12;

function searchDot(few: Stretch, many: Stretch, rarities: Float32Array): number {
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

/** The first `size` numbers of two arrays. */
type Read = { readonly terms: () => Int32Array; readonly weights: () => Float32Array; readonly size: () => number };

/** Adds an article's unit vector; the pool has room for the words of both. */
export function addVector(centroid: Centroid, article: Read, pool: CentroidPool): void {
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

/** How many numbers two ascending lists have in common. */
export function countShared(a: Int32Array, aLength: number, b: Int32Array, bLength: number): number {
  let shared = 0;
  for (let i = 0, j = 0; i < aLength && j < bLength; ) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared;
}

const NO_TERM = 0x7fffffff;
