// How long the prefixes may be that readers are looked up by: the longest of which each is shared by enough articles.
//
// Counted, not assumed: hashes fall evenly, but the emptiest of 8,192 buckets still has a third fewer than the mean.
// Example at 1,000,000 articles: 14 bits make 16,384 buckets of 61 in the mean, the emptiest with about 32, too few;
// 13 bits make 8,192 buckets of 122, the emptiest with about 80. So 13.
import { LOOKUP_BITS_MAX, LOOKUP_CROWD_LEAST } from '../../engine/api.ts';

export type LookupLength = {
  readonly bits: number;
  /** Articles in the emptiest bucket of that length. */
  readonly crowd: number;
};

/**
 * A longer prefix is only taken up when its emptiest bucket has a fifth more than it must have, so that a shrinking and
 * growing index does not change the length, and with it every cached answer, back and forth. Shorter comes at once.
 */
const CROWD_FOR_LONGER = LOOKUP_CROWD_LEAST * 1.2;

/** So many fewer bits are answered too: more private, and up to eight times as much to send. */
export const SHORTER_BITS = 3;

/** No length beyond this can have enough in each bucket. */
export function mostLookupBits(articles: number): number {
  const bits = Math.floor(Math.log2(articles / LOOKUP_CROWD_LEAST));
  return Math.min(LOOKUP_BITS_MAX, Math.max(0, bits));
}

/** `counts` has the articles of each bucket of `bits` bits, empty ones as 0; neighbours together are a bucket of one bit less. */
export function chooseLookupLength(counts: Uint32Array, bits: number, current: number): LookupLength {
  const lengths: LookupLength[] = [];
  let buckets = counts;
  for (let length = bits; length >= 0; length--) {
    lengths.push({ bits: length, crowd: buckets.reduce((least, count) => Math.min(least, count), 2 ** 32 - 1) });
    buckets = Uint32Array.from(
      { length: buckets.length / 2 },
      (_, at) => (buckets[at * 2] ?? 0) + (buckets[at * 2 + 1] ?? 0),
    );
  }
  const found = lengths.find(
    (one) => one.crowd >= (one.bits > current ? CROWD_FOR_LONGER : LOOKUP_CROWD_LEAST),
  );
  return found ?? { bits: 0, crowd: lengths.at(-1)?.crowd ?? 0 };
}

/** `all` stands for no bits. */
export function isLengthAnswered(length: number, lookupBits: number): boolean {
  return length <= lookupBits && length >= lookupBits - SHORTER_BITS;
}
