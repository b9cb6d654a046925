// Which cluster each article is in, as numbers: searches read these flat arrays instead of chasing objects through memory.
//
// Articles go by their slot, their place in order of arrival. Clusters go by their row, which the next cluster takes over
// when one is gone. Beside each row lie the points that a running search has given it.
import type { Cluster } from './records.ts';

/** The row of an article that is gone. */
export const NO_ROW = -1;

export type Roster = {
  readonly enlist: (cluster: Cluster) => void;
  readonly dismiss: (cluster: Cluster) => void;
  /** To be called whenever an article's cluster changes. */
  readonly seat: (slot: number, cluster: Cluster) => void;
  readonly unseat: (slot: number) => void;
  /** By article slot. The arrays are replaced when they grow: read them afresh for every search. */
  readonly rows: () => Int32Array;
  readonly tally: () => Tally;
  readonly cluster: (row: number) => Cluster | undefined;
  /** Begins a search: rows with another `visit` have no points yet. */
  readonly nextVisit: () => number;
  /** Articles get new slots: `renumbered` has the new one for each old one, -1 for those that are gone. */
  readonly renumber: (renumbered: Int32Array, count: number) => void;
};

/** By row: in which search it was last met, the last word that gave points, and the points. */
export type Tally = { readonly visit: Int32Array; readonly term: Int32Array; readonly points: Float64Array };

export function createRoster(): Roster {
  const clusters: (Cluster | undefined)[] = [];
  const free: number[] = [];
  let rows = new Int32Array(1024).fill(NO_ROW);
  let tally = createTally(1024);
  let visits = 0;

  return {
    enlist(cluster) {
      cluster.row = free.pop() ?? clusters.length;
      clusters[cluster.row] = cluster;
      if (cluster.row < tally.visit.length) return;
      tally = createTally(2 * tally.visit.length); // between searches: what was in it is of no more use
      visits = 0;
    },
    dismiss({ row }) {
      clusters[row] = undefined;
      free.push(row);
    },
    seat(slot, { row }) {
      if (slot >= rows.length) {
        const larger = new Int32Array(Math.max(2 * rows.length, slot + 1)).fill(NO_ROW);
        larger.set(rows);
        rows = larger;
      }
      rows[slot] = row;
    },
    unseat(slot) {
      rows[slot] = NO_ROW;
    },
    rows: () => rows,
    tally: () => tally,
    cluster: (row) => clusters[row],
    nextVisit() {
      if (visits === VISITS_MOST) {
        tally.visit.fill(0);
        visits = 0;
      }
      return ++visits;
    },
    renumber(renumbered, count) {
      const fresh = new Int32Array(Math.max(1024, 2 * count)).fill(NO_ROW);
      for (let slot = 0; slot < renumbered.length; slot++) {
        const next = renumbered[slot] ?? NO_ROW;
        if (next >= 0) fresh[next] = rows[slot] ?? NO_ROW;
      }
      rows = fresh;
    },
  };
}

const VISITS_MOST = 0x7fffffff;

function createTally(capacity: number): Tally {
  return {
    visit: new Int32Array(capacity),
    term: new Int32Array(capacity),
    points: new Float64Array(capacity),
  };
}
