// How far back posting lists have to be read: articles with lower slots are all in clusters that ended long ago.
//
// A word's list holds a week of articles, and a search needs two days of clusters. An old article may be in a cluster that
// is still growing, so its own time does not tell. For each block of slots, this keeps the latest time at which any cluster
// was seen whose oldest article is in that block or an earlier one. Example: clusters that begin with slots 3, 300 and 700
// end at 5, 90 and 70 h. By blocks of 256 that is 5, 90, 90 h. A search from 80 h on reads back to slot 256.
// Entries are never lowered until slots are renumbered: at worst a search reads more than it needs.
import { enlarge } from '../enlarge.ts';

export type ReachBack = {
  /** `oldest`: slot of the cluster's oldest article; `last`: when it was last seen, NaN where that is unknown, which counts as near to any time. */
  readonly note: (oldest: number, last: number) => void;
  /** No article with a lower slot is in a cluster that was last seen at `earliest` or later. */
  readonly slotSince: (earliest: number) => number;
  readonly clear: () => void;
};

const BLOCK_BITS = 8;

export function createReachBack(): ReachBack {
  let latest = new Float64Array(64); // by block; never falls from one to the next
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
