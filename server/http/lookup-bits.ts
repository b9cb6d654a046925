// How long the prefixes may be that readers are looked up by: the longest of which each is shared by enough articles.
//
// Counted, not assumed: hashes fall evenly, but the emptiest of 8,192 buckets still has a third fewer than the mean.
// Example at 1,000,000 articles: 14 bits make 16,384 buckets of 61 in the mean, the emptiest with about 32, too few;
// 13 bits make 8,192 buckets of 122, the emptiest with about 80. So 13.
import { LOOKUP_BITS_MAX, LOOKUP_CROWD_LEAST } from '../../engine/api.ts';

export type LookupLength = {
  readonly bits: number;
  /** Articles that share the least used prefix of that length. */
  readonly crowd: number;
};

/**
 * A longer prefix is only taken up when its least used one has a fifth more than it must have, so that an index which
 * grows and shrinks does not change the length, and with it every cached answer, back and forth. Shorter comes at once.
 */
const CROWD_FOR_LONGER = LOOKUP_CROWD_LEAST * 1.2;

/** So many fewer bits are answered too: more private, and up to eight times as much to send. */
export const SHORTER_BITS = 3;

export type LookupQuestion = {
  readonly articles: number;
  /** As it was told until now. */
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

/** No length beyond this can have enough in each bucket. */
function mostBits(articles: number): number {
  return Math.min(LOOKUP_BITS_MAX, Math.max(0, Math.floor(Math.log2(articles / LOOKUP_CROWD_LEAST))));
}

/** `all` stands for no bits. */
export function isLengthAnswered(length: number, lookupBits: number): boolean {
  return length <= lookupBits && length >= lookupBits - SHORTER_BITS;
}
