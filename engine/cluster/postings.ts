// Finds clusters that may fit: under each strong word, the articles that were last seen with it.
//
// An article is listed under its `probeTerms` strongest words only. A new article looks at the lists of its own strongest
// words, newest entries first, at most `postingReach` living ones each, and gives the rarity² of a word to every cluster
// met there, once a word. The clusters with the most points are compared in full. Example: {quake: 5, tokyo: 3} meets
// cluster 7 under both (25 + 9 = 34 points) and cluster 2 under "tokyo" (9 points).
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
  readonly accepts: (cluster: Cluster) => boolean;
};

export function createPostings(termsOf: (record: ArticleRecord) => Int32Array): Postings {
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
    candidates({ probes, rarities, reach, limit, accepts }) {
      const points = new Map<Cluster, { sum: number; term: number }>();
      for (const term of probes) {
        const list = lists.get(term);
        if (!list) continue;
        const worth = (rarities[term] ?? 0) ** 2;
        for (let i = list.length - 1; i >= Math.max(0, list.length - reach); i--) {
          const cluster = list[i]?.cluster;
          if (!cluster) continue;
          const seen = points.get(cluster);
          if (!seen) points.set(cluster, { sum: accepts(cluster) ? worth : Number.NEGATIVE_INFINITY, term });
          else if (seen.term !== term) {
            seen.sum += worth;
            seen.term = term;
          }
        }
      }
      return [...points]
        .filter(([, { sum }]) => sum > 0)
        .sort(([a, x], [b, y]) => y.sum - x.sum || a.slot - b.slot)
        .slice(0, limit)
        .map(([cluster]) => cluster);
    },
  };
}
