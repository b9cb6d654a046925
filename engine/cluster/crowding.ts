// How crowded it is around a cluster: how alike its other neighbors are, and what closeness to one of them is worth.
//
// In a window that is full of one affair every report has a dozen neighbors that share its words, and that it is close to
// one of them says little. What is like one other report and like nothing else is mostly of one event with it. So a score
// counts less in a crowd, and more outside of one. Neighbors are the clusters that a search finds; the two nearest may be
// of the same event, and those after them tell. Where large clusters are common, neighbors are mostly parts of one story,
// and crowds do not count.
// Example: nine articles of ten are in small clusters. One report has neighbors at cosines of 0.3, 0.3, 0.2, 0.2, 0.2, 0.1
// and 0.1: its crowd is 0.16. The other's is 0.06, the mean of both 0.11, twice the usual. With (0.9 − 0.6) / (1 − 0.6) =
// 0.75 of the power of 0.8, their score counts 2 to the power −0.6, 0.66 of itself.
import { normOfCentroid } from './centroid.ts';
import type { ClustererState } from './clusterer-state.ts';
import type { Cluster } from './records.ts';
import { strongest } from './strongest.ts';
import { hoursUntil } from './timing.ts';

/** Neighbors that may be of the same event. */
const NEAREST = 2;
/** How many after these count: with all that a search finds, the precision of 600 dense stories is seven points lower. */
const COUNTED = 5;
/** How many of a cluster's neighbors are compared: enough where the one that it may merge with is among them. */
const LOOKED_AT = 1 + NEAREST + COUNTED;
/** The mean cosine at which a score counts as it is: lower, stories of a dense stream stay in pieces; higher, they flow together. */
const USUAL = 0.055;
/** Smaller crowds count as one of this size. */
const LEAST = 0.02;
/** The power of it where all clusters are small. */
const STRENGTH = 0.8;
/** Crowds count where more than this share of the articles is in small clusters: from 0.4 on, long events lose half a point. */
const SMALL_FROM = 0.6;
/** A score counts so many times at most: that two reports are like nothing else does not make them alike. */
const EASE_MOST = 1.5;

/** Used again and again: sorting a dozen numbers anew took a hundredth of all time. */
const largest = new Float64Array(NEAREST + COUNTED);

/** Of what has other neighbors at these cosines, in any order; 0 where they are two at most. */
export function crowdOf(cosines: readonly number[]): number {
  let count = 0;
  for (const cosine of cosines) {
    if (count === largest.length && cosine <= (largest[count - 1] ?? 0)) continue;
    let at = count < largest.length ? count++ : count - 1;
    for (; at > 0 && cosine > (largest[at - 1] ?? 0); at--) largest[at] = largest[at - 1] ?? 0;
    largest[at] = cosine;
  }
  let sum = 0;
  for (let i = NEAREST; i < count; i++) sum += largest[i] ?? 0;
  return count > NEAREST ? sum / (count - NEAREST) : 0;
}

/** What a score is multiplied by; `small` is the share of articles in small clusters (growth.ts). */
export function easeOf(crowd: number, small: number): number {
  const power = STRENGTH * Math.max(0, (small - SMALL_FROM) / (1 - SMALL_FROM));
  return Math.min(EASE_MOST, (Math.max(LEAST, crowd) / USUAL) ** -power);
}

/** Clusters and their neighbors, as they are until one of them changes. */
export type Crowds = {
  /** Those that it may merge with: they share its strongest words. */
  readonly neighborsOf: (cluster: Cluster) => readonly Cluster[];
  /** What the score of two clusters is multiplied by. */
  readonly easeOf: (a: Cluster, b: Cluster) => number;
  /** The most that could be with any neighbors. */
  readonly easeMost: (language: number) => number;
};

export function createCrowds(state: ClustererState): Crowds {
  const { lexicon, sizes, tuning } = state;
  const found = new Map<Cluster, readonly Cluster[]>();
  const measured = new Map<Cluster, readonly number[]>();

  function neighborsOf(cluster: Cluster): readonly Cluster[] {
    const known = found.get(cluster);
    if (known) return known;
    const rarities = lexicon.rarities();
    const neighbors = state.postings.candidates({
      probes: strongest(state.centroids.of(cluster), rarities, tuning.probeTerms),
      rarities,
      reach: tuning.postingReach,
      limit: tuning.candidates,
      span: state.roster.timing(cluster),
      decayHours: tuning.decayHours,
      hoursMost: hoursUntil(tuning.mergeSmall, tuning.decayHours),
      language: cluster.language,
      own: cluster.row,
      accepts: () => true,
    });
    found.set(cluster, neighbors);
    return neighbors;
  }

  function cosinesOf(cluster: Cluster): readonly number[] {
    const known = measured.get(cluster);
    if (known) return known;
    const centroid = state.centroids.of(cluster);
    const nearby = neighborsOf(cluster).slice(0, LOOKED_AT);
    const centroids = nearby.map((other) => state.centroids.of(other));
    const dots = state.spread(centroid, centroids);
    const norm = normOfCentroid(centroid, lexicon);
    const cosines = centroids.map((other, i) => (dots[i] ?? 0) / (norm * normOfCentroid(other, lexicon)));
    measured.set(cluster, cosines);
    return cosines;
  }

  function crowdBeside(cluster: Cluster, other: Cluster): number {
    const neighbors = neighborsOf(cluster);
    return crowdOf(cosinesOf(cluster).filter((_, i) => neighbors[i] !== other));
  }

  return {
    neighborsOf,
    easeOf(a, b) {
      const small = sizes.shareInSmall(a.language);
      if (small <= SMALL_FROM) return 1;
      return easeOf((crowdBeside(a, b) + crowdBeside(b, a)) / 2, small);
    },
    easeMost: (language) => easeOf(0, sizes.shareInSmall(language)),
  };
}
