// Finds clusters that may fit: under each strong word, the articles that were last seen with it.
//
// An article is listed under its `probeTerms` strongest words only. A new article looks at the lists of its own strongest
// words, newest entries first, at most `postingReach` living ones each, and gives the rarity² of a word to every cluster
// met there, once a word. The clusters with the most points are compared in full. Example: {quake: 5, tokyo: 3} meets
// cluster 7 under both (25 + 9 = 34 points) and cluster 2 under "tokyo" (9 points). Clusters far in time lose points.
// Lists hold slots (block-lists.ts); the cluster is looked up when it is needed, so merges and moves need no re-indexing,
// and an article that is gone is passed over until the lists are swept.
import { type BlockLists, createBlockLists } from './block-lists.ts';
import type { Cluster } from './records.ts';
import type { Roster } from './roster.ts';
import { decay, HOUR_MS, type Span, toHours } from './similarity.ts';

export type Postings = {
  /** Slots must come in rising order. `count`: how many of the terms. */
  readonly add: (slot: number, terms: Int32Array, count?: number) => void;
  /** Drops what is gone; the others get their new slots (-1 for gone, by old slot). */
  readonly sweep: (renumbered: Int32Array) => void;
  readonly candidates: (query: PostingQuery) => Cluster[];
};

type PostingQuery = {
  readonly probes: Int32Array;
  readonly rarities: Float32Array;
  readonly reach: number;
  readonly limit: number;
  /** A cluster's points fall with its distance from this in time: a word's lists are full of last week's stories. */
  readonly span: Span;
  readonly decayHours: number;
  /** Clusters farther away are passed over: no words could make up for it. */
  readonly hoursMost: number;
  readonly language: number | 'any';
  /** Asked of the few clusters that would be among the best. */
  readonly accepts: (cluster: Cluster) => boolean;
};

export function createPostings(roster: Roster): Postings {
  const lists: BlockLists = createBlockLists();
  let met = new Int32Array(1024);
  let slots = new Int32Array(0);

  return {
    add(slot, terms, count = terms.length) {
      for (let i = 0; i < count; i++) lists.append(terms[i] ?? 0, slot);
    },
    sweep: (renumbered) => lists.sweep(renumbered),
    candidates(query) {
      const { probes, rarities, reach, span, hoursMost } = query;
      const most = probes.length * reach;
      if (met.length < most) met = new Int32Array(most);
      if (slots.length < reach) slots = new Int32Array(reach);
      const rows = roster.rows();
      const { stamp, points, last: lasts } = roster.table();
      const earliest = span.first - hoursMost * HOUR_MS;
      const start = roster.nextStamps(probes.length);
      let count = 0;
      for (let at = 0; at < probes.length; at++) {
        const term = probes[at] ?? 0;
        const rarity = rarities[term] ?? 0;
        const worth = rarity * rarity;
        const living = lists.readLiving(term, { rows, most: reach, into: slots });
        for (let i = 0; i < living; i++) {
          const row = rows[slots[i] ?? 0] ?? 0;
          if ((lasts[row] ?? 0) < earliest) continue; // most of a long list
          const before = stamp[row] ?? 0;
          if (before === start + at) continue;
          stamp[row] = start + at;
          if (before >= start) {
            points[row] = (points[row] ?? 0) + worth;
          } else {
            points[row] = worth;
            met[count++] = row;
          }
        }
      }
      return best(roster, met.subarray(0, count), query);
    },
  };
}

/** The clusters with the most points in falling order, the older first at equal points. */
function best(
  roster: Roster,
  met: Int32Array,
  { limit, span, decayHours, hoursMost, language, accepts }: PostingQuery,
): Cluster[] {
  const kept: Cluster[] = [];
  const rows: number[] = []; // of those kept: their objects lie all over memory and are left alone here
  const { points, language: languages, slot: slots, first: firsts, last: lasts } = roster.table();
  let least = 0; // of those kept, once they are as many as wanted
  for (let i = 0; i < met.length; i++) {
    const row = met[i] ?? 0;
    const most = points[row] ?? 0;
    if (most < least) continue; // time can only take away
    if (language !== 'any' && languages[row] !== language) continue;
    const hours = toHours(Math.max(span.first - (lasts[row] ?? 0), (firsts[row] ?? 0) - span.last));
    if (hours > hoursMost) continue;
    const own = hours > 0 ? most * decay(hours, decayHours) : most;
    if (own <= 0 || own < least) continue;
    const cluster = roster.cluster(row);
    if (!cluster || !accepts(cluster)) continue;
    points[row] = own;
    let at = rows.length;
    while (at > 0) {
      const before = rows[at - 1] ?? 0;
      const theirs = points[before] ?? 0;
      if (theirs > own || (theirs === own && (slots[before] ?? 0) < (slots[row] ?? 0))) break;
      if (at < limit) {
        rows[at] = before;
        kept[at] = kept[at - 1] ?? cluster;
      }
      at--;
    }
    if (at === limit) continue;
    rows[at] = row;
    kept[at] = cluster;
    if (rows.length === limit) least = points[rows[limit - 1] ?? 0] ?? 0;
  }
  return kept;
}
