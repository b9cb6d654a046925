// The dense channel: vectors of meaning that a host's encoder made, added to what words say of how close two texts are.
//
// It only speaks where both sides have a vector, and what it says is how much closer or farther they are than texts in
// general: with `denseNeutral` 0.5 and `denseWeight` 0.4, two titles that are 0.8 alike get 0.4 · (0.8 − 0.5) = 0.12 on
// top of their words' cosine, and two that are 0.3 alike lose 0.08. Without vectors every score is what it is by words.
// A vector is kept as signed bytes of its direction: 1 / 127 is finer than any encoder's noise, in a quarter of the memory.
import type { Tuning } from './tuning.ts';

/** The direction of an article's vector, each component in 127ths of the largest. */
export type Dense = Int8Array;

const LARGEST = 127;

/** Null for vectors that point nowhere: empty, all zero, or with components that are no numbers. */
export function toDense(vector: ArrayLike<number>): Dense | null {
  let most = 0;
  for (let i = 0; i < vector.length; i++) {
    const size = Math.abs(vector[i] ?? 0);
    if (!Number.isFinite(size)) return null;
    most = Math.max(most, size);
  }
  if (most === 0) return null;
  const dense = new Int8Array(vector.length);
  for (let i = 0; i < dense.length; i++) dense[i] = Math.round(((vector[i] ?? 0) / most) * LARGEST);
  return dense;
}

/** The sum of unit vectors, `into` being null before the first; vectors of another length are of another encoder. */
export function addDense(into: Float32Array | null, dense: Dense | null): Float32Array | null {
  if (dense === null || (into !== null && into.length !== dense.length)) return into;
  const sum = into ?? new Float32Array(dense.length);
  const length = Math.sqrt(squareOf(dense));
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (dense[i] ?? 0) / length;
  return sum;
}

type Vector = Dense | Float32Array;

/** How alike two texts are: the cosine of their words, and the vectors of both. */
type Comparison = { readonly byWords: number; readonly vectors: readonly [Vector | null, Vector | null] };

/** The words' cosine with what the vectors say, where both have one; never under 0. */
export function blend({ byWords, vectors }: Comparison, { denseWeight, denseNeutral }: Tuning): number {
  const [a, b] = vectors;
  if (a === null || b === null || a.length !== b.length) return byWords;
  const lengths = Math.sqrt(squareOf(a) * squareOf(b));
  if (lengths === 0) return byWords;
  let dot = 0;
  for (let i = 0; i < a.length; i++) dot += (a[i] ?? 0) * (b[i] ?? 0);
  return Math.max(0, byWords + denseWeight * (dot / lengths - denseNeutral));
}

/** The most that `blend` can give, whatever the other side is; words alone are never closer than 1. */
export function maxBlend(vector: Vector | null, { denseWeight, denseNeutral }: Tuning): number {
  return vector === null ? 1 : 1 + denseWeight * Math.max(0, 1 - denseNeutral);
}

function squareOf(vector: Vector): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (vector[i] ?? 0) * (vector[i] ?? 0);
  return sum;
}
