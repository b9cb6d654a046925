// Finds the longest hash prefix for lookups that is still shared by enough articles.
//
// Measured, not computed: hashes are evenly distributed, but the emptiest of 8,192 buckets still has a third fewer than the mean.
// Example at 1,000,000 articles: 14 bits make 16,384 buckets of 61 on average, the emptiest with about 32, too few; 13 bits make
// 8,192 buckets of 122, the emptiest with about 80. So the answer is 13.
import { LOOKUP_BITS_MAX, LOOKUP_CROWD_LEAST } from '../../engine/api.ts';

export type LookupLength = {
  readonly bits: number;
  /** The number of articles under the least used prefix of that length. */
  readonly crowd: number;
};

/**
 * A longer prefix is only chosen when its least used bucket has 20 % more than the minimum, so that an index that grows and
 * shrinks does not switch the length, and drop every cached answer, back and forth. Shorter ones are chosen at once.
 */
const CROWD_FOR_LONGER = LOOKUP_CROWD_LEAST * 1.2;

/** Prefixes shorter by up to this many bits are answered too: more private, and up to eight times as much to send. */
export const SHORTER_BITS = 3;

export type LookupQuestion = {
  readonly articles: number;
  /** The length in use so far. */
  readonly current: number;
  readonly readCrowd: (bits: number) => Promise<number>;
};

export async function measureLookupLength({ articles, current, readCrowd }: LookupQuestion): Promise<LookupLength> {
  for (let bits = mostBits(articles); bits > 0; bits--) {
    const crowd = await readCrowd(bits);
    if (crowd >= (bits > current ? CROWD_FOR_LONGER : LOOKUP_CROWD_LEAST)) return { bits, crowd };
  }
  return { bits: 0, crowd: articles };
}

/** No longer prefix can have enough articles in each bucket. */
function mostBits(articles: number): number {
  return Math.min(LOOKUP_BITS_MAX, Math.max(0, Math.floor(Math.log2(articles / LOOKUP_CROWD_LEAST))));
}

/** `all` counts as length 0. */
export function isLengthAnswered(length: number, lookupBits: number): boolean {
  return length <= lookupBits && length >= lookupBits - SHORTER_BITS;
}
