// Words and weights of all centroids, one after the other in one pair of arrays.
//
// Two arrays for each would be made outside of V8's heap, at half a microsecond each, a few times an article, and
// comparing would wait for every array's own object before it waits for its numbers. A centroid that grows gets a new
// stretch at the end, and what it leaves, like what nobody asks for any more, stands empty until all that is in use moves
// to the front: at the end of a maintenance pass, when nothing else is being read.
//   a a a b b – – c c – d │ → a a a b b c c d
import { enlarge } from '../enlarge.ts';
import type { Centroid } from './records.ts';

export type CentroidPool = {
  terms: Int32Array;
  weights: Float32Array;
  used: number;
  /** How much was in use when it was last tidied. */
  lasting: number;
};

/** Arrays are copied whole when they grow, and half of what is added stands empty on average. */
const GROWTH = 1.1;
const LEAST = 4096;
/** Tidied when so many times what lasted is used: less would move everything more often, more would stand empty. */
const TIDIED_FROM = 1.25;
/** Smaller arrays are made when so many times what is in use would have room. */
const ROOM_MOST = 6;

export function createCentroidPool(): CentroidPool {
  return { terms: new Int32Array(0), weights: new Float32Array(0), used: 0, lasting: 0 };
}

/** At the end of what is used there is room for so many numbers afterwards; whoever reads an old array may go on. */
export function makeRoom(pool: CentroidPool, numbers: number): void {
  const size = pool.used + numbers;
  if (size > pool.terms.length) resize(pool, GROWTH * size);
}

/** `living` are all that must last, in the order in which they lie; no other centroid may be read afterwards. */
export function tidy(pool: CentroidPool, living: Iterable<{ readonly centroid: Centroid | null }>): void {
  if (pool.used <= TIDIED_FROM * pool.lasting) return;
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
  pool.lasting = used;
  if (pool.terms.length > Math.max(LEAST, ROOM_MOST * used)) resize(pool, TIDIED_FROM * used);
  for (const { centroid } of living) if (centroid) [centroid.terms, centroid.weights] = [pool.terms, pool.weights];
}

function resize(pool: CentroidPool, numbers: number): void {
  const size = Math.max(LEAST, Math.ceil(numbers));
  pool.terms = enlarge(pool.terms.subarray(0, pool.used), new Int32Array(size));
  pool.weights = enlarge(pool.weights.subarray(0, pool.used), new Float32Array(size));
}
