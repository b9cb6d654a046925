// Which cluster each article is in, as numbers: searches read these flat arrays instead of chasing objects through memory.
//
// Articles go by their slot, their place in order of arrival. Clusters go by their row, which the next cluster takes over
// when one is gone. Beside each row lies what searches ask of a cluster, and the points that a running search has given it.
// A search meets hundreds of clusters and wants a dozen: looking into each one's object took a fifth of all time.
import type { Cluster } from './records.ts';

/** The row of an article that is gone. */
export const NO_ROW = -1;

export type Roster = {
  readonly enlist: (cluster: Cluster) => void;
  readonly dismiss: (cluster: Cluster) => void;
  /** False for a cluster that is gone. */
  readonly has: (cluster: Cluster) => boolean;
  /** To be called whenever an article's cluster changes. */
  readonly seat: (slot: number, cluster: Cluster) => void;
  readonly unseat: (slot: number) => void;
  /** To be called whenever a cluster's `first` or `last` changes. */
  readonly noteSpan: (cluster: Cluster) => void;
  /** By article slot. The arrays are replaced when they grow: read them afresh for every search. */
  readonly rows: () => Int32Array;
  readonly table: () => RowTable;
  readonly cluster: (row: number) => Cluster | undefined;
  /** Begins a search of so many words: rows with a stamp below the first one's, which is returned, have no points yet. */
  readonly nextStamps: (words: number) => number;
  /** Articles get new slots: `renumbered` has the new one for each old one, -1 for those that are gone. */
  readonly renumber: (renumbered: Int32Array, count: number) => void;
};

/** By row. */
export type RowTable = {
  /** The last word that gave it points, of whichever search. */
  readonly stamp: Int32Array;
  readonly points: Float64Array;
  readonly language: Uint8Array;
  readonly slot: Int32Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
};

export function createRoster(): Roster {
  const clusters: (Cluster | undefined)[] = [];
  const free: number[] = [];
  let rows = new Int32Array(1024).fill(NO_ROW);
  let table = createTable(1024);
  let stamps = 0;

  return {
    enlist(cluster) {
      const row = free.pop() ?? clusters.length;
      clusters[row] = cluster;
      if (row >= table.stamp.length) table = createTable(Math.ceil(GROWTH * table.stamp.length), table);
      cluster.row = row;
      table.language[row] = cluster.language;
      table.slot[row] = cluster.slot;
      table.first[row] = cluster.first;
      table.last[row] = cluster.last;
    },
    dismiss({ row }) {
      clusters[row] = undefined;
      free.push(row);
    },
    has: (cluster) => clusters[cluster.row] === cluster,
    seat(slot, { row }) {
      if (slot >= rows.length) {
        const larger = new Int32Array(Math.max(Math.ceil(GROWTH * rows.length), slot + 1)).fill(NO_ROW);
        larger.set(rows);
        rows = larger;
      }
      rows[slot] = row;
    },
    unseat(slot) {
      rows[slot] = NO_ROW;
    },
    noteSpan({ row, first, last }) {
      table.first[row] = first;
      table.last[row] = last;
    },
    rows: () => rows,
    table: () => table,
    cluster: (row) => clusters[row],
    nextStamps(words) {
      if (stamps > STAMPS_MOST - words) {
        table.stamp.fill(0);
        stamps = 0;
      }
      const start = stamps + 1;
      stamps += words;
      return start;
    },
    renumber(renumbered, count) {
      const fresh = new Int32Array(Math.max(1024, Math.ceil(GROWTH * count))).fill(NO_ROW);
      for (let slot = 0; slot < renumbered.length; slot++) {
        const next = renumbered[slot] ?? NO_ROW;
        if (next >= 0) fresh[next] = rows[slot] ?? NO_ROW;
      }
      rows = fresh;
    },
  };
}

const STAMPS_MOST = 0x7fffffff;
/** Half of the room that an array grows by stands empty on average. */
const GROWTH = 1.25;

function createTable(capacity: number, smaller?: RowTable): RowTable {
  const table = {
    stamp: new Int32Array(capacity),
    points: new Float64Array(capacity),
    language: new Uint8Array(capacity),
    slot: new Int32Array(capacity),
    first: new Float64Array(capacity),
    last: new Float64Array(capacity),
  };
  if (!smaller) return table;
  table.stamp.set(smaller.stamp);
  table.points.set(smaller.points);
  table.language.set(smaller.language);
  table.slot.set(smaller.slot);
  table.first.set(smaller.first);
  table.last.set(smaller.last);
  return table;
}
