// Words and weights of all centroids, one after the other in one pair of arrays.
//
// Typed arrays of their own would cost half a microsecond each to allocate, a few times an article, and an extra cache
// miss for each array's object in every comparison. A centroid that grows is written anew at the end; its old place, like
// that of a dropped centroid, stays unused until all living ones are moved to the front, at the end of a maintenance pass,
// when nothing else reads them.
//   a a a b b – – c c – d │ → a a a b b c c d
import { enlarge } from '../enlarge.ts';
import type { Centroid } from './records.ts';

export type CentroidPool = {
  terms: Int32Array;
  weights: Float32Array;
  used: number;
  /** How much was in use right after the last `compact`. */
  usedAfterCompaction: number;
};

/** Growing copies the whole arrays, and half of what is added stays empty on average: a compromise. */
const GROWTH = 1.1;
const LEAST = 4096;
/** Compacted when this many times `usedAfterCompaction` is used: with less, everything moves more often; with more, more memory is unused. */
const COMPACTED_FROM = 1.25;
/** The arrays shrink when they have room for more than this many times what is in use. */
const ROOM_MOST = 6;

export function createCentroidPool(): CentroidPool {
  return { terms: new Int32Array(0), weights: new Float32Array(0), used: 0, usedAfterCompaction: 0 };
}

/** Makes room for so many more numbers at the end. Readers of the old arrays may go on reading them. */
export function makeRoom(pool: CentroidPool, numbers: number): void {
  const size = pool.used + numbers;
  if (size > pool.terms.length) resize(pool, GROWTH * size);
}

/** `living`: owners of all centroids that stay, in the order of their places. Any other centroid is invalid afterwards. */
export function compact(pool: CentroidPool, living: Iterable<{ readonly centroid: Centroid | null }>): void {
  if (pool.used <= COMPACTED_FROM * pool.usedAfterCompaction) return;
  let used = 0;
  for (const { centroid } of living) {
    if (!centroid) continue;
    const { from, length } = centroid;
    if (from !== used) {
      pool.terms.copyWithin(used, from, from + length);
      pool.weights.copyWithin(used, from, from + length);
      centroid.from = used;
    }
    used += length;
  }
  pool.used = used;
  pool.usedAfterCompaction = used;
  if (pool.terms.length > Math.max(LEAST, ROOM_MOST * used)) resize(pool, COMPACTED_FROM * used);
  for (const { centroid } of living) if (centroid) [centroid.terms, centroid.weights] = [pool.terms, pool.weights];
}

function resize(pool: CentroidPool, numbers: number): void {
  const size = Math.max(LEAST, Math.ceil(numbers));
  pool.terms = enlarge(pool.terms.subarray(0, pool.used), new Int32Array(size));
  pool.weights = enlarge(pool.weights.subarray(0, pool.used), new Float32Array(size));
}
