// Words and weights of all centroids, one after the other in one pair of arrays.
//
// Two arrays for each would be made outside of V8's heap, at half a microsecond each, a few times an article, and
// comparing would wait for every array's own object before it waits for its numbers. A centroid's stretch is never written
// over while it may be read: one that grows gets a new stretch at the end. When there is no room at the end, the centroids
// that are in use move to a new pair, and what nobody asks for any more goes with the old one.
//   a a a b b – – c │ room for d, e → a a a b b c d e
import type { Centroid } from './records.ts';

export type CentroidPool = {
  terms: Int32Array;
  weights: Float32Array;
  used: number;
};

type Living = Iterable<{ readonly centroid: Centroid | null }>;

/** Of what is in use, so much room is made: less would move everything more often, more would stand empty. */
const ROOM = 2;
const LEAST = 4096;

export function createCentroidPool(): CentroidPool {
  return { terms: new Int32Array(0), weights: new Float32Array(0), used: 0 };
}

/** At the end of what is used there is room for so many numbers afterwards; `living` are all that must last. */
export function makeRoom(pool: CentroidPool, numbers: number, living: Living): void {
  if (pool.used + numbers > pool.terms.length) moveAll(pool, numbers, living);
}

function moveAll(pool: CentroidPool, numbers: number, living: Living): void {
  let used = numbers;
  for (const { centroid } of living) used += centroid?.length ?? 0;
  const size = Math.max(LEAST, Math.ceil(ROOM * used));
  pool.terms = new Int32Array(size);
  pool.weights = new Float32Array(size);
  pool.used = 0;
  for (const { centroid } of living) if (centroid) move(pool, centroid);
}

function move(pool: CentroidPool, centroid: Centroid): void {
  const { terms, weights, from, length } = centroid;
  pool.terms.set(terms.subarray(from, from + length), pool.used);
  pool.weights.set(weights.subarray(from, from + length), pool.used);
  centroid.terms = pool.terms;
  centroid.weights = pool.weights;
  centroid.from = pool.used;
  pool.used += length;
}
