// A set of small numbers that lists them in ascending order: for the terms of a text or a cluster.
//
// A two-level bitmap: a bit for each number, and above it a bit for each 32-bit word that is not zero. Of a hundred thousand
// possible numbers, a hundred are listed by reading a hundred upper words and the words that they point to, without sorting.
import { enlarge } from '../enlarge.ts';

export type TermSet = {
  readonly add: (term: number) => void;
  readonly size: () => number;
  /** Writes the numbers, ascending, into `terms` from `from` on, returns where they end, and empties the set. */
  readonly takeInto: (terms: Int32Array, from: number) => number;
};

export function createTermSet(): TermSet {
  let bits = new Int32Array(1024);
  let upper = new Int32Array(bits.length >>> 5);
  let size = 0;

  function makeRoom(term: number): void {
    bits = enlarge(bits, new Int32Array(((2 * term) >>> 10) * 32 + 32));
    upper = enlarge(upper, new Int32Array(bits.length >>> 5));
  }

  return {
    add(term) {
      const word = term >>> 5;
      if (word >= bits.length) makeRoom(term);
      const before = bits[word] ?? 0;
      const after = before | (1 << (term & 31));
      if (after === before) return;
      bits[word] = after;
      upper[word >>> 5] = (upper[word >>> 5] ?? 0) | (1 << (word & 31));
      size++;
    },
    size: () => size,
    takeInto(terms, from) {
      const end = from + size;
      let at = from;
      for (let block = 0; at < end; block++) {
        for (let words = upper[block] ?? 0; words !== 0; words &= words - 1) {
          const word = 32 * block + lowestBit(words);
          for (let left = bits[word] ?? 0; left !== 0; left &= left - 1) terms[at++] = 32 * word + lowestBit(left);
          bits[word] = 0;
        }
        upper[block] = 0;
      }
      size = 0;
      return end;
    },
  };
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
