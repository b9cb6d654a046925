// From which article on lists need to be read: below it all are in clusters that ended long ago.
//
// A word's list has a week of articles, and a search wants two days of clusters. A cluster may be older than its newest
// article, so that the time of an article alone says nothing. For every block of slots it is noted when the clusters that
// begin in it or before it were last seen. Example: clusters that begin with slots 3, 300 and 700 end at 5, 90 and 70 h. By
// blocks of 256 that is 5, 90, 90 h. A search for what was seen at 80 h and later reads back to slot 256.
// What was noted is never taken back before the slots are given anew: it can only make searches read more than they need.
import { enlarge } from '../enlarge.ts';

export type ReachBack = {
  /** A cluster whose oldest article has this slot was last seen then; NaN where that is unknown, which is near to any time. */
  readonly note: (oldest: number, last: number) => void;
  /** No article with a lower slot is in a cluster that was seen then or later. */
  readonly slotSince: (earliest: number) => number;
  readonly clear: () => void;
};

const BLOCK_BITS = 8;

export function createReachBack(): ReachBack {
  let latest = new Float64Array(64); // never falls from block to block
  let blocks = 0;

  function extendTo(block: number): void {
    if (block >= latest.length) latest = enlarge(latest, new Float64Array(2 * (block + 1)));
    for (; blocks <= block; blocks++) latest[blocks] = latest[blocks - 1] ?? Number.NEGATIVE_INFINITY;
  }

  return {
    note(oldest, last) {
      const time = Number.isNaN(last) ? Number.POSITIVE_INFINITY : last;
      let block = oldest >>> BLOCK_BITS;
      extendTo(block);
      for (; block < blocks && (latest[block] ?? time) < time; block++) latest[block] = time;
    },
    slotSince(earliest) {
      if (Number.isNaN(earliest)) return 0;
      let from = 0;
      let to = blocks;
      while (from < to) {
        const middle = (from + to) >>> 1;
        if ((latest[middle] ?? 0) < earliest) from = middle + 1;
        else to = middle;
      }
      return from << BLOCK_BITS;
    },
    clear() {
      blocks = 0;
    },
  };
}
