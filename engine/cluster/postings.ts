// Finds clusters that may fit an article: an inverted index from each strong word to the articles that have it.
//
// An article is listed under its `probeTerms` strongest words only. A query reads the lists of its own strongest words,
// newest entries first, up to `postingReach` living articles each, and adds the word's rarity² to every cluster found there,
// once a word. The clusters with the most points are then compared in full. Example: {quake: 5, tokyo: 3} finds cluster 7
// under both (25 + 9 = 34 points) and cluster 2 under "tokyo" (9 points). Clusters far in time lose points.
// Lists hold article slots (block-lists.ts), from which the cluster is looked up, so merges and moves need no re-indexing.
// Removed articles are skipped until the lists are swept.
import { type BlockLists, createBlockLists } from './block-lists.ts';
import type { Cluster } from './records.ts';
import { FIRST, LANGUAGE, LAST, NO_ROW, POINTS, ROW, type Roster, SLOT, STAMP } from './roster.ts';
import { decay, HOUR_MS, type Span, toHours } from './timing.ts';

export type Postings = {
  /** Slots must be added in ascending order. */
  readonly add: (slot: number, terms: Int32Array) => void;
  /** Drops removed articles and renumbers the others: `renumbered` has the new slot, or -1, for each old one. */
  readonly sweep: (renumbered: Int32Array) => void;
  readonly candidates: (query: PostingQuery) => Cluster[];
};

type PostingQuery = {
  readonly probes: Int32Array;
  readonly rarities: Float32Array;
  readonly reach: number;
  readonly limit: number;
  /** A cluster's points fall with its distance in time from this span: the lists are full of last week's stories. */
  readonly span: Span;
  readonly decayHours: number;
  /** Clusters farther away in time are skipped: no words could make up for it. */
  readonly hoursMost: number;
  readonly language: number | 'any';
  /** The row of the cluster that is asked for, which is not its own candidate. */
  readonly own?: number;
  /** Called only for the few clusters that would be among the best. */
  readonly accepts: (cluster: Cluster) => boolean;
};

export function createPostings(roster: Roster): Postings {
  const lists: BlockLists = createBlockLists();
  let met = new Int32Array(1024);
  let living = new Int32Array(0);
  let newest = new Int32Array(0);

  return {
    add(slot, terms) {
      for (const term of terms) lists.append(term, slot);
    },
    sweep: (renumbered) => lists.sweep(renumbered),
    candidates(query) {
      const { probes, rarities, reach, span, hoursMost } = query;
      const most = probes.length * reach;
      if (met.length < most) met = new Int32Array(most);
      if (living.length < reach) living = new Int32Array(reach);
      if (newest.length < probes.length) newest = new Int32Array(probes.length);
      lists.readNewest(probes, newest);
      const earliest = span.first - hoursMost * HOUR_MS;
      const reading = { rows: roster.rows(), from: roster.slotSince(earliest), most: reach, into: living };
      const table = roster.table();
      const start = roster.nextStamps(probes.length);
      let count = 0;
      for (let at = 0; at < probes.length; at++) {
        if ((newest[at] ?? 0) < reading.from) continue;
        const term = probes[at] ?? 0;
        const rarity = rarities[term] ?? 0;
        const read = lists.readLiving(term, reading);
        const worth = rarity * rarity;
        const stamp = start + at;
        // First a pass whose cache misses overlap, then one whose branches are hard to predict.
        let recent = 0;
        for (let i = 0; i < read; i++) {
          const row = (living[i] ?? 0) * ROW;
          if ((table[row + LAST] ?? 0) < earliest) continue;
          living[recent++] = row;
        }
        for (let i = 0; i < recent; i++) {
          const row = living[i] ?? 0;
          const before = table[row + STAMP] ?? 0;
          if (before === stamp) continue;
          table[row + STAMP] = stamp;
          if (before >= start) {
            table[row + POINTS] = (table[row + POINTS] ?? 0) + worth;
          } else {
            table[row + POINTS] = worth;
            met[count++] = row;
          }
        }
      }
      return best(roster, { query, met: met.subarray(0, count) });
    },
  };
}

/** The clusters with the most points, in falling order, of equals the older first. `met`: the offsets of their rows. */
function best(roster: Roster, { query, met }: { readonly query: PostingQuery; readonly met: Int32Array }): Cluster[] {
  const { limit, span, decayHours, hoursMost, language, own, accepts } = query;
  const table = roster.table();
  const ownRow = (own ?? NO_ROW) * ROW;
  const kept = new Int32Array(limit); // rows, since the clusters' objects lie all over memory
  let count = 0;
  let least = 0; // fewest points kept, once `limit` are kept
  for (let i = 0; i < met.length; i++) {
    const row = met[i] ?? 0;
    const most = table[row + POINTS] ?? 0;
    if (most < least) continue; // distance in time only lowers points
    if (language !== 'any' && table[row + LANGUAGE] !== language) continue;
    const hours = toHours(Math.max(span.first - (table[row + LAST] ?? 0), (table[row + FIRST] ?? 0) - span.last));
    if (hours > hoursMost || most < least * leastFactor(hours / decayHours)) continue;
    const points = hours > 0 ? most * decay(hours, decayHours) : most;
    if (points <= 0 || points < least || row === ownRow) continue;
    const cluster = roster.cluster(row / ROW);
    if (cluster === undefined || !accepts(cluster)) continue; // `!cluster` would make V8 look into the object
    table[row + POINTS] = points;
    let at = count;
    while (at > 0) {
      const before = kept[at - 1] ?? 0;
      const theirs = table[before + POINTS] ?? 0;
      if (theirs > points || (theirs === points && (table[before + SLOT] ?? 0) < (table[row + SLOT] ?? 0))) break;
      if (at < limit) kept[at] = before;
      at--;
    }
    if (at === limit) continue;
    kept[at] = row;
    if (count < limit) count++;
    if (count === limit) least = table[(kept[limit - 1] ?? 0) + POINTS] ?? 0;
  }
  const clusters: Cluster[] = [];
  for (let i = 0; i < count; i++) {
    const cluster = roster.cluster((kept[i] ?? 0) / ROW);
    if (cluster) clusters.push(cluster);
  }
  return clusters;
}

/** A lower bound of eˣ, safe against rounding: much quicker, and enough to rule most clusters out. */
function leastFactor(x: number): number {
  return 0.999999 * (1 + x + 0.5 * x * x);
}
