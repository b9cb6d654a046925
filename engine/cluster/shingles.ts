// Sampled fingerprints of runs of five words: what two copies of one text share, however they were trimmed.
//
// Every run of five words gets a 32-bit hash, and only hashes divisible by four are kept, so both of two copies keep the
// same ones. "Two of the four ministers resigned on Monday" has four runs, of which about one is kept. Containment is the
// shared part of the smaller set: a trimmed copy lies wholly inside its original though the two look different in length.

const RUN = 5;
const KEPT_OF = 4;
/** Copies differ least at the beginning; beyond this only memory grows. */
const READ_WORDS = 400;
const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const WORD = /[\p{L}\p{N}]+/gu;

export function toShingles(text: string): Int32Array {
  const words = (
    text
      .slice(0, READ_WORDS * 8)
      .toLowerCase()
      .match(WORD) ?? []
  )
    .slice(0, READ_WORDS)
    .map(hashWord);
  const kept = new Set<number>();
  for (let start = 0; start + RUN <= words.length; start++) {
    let hash = FNV_START;
    for (let i = start; i < start + RUN; i++) hash = Math.imul(hash ^ (words[i] ?? 0), FNV_PRIME);
    hash ^= hash >>> 15;
    if (hash % KEPT_OF === 0) kept.add(hash | 0);
  }
  return Int32Array.from(kept).sort();
}

export function hashWord(word: string): number {
  let hash = FNV_START;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), FNV_PRIME);
  return hash | 0;
}

/** Shared hashes of two ascending sets. */
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
