// Which cluster each article is in, and what searches need of clusters, in flat arrays instead of objects.
//
// Articles are identified by slot, their position in order of arrival; clusters by row, which a later cluster reuses when one
// is gone. A row of the table holds what a search reads of a cluster and the points that the search gives it, in one cache
// line: a search passes hundreds of clusters to find a dozen, and reading each one's object, or one array for each property,
// would be a cache miss each. What searches do not need is in a second table, `details`.
import { enlarge } from '../enlarge.ts';
import { createReachBack } from './reach-back.ts';
import type { Cluster } from './records.ts';
import { type Timing, UNTIMED } from './timing.ts';

/** The row of an article that is gone. */
export const NO_ROW = -1;

/** Numbers in a row of the table. */
export const ROW = 8;
/** Number of the last query word, over all searches, that gave the cluster points (`nextStamps`). */
export const STAMP = 0;
export const POINTS = 1;
export const FIRST = 2;
export const LAST = 3;
export const LANGUAGE = 4;
export const SLOT = 5;
const TIMED = 6;
const MINUTES = 7;

/** Numbers in a row of the second table. */
const DETAIL_ROW = 2;
/** The lowest slot of any article that has been in the cluster. */
const OLDEST = 0;
/** Number of different terms of the first member: `textLength` of the centroid, which may not be in memory. */
const TEXT_LENGTH = 1;

export type Roster = {
  readonly add: (cluster: Cluster) => void;
  readonly remove: (cluster: Cluster) => void;
  /** False for a cluster that is gone. */
  readonly has: (cluster: Cluster) => boolean;
  /** Must be called whenever an article's cluster changes, before `noteTiming`. */
  readonly assign: (slot: number, cluster: Cluster) => void;
  readonly unassign: (slot: number) => void;
  readonly noteTiming: (cluster: Cluster, timing: Readonly<Timing>) => void;
  /** The times of the cluster's articles; a caller that asks for many passes `into` to reuse an object. */
  readonly timing: (cluster: Cluster, into?: Timing) => Timing;
  /** Must be called whenever a cluster's first member may have changed. */
  readonly noteTextLength: (cluster: Cluster, terms: number) => void;
  readonly textLength: (cluster: Cluster) => number;
  /** The row of each article's cluster, by slot. Arrays are replaced when they grow: get them anew for every search. */
  readonly rows: () => Int32Array;
  /** The clusters' table, `ROW` numbers a row. */
  readonly table: () => Float64Array;
  /** No article with a lower slot is in a cluster that was last seen at `earliest` or later. */
  readonly slotSince: (earliest: number) => number;
  readonly cluster: (row: number) => Cluster | undefined;
  /** Reserves stamps for a search of so many words and returns the first; rows with a lower stamp have no points in it yet. */
  readonly nextStamps: (words: number) => number;
  /** Articles get new slots: `renumbered` has the new one for each old one, -1 for removed articles. `count`: of the new. */
  readonly renumber: (renumbered: Int32Array, count: number) => void;
};

export function createRoster(): Roster {
  const clusters: (Cluster | undefined)[] = [];
  const free: number[] = [];
  const reachBack = createReachBack();
  let rows = new Int32Array(1024).fill(NO_ROW);
  let table = new Float64Array(1024 * ROW);
  let details = new Float64Array(1024 * DETAIL_ROW);
  let stamps = 0;

  function assign(slot: number, row: number): void {
    rows[slot] = row;
    const at = row * DETAIL_ROW + OLDEST;
    if (slot < (details[at] ?? 0)) details[at] = slot;
  }

  function noteTiming({ row }: Cluster, { first, last, timed, minutes }: Readonly<Timing>): void {
    const at = row * ROW;
    table[at + FIRST] = first;
    table[at + LAST] = last;
    table[at + TIMED] = timed;
    table[at + MINUTES] = minutes;
    reachBack.note(details[row * DETAIL_ROW + OLDEST] ?? 0, last);
  }

  return {
    add(cluster) {
      const row = free.pop() ?? clusters.length;
      clusters[row] = cluster;
      const at = row * ROW;
      if (at >= table.length) {
        const room = Math.ceil((GROWTH * table.length) / ROW);
        table = enlarge(table, new Float64Array(room * ROW));
        details = enlarge(details, new Float64Array(room * DETAIL_ROW));
      }
      cluster.row = row;
      table[at + LANGUAGE] = cluster.language;
      table[at + SLOT] = cluster.slot;
      table[at + FIRST] = UNTIMED.first;
      table[at + LAST] = UNTIMED.last;
      table[at + TIMED] = UNTIMED.timed;
      table[at + MINUTES] = UNTIMED.minutes;
      details[row * DETAIL_ROW + OLDEST] = Number.POSITIVE_INFINITY;
    },
    remove({ row }) {
      clusters[row] = undefined;
      free.push(row);
    },
    has: (cluster) => clusters[cluster.row] === cluster,
    assign(slot, { row }) {
      if (slot >= rows.length) {
        const room = Math.max(Math.ceil(GROWTH * rows.length), slot + 1);
        rows = enlarge(rows, new Int32Array(room).fill(NO_ROW));
      }
      assign(slot, row);
    },
    unassign(slot) {
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
      details[row * DETAIL_ROW + TEXT_LENGTH] = terms;
    },
    textLength: ({ row }) => details[row * DETAIL_ROW + TEXT_LENGTH] ?? 0,
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
      for (let at = OLDEST; at < details.length; at += DETAIL_ROW) details[at] = Number.POSITIVE_INFINITY;
      for (let slot = 0; slot < renumbered.length; slot++) {
        const next = renumbered[slot] ?? NO_ROW;
        const row = before[slot] ?? NO_ROW;
        if (next >= 0 && row >= 0) assign(next, row);
      }
      reachBack.clear();
      for (const [row, cluster] of clusters.entries()) {
        if (cluster) reachBack.note(details[row * DETAIL_ROW + OLDEST] ?? 0, table[row * ROW + LAST] ?? 0);
      }
    },
  };
}

/** Factor by which arrays grow; half of what is added stays empty on average. */
const GROWTH = 1.25;
