// Which cluster each article is in, as numbers: searches read these flat arrays instead of chasing objects through memory.
//
// Articles go by their slot, their place in order of arrival. Clusters go by their row, which the next cluster takes over
// when one is gone. A row of the table has what searches ask of a cluster, and the points that a running search has given
// it, side by side in one line of the processor's cache: a search meets hundreds of clusters and wants a dozen, and each one's
// object, or an array for each property, would be waited for again and again. What no search asks for stands in a table beside.
import { enlarge } from '../enlarge.ts';
import { createReachBack } from './reach-back.ts';
import type { Cluster } from './records.ts';
import { type Timing, UNTIMED } from './timing.ts';

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
const TIMED = 6;
const MINUTES = 7;

/** Numbers in a row of the table beside. */
const ROW_BESIDE = 2;
/** The least slot of an article that has been in it. */
const OLDEST = 0;
/** Different terms of its first member: what its centroid has, which need not be there. */
const TEXT_LENGTH = 1;

export type Roster = {
  readonly enlist: (cluster: Cluster) => void;
  readonly dismiss: (cluster: Cluster) => void;
  /** False for a cluster that is gone. */
  readonly has: (cluster: Cluster) => boolean;
  /** To be called whenever an article's cluster changes, before `noteTiming`. */
  readonly seat: (slot: number, cluster: Cluster) => void;
  readonly unseat: (slot: number) => void;
  readonly noteTiming: (cluster: Cluster, timing: Readonly<Timing>) => void;
  /** When the cluster's articles are from; written into what is given, for whoever asks of many. */
  readonly timing: (cluster: Cluster, into?: Timing) => Timing;
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
  let beside = new Float64Array(1024 * ROW_BESIDE);
  let stamps = 0;

  function seat(slot: number, row: number): void {
    rows[slot] = row;
    const at = row * ROW_BESIDE + OLDEST;
    if (slot < (beside[at] ?? 0)) beside[at] = slot;
  }

  function noteTiming({ row }: Cluster, { first, last, timed, minutes }: Readonly<Timing>): void {
    const at = row * ROW;
    table[at + FIRST] = first;
    table[at + LAST] = last;
    table[at + TIMED] = timed;
    table[at + MINUTES] = minutes;
    reachBack.note(beside[row * ROW_BESIDE + OLDEST] ?? 0, last);
  }

  return {
    enlist(cluster) {
      const row = free.pop() ?? clusters.length;
      clusters[row] = cluster;
      const at = row * ROW;
      if (at >= table.length) {
        const room = Math.ceil((GROWTH * table.length) / ROW);
        table = enlarge(table, new Float64Array(room * ROW));
        beside = enlarge(beside, new Float64Array(room * ROW_BESIDE));
      }
      cluster.row = row;
      table[at + LANGUAGE] = cluster.language;
      table[at + SLOT] = cluster.slot;
      table[at + FIRST] = UNTIMED.first;
      table[at + LAST] = UNTIMED.last;
      table[at + TIMED] = UNTIMED.timed;
      table[at + MINUTES] = UNTIMED.minutes;
      beside[row * ROW_BESIDE + OLDEST] = Number.POSITIVE_INFINITY;
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
    noteTiming,
    timing({ row }, into = { ...UNTIMED }) {
      const at = row * ROW;
      into.first = table[at + FIRST] ?? 0;
      into.last = table[at + LAST] ?? 0;
      into.timed = table[at + TIMED] ?? 0;
      into.minutes = table[at + MINUTES] ?? 0;
      return into;
    },
    noteTextLength({ row }, terms) {
      beside[row * ROW_BESIDE + TEXT_LENGTH] = terms;
    },
    textLength: ({ row }) => beside[row * ROW_BESIDE + TEXT_LENGTH] ?? 0,
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
      for (let at = OLDEST; at < beside.length; at += ROW_BESIDE) beside[at] = Number.POSITIVE_INFINITY;
      for (let slot = 0; slot < renumbered.length; slot++) {
        const next = renumbered[slot] ?? NO_ROW;
        const row = before[slot] ?? NO_ROW;
        if (next >= 0 && row >= 0) seat(next, row);
      }
      reachBack.clear();
      for (const [row, cluster] of clusters.entries()) {
        if (cluster) reachBack.note(beside[row * ROW_BESIDE + OLDEST] ?? 0, table[row * ROW + LAST] ?? 0);
      }
    },
  };
}

/** Half of the room that an array grows by stands empty on average. */
const GROWTH = 1.25;
