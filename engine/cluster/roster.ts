// Which cluster each article is in, as numbers: searches read these flat arrays instead of chasing objects through memory.
//
// Articles go by their slot, their place in order of arrival. Clusters go by their row, which the next cluster takes over
// when one is gone. A row of the table has what searches ask of a cluster, and the points that a running search has given
// it, side by side in one line of the processor's cache: a search meets hundreds of clusters and wants a dozen, and each one's
// object, or an array for each property, would be waited for again and again.
import { enlarge } from '../enlarge.ts';
import { createReachBack } from './reach-back.ts';
import type { Cluster } from './records.ts';

/** The row of an article that is gone. */
export const NO_ROW = -1;

/** Numbers in a row of the table. */
export const ROW = 8;
/** The last word that gave it points, of whichever search. */
export const STAMP = 0;
export const POINTS = 1;
export const FIRST = 2;
export const LAST = 3;
export const LANGUAGE = 4;
export const SLOT = 5;
/** The least slot of an article that has been in it. */
const OLDEST = 6;
/** Different terms of its first member: what its centroid has, which need not be there. */
const TEXT_LENGTH = 7;

export type Roster = {
  readonly enlist: (cluster: Cluster) => void;
  readonly dismiss: (cluster: Cluster) => void;
  /** False for a cluster that is gone. */
  readonly has: (cluster: Cluster) => boolean;
  /** To be called whenever an article's cluster changes, before `noteSpan`. */
  readonly seat: (slot: number, cluster: Cluster) => void;
  readonly unseat: (slot: number) => void;
  /** To be called whenever a cluster has another article, or its `first` or `last` changes. */
  readonly noteSpan: (cluster: Cluster) => void;
  /** To be called whenever a cluster's first member may be another. */
  readonly noteTextLength: (cluster: Cluster, terms: number) => void;
  readonly textLength: (cluster: Cluster) => number;
  /** By article slot. The arrays are replaced when they grow: read them afresh for every search. */
  readonly rows: () => Int32Array;
  /** By row, `ROW` numbers each. */
  readonly table: () => Float64Array;
  /** No article with a lower slot is in a cluster that was last seen then or later. */
  readonly slotSince: (earliest: number) => number;
  readonly cluster: (row: number) => Cluster | undefined;
  /** Begins a search of so many words: rows with a stamp below the first one's, which is returned, have no points yet. */
  readonly nextStamps: (words: number) => number;
  /** Articles get new slots: `renumbered` has the new one for each old one, -1 for those that are gone. */
  readonly renumber: (renumbered: Int32Array, count: number) => void;
};

export function createRoster(): Roster {
  const clusters: (Cluster | undefined)[] = [];
  const free: number[] = [];
  const reachBack = createReachBack();
  let rows = new Int32Array(1024).fill(NO_ROW);
  let table = new Float64Array(1024 * ROW);
  let stamps = 0;

  function seat(slot: number, row: number): void {
    rows[slot] = row;
    const at = row * ROW + OLDEST;
    if (slot < (table[at] ?? 0)) table[at] = slot;
  }

  return {
    enlist(cluster) {
      const row = free.pop() ?? clusters.length;
      clusters[row] = cluster;
      const at = row * ROW;
      if (at >= table.length) {
        table = enlarge(table, new Float64Array(Math.ceil((GROWTH * table.length) / ROW) * ROW));
      }
      cluster.row = row;
      table[at + LANGUAGE] = cluster.language;
      table[at + SLOT] = cluster.slot;
      table[at + FIRST] = cluster.first;
      table[at + LAST] = cluster.last;
      table[at + OLDEST] = Number.POSITIVE_INFINITY;
    },
    dismiss({ row }) {
      clusters[row] = undefined;
      free.push(row);
    },
    has: (cluster) => clusters[cluster.row] === cluster,
    seat(slot, { row }) {
      if (slot >= rows.length) {
        const room = Math.max(Math.ceil(GROWTH * rows.length), slot + 1);
        rows = enlarge(rows, new Int32Array(room).fill(NO_ROW));
      }
      seat(slot, row);
    },
    unseat(slot) {
      rows[slot] = NO_ROW;
    },
    noteSpan({ row, first, last }) {
      const at = row * ROW;
      table[at + FIRST] = first;
      table[at + LAST] = last;
      reachBack.note(table[at + OLDEST] ?? 0, last);
    },
    noteTextLength({ row }, terms) {
      table[row * ROW + TEXT_LENGTH] = terms;
    },
    textLength: ({ row }) => table[row * ROW + TEXT_LENGTH] ?? 0,
    rows: () => rows,
    table: () => table,
    slotSince: reachBack.slotSince,
    cluster: (row) => clusters[row],
    nextStamps(words) {
      const start = stamps + 1;
      stamps += words;
      return start;
    },
    renumber(renumbered, count) {
      const before = rows;
      rows = new Int32Array(Math.max(1024, Math.ceil(GROWTH * count))).fill(NO_ROW);
      for (let at = OLDEST; at < table.length; at += ROW) table[at] = Number.POSITIVE_INFINITY;
      for (let slot = 0; slot < renumbered.length; slot++) {
        const next = renumbered[slot] ?? NO_ROW;
        const row = before[slot] ?? NO_ROW;
        if (next >= 0 && row >= 0) seat(next, row);
      }
      reachBack.clear();
      for (const cluster of clusters) {
        if (cluster) reachBack.note(table[cluster.row * ROW + OLDEST] ?? 0, cluster.last);
      }
    },
  };
}

/** Half of the room that an array grows by stands empty on average. */
const GROWTH = 1.25;
