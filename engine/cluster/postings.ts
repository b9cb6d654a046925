// Finds clusters that may fit: under each strong word, the articles that were last seen with it.
//
// An article is listed under its `probeTerms` strongest words only. A new article looks at the lists of its own strongest
// words, newest entries first, at most `postingReach` living ones each, and gives the rarity² of a word to every cluster
// met there, once a word. The clusters with the most points are compared in full. Example: {quake: 5, tokyo: 3} meets
// cluster 7 under both (25 + 9 = 34 points) and cluster 2 under "tokyo" (9 points). Clusters far in time lose points.
// Lists hold arrival numbers; the cluster is looked up when it is needed, so merges and moves need no re-indexing.
import type { ArticleRecord, Cluster } from './records.ts';

export type Postings = {
  readonly add: (record: ArticleRecord) => void;
  readonly remove: (record: ArticleRecord) => void;
  readonly candidates: (query: PostingQuery) => Cluster[];
};

type PostingQuery = {
  readonly probes: Int32Array;
  readonly rarities: Float32Array;
  readonly reach: number;
  readonly limit: number;
  /** What a cluster's points are multiplied by, for its distance in time: a word's lists are full of last week's stories. */
  readonly nearness?: (cluster: Cluster) => number;
  readonly accepts: (cluster: Cluster) => boolean;
};

export function createPostings(termsOf: (record: ArticleRecord) => Int32Array, searches: { count: number }): Postings {
  const lists = new Map<number, ArticleRecord[]>();

  return {
    add(record) {
      for (const term of termsOf(record)) {
        const list = lists.get(term);
        if (list) list.push(record);
        else lists.set(term, [record]);
      }
    },
    remove(record) {
      for (const term of termsOf(record)) {
        const list = lists.get(term);
        const at = list?.indexOf(record) ?? -1;
        if (!list || at < 0) continue;
        list.splice(at, 1);
        if (list.length === 0) lists.delete(term);
      }
    },
    candidates({ probes, rarities, reach, limit, nearness, accepts }) {
      const visit = ++searches.count;
      const met: Cluster[] = [];
      for (const term of probes) {
        const list = lists.get(term);
        if (!list) continue;
        const rarity = rarities[term] ?? 0;
        const worth = rarity * rarity;
        const end = Math.max(0, list.length - reach);
        for (let i = list.length - 1; i >= end; i--) {
          const cluster = list[i]?.cluster;
          if (!cluster) continue;
          const tally = cluster.tally;
          if (tally.visit !== visit) {
            tally.visit = visit;
            tally.term = term;
            tally.points = worth;
            met.push(cluster);
          } else if (tally.term !== term) {
            tally.term = term;
            tally.points += worth;
          }
        }
      }
      if (nearness) for (const cluster of met) cluster.tally.points *= nearness(cluster);
      return best(met, limit, accepts);
    },
  };
}

/** The clusters with the most points in falling order, the older first at equal points. */
function best(met: readonly Cluster[], limit: number, accepts: (cluster: Cluster) => boolean): Cluster[] {
  const kept: Cluster[] = [];
  for (const cluster of met) {
    const { points } = cluster.tally;
    const last = kept[limit - 1];
    if (last && !isAhead(cluster, last)) continue;
    if (points <= 0 || !accepts(cluster)) continue;
    let at = Math.min(kept.length, limit - 1);
    for (let before = kept[at - 1]; before && isAhead(cluster, before); before = kept[at - 1]) {
      kept[at] = before;
      at--;
    }
    kept[at] = cluster;
  }
  return kept;
}

function isAhead(a: Cluster, b: Cluster): boolean {
  return a.tally.points > b.tally.points || (a.tally.points === b.tally.points && a.slot < b.slot);
}
