// Keeps the centroids of clusters in use; any other is summed from its members when it is needed.
//
// Most clusters of a window are yesterday's and never looked at again; their centroids would take half of all memory. A
// centroid is always the sum of its members in their order, whenever it was made, so that opening a snapshot gives the
// same numbers.
import { addVector, type Sparse, toCentroid } from './centroid.ts';
import { compact, createCentroidPool, makeRoom } from './centroid-pool.ts';
import { addDense } from './dense.ts';
import { SHARED_LANGUAGE } from './lexicon.ts';
import { createTextReader } from './packed-text.ts';
import type { ArticleRecord, Centroid, Cluster } from './records.ts';
import { createTermSums } from './term-sums.ts';

/** Maintenance passes after which an unused centroid is dropped. */
const KEPT_PASSES = 4;

type Summed = Pick<ArticleRecord, 'language' | 'dense' | 'size'>;

export type Centroids = {
  readonly of: (cluster: Cluster) => Centroid;
  /** Calls `use` with the centroid of these members, which is valid during the call only; `use` must not ask for others. */
  readonly lendSum: <T>(members: readonly ArticleRecord[], use: (centroid: Centroid) => T) => T;
  /** The centroid of articles that have been unpacked already. */
  readonly sumVectors: (vectors: readonly (Sparse & Summed)[]) => Centroid;
  /** Updates the centroid, where it is kept, for `record`, the cluster's new last member. */
  readonly noteJoined: (cluster: Cluster, record: ArticleRecord) => void;
  /** To be called at the end of a maintenance pass: gives up centroids that have not been used lately. */
  readonly dropUnused: () => void;
};

export function createCentroids(): Centroids {
  const reader = createTextReader();
  const totals = createTermSums();
  let ownShare = 0;
  let pass = 0;
  /** In the order in which their centroids lie in the pool. */
  const kept = new Set<Cluster>();
  const pool = createCentroidPool();

  /** Adds the first `size` terms. */
  function addOne({ terms, weights }: Sparse, size: number): void {
    let squares = 0;
    for (let i = 0; i < size; i++) squares += (weights[i] ?? 0) * (weights[i] ?? 0);
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    if (squares > 0) ownShare += 1 / squares;
    for (let i = 0; i < size; i++) totals.add(terms[i] ?? 0, (weights[i] ?? 0) * scale);
  }

  function finish(summed: readonly Summed[]): Centroid {
    const [founder] = summed;
    let allDense: Centroid['dense'] = null;
    for (const { dense } of summed) allDense = addDense(allDense, dense);
    makeRoom(pool, totals.size());
    const { terms, weights, used: from } = pool;
    pool.used = totals.takeInto({ terms, sums: weights, from });
    const made = toCentroid({
      language: founder?.language ?? SHARED_LANGUAGE,
      textLength: founder?.size ?? 0,
      terms,
      weights,
      from,
      length: pool.used - from,
      ownShare,
      dense: allDense,
    });
    ownShare = 0;
    return made;
  }

  function keepLast(cluster: Cluster): void {
    kept.delete(cluster);
    kept.add(cluster);
  }

  function sum(members: readonly ArticleRecord[]): Centroid {
    for (const { packed } of members) {
      reader.read(packed);
      addOne({ terms: reader.terms(), weights: reader.weights() }, reader.size());
    }
    return finish(members);
  }

  return {
    of(cluster) {
      cluster.usedIn = pass;
      if (cluster.centroid) return cluster.centroid;
      cluster.centroid = sum(cluster.members);
      keepLast(cluster);
      return cluster.centroid;
    },
    lendSum(members, use) {
      const { used } = pool;
      const given = use(sum(members));
      pool.used = used;
      return given;
    },
    sumVectors(vectors) {
      for (const vector of vectors) addOne(vector, vector.terms.length);
      return finish(vectors);
    },
    noteJoined(cluster, record) {
      const { centroid } = cluster;
      if (!centroid) return;
      reader.read(record.packed);
      makeRoom(pool, centroid.length + reader.size());
      addVector(centroid, { article: reader, pool });
      keepLast(cluster);
      centroid.dense = addDense(centroid.dense, record.dense);
    },
    dropUnused() {
      pass++;
      if (pass % KEPT_PASSES === 0) {
        for (const cluster of kept) {
          if (cluster.centroid && pass - cluster.usedIn <= KEPT_PASSES) continue;
          cluster.centroid = null;
          kept.delete(cluster);
        }
      }
      compact(pool, kept);
    },
  };
}
