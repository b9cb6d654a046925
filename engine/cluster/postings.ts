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

export type Postings = {
  /** Slots must come in rising order. */
  readonly add: (slot: number, terms: Int32Array) => void;
  /** Drops what is gone; the others get their new slots (-1 for gone, by old slot). */
  readonly sweep: (renumbered: Int32Array) => void;
  readonly candidates: (query: PostingQuery) => Cluster[];
};

type PostingQuery = {
  readonly probes: Int32Array;
  readonly rarities: Float32Array;
  readonly reach: number;
  readonly limit: number;
  /** What a cluster's points are multiplied by, for its distance in time: a word's lists are full of last week's stories. At most 1. */
  readonly nearness: (cluster: Cluster) => number;
  readonly accepts: (cluster: Cluster) => boolean;
};

export function createPostings(roster: Roster): Postings {
  const lists: BlockLists = createBlockLists();
  let met = new Int32Array(1024);
  let slots = new Int32Array(0);

  return {
    add(slot, terms) {
      for (const term of terms) lists.append(term, slot);
    },
    sweep: (renumbered) => lists.sweep(renumbered),
    candidates({ probes, rarities, reach, limit, nearness, accepts }) {
      const most = probes.length * reach;
      if (met.length < most) met = new Int32Array(most);
      if (slots.length < reach) slots = new Int32Array(reach);
      const rows = roster.rows();
      const { visit, term: lastTerm, points } = roster.tally();
      const search = roster.nextVisit();
      let count = 0;
      for (const term of probes) {
        const rarity = rarities[term] ?? 0;
        const worth = rarity * rarity;
        const living = lists.readLiving(term, { rows, most: reach, into: slots });
        for (let i = 0; i < living; i++) {
          const row = rows[slots[i] ?? 0] ?? 0;
          if (visit[row] !== search) {
            visit[row] = search;
            lastTerm[row] = term;
            points[row] = worth;
            met[count++] = row;
          } else if (lastTerm[row] !== term) {
            lastTerm[row] = term;
            points[row] = (points[row] ?? 0) + worth;
          }
        }
      }
      return best({ roster, points, met, count, limit, nearness, accepts });
    },
  };
}

type Ranking = Pick<PostingQuery, 'limit' | 'nearness' | 'accepts'> & {
  readonly roster: Roster;
  readonly points: Float64Array;
  readonly met: Int32Array;
  readonly count: number;
};

/** The clusters with the most points in falling order, the older first at equal points. */
function best({ roster, points, met, count, limit, nearness, accepts }: Ranking): Cluster[] {
  const kept: Cluster[] = [];
  let least = 0; // of those kept, once they are as many as wanted
  for (let i = 0; i < count; i++) {
    const row = met[i] ?? 0;
    const most = points[row] ?? 0;
    if (most < least) continue; // nearness can only take away
    const cluster = roster.cluster(row);
    if (!cluster || !accepts(cluster)) continue;
    const own = most * nearness(cluster);
    if (own <= 0 || own < least) continue;
    points[row] = own;
    let at = kept.length;
    while (at > 0) {
      const before = kept[at - 1];
      const theirs = before ? (points[before.row] ?? 0) : 0;
      if (!before || theirs > own || (theirs === own && before.slot < cluster.slot)) break;
      if (at < limit) kept[at] = before;
      at--;
    }
    if (at === limit) continue;
    kept[at] = cluster;
    const last = kept[limit - 1];
    if (last) least = points[last.row] ?? 0;
  }
  return kept;
}
