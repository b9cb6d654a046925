// Merges clusters of one language that turned out to be about one event.
//
// Placing articles one by one splits a story when its first articles share few words. Once both halves have grown, their
// centroids are closer than any two of their articles. Every changed cluster is compared with those that share its
// strongest words. Pairs above their threshold are merged in rounds, best first, each cluster at most once a round, since
// every merge moves a centroid. A pair that has to wait is compared again in the next round, from both sides: a search from
// a large story need not find a lone article. Best is the pair with the highest score in units of its own threshold; the
// score includes how large clusters of this window grow (growth.ts).
// Example, in thresholds: A–B 1.9, B–C 1.6, D–E 1.5 → A+B and D+E in round one; AB–C falls to 0.9 in round two and stays
// apart. So there is no single linkage: in a chain A–B–C, C must still be close to A and B together.
import { normOfCentroid } from './centroid.ts';
import { type ClustererState, mergeClusters, mergeStories } from './clusterer-state.ts';
import { blend, maxBlend } from './dense.ts';
import type { Growth } from './growth.ts';
import { shareSeries } from './installments.ts';
import type { Centroid, Cluster, Story } from './records.ts';
import { cosineOf, lengthShare, type ScoreContext, scoreOf } from './similarity.ts';
import { countMembers, mayShareStory } from './stories.ts';
import { strongest } from './strongest.ts';
import { areTimed, hoursUntil, nearnessOf, type Timing, UNTIMED } from './timing.ts';
import type { Tuning } from './tuning.ts';

/** A cluster, or some members of one that may become a cluster. */
export type Part = Timing & Pick<Cluster, 'members'> & { readonly centroid: Centroid };

/** `ratio`: their score over their threshold. */
type Pair = { readonly a: Cluster; readonly b: Cluster; readonly ratio: number };

export function mergePass(state: ClustererState, growth: Growth): void {
  let dirty = [...state.dirty];
  for (let round = 0; round < state.tuning.mergeRounds && dirty.length > 0; round++) {
    const next = new Set<Cluster>();
    const used = new Set<Cluster>();
    for (const { a, b } of findPairs(state, { dirty, growth })) {
      if (used.has(a) || used.has(b)) {
        next.add(a).add(b);
        continue;
      }
      if (!mayShareStory(state, [a.story, b.story])) continue; // earlier merges of this round may have added to their stories
      used.add(a);
      used.add(b);
      next.add(mergePair(state, { a, b }));
    }
    dirty = [...next].filter(state.roster.has);
  }
}

type Search = { readonly dirty: readonly Cluster[]; readonly growth: Growth };

function findPairs(state: ClustererState, { dirty, growth }: Search): Pair[] {
  const { tuning, lexicon } = state;
  const rarities = lexicon.rarities();
  const pairs: Pair[] = [];
  const compared = new Map<Cluster, readonly Cluster[]>(); // each cluster's candidates, to compare a pair only once
  const theirs = { ...UNTIMED };
  for (const cluster of dirty) {
    const centroid = state.centroids.of(cluster);
    const timing = state.roster.timing(cluster);
    const newness = state.newness.around(timing);
    const candidates = state.postings.candidates({
      probes: strongest(centroid, { rarities, count: tuning.probeTerms }),
      rarities,
      reach: tuning.postingReach,
      limit: tuning.candidates,
      span: timing,
      decayHours: tuning.decayHours,
      hoursMost: hoursUntil(tuning.mergeSmall, tuning.decayHours),
      language: cluster.language,
      own: cluster.row,
      accepts: () => true,
    });
    // Half of the candidates are too far in time, or would grow too large, whatever their words: these are not compared.
    const highestCosine = maxBlend(centroid.dense, tuning);
    const possible: PossiblePair[] = [];
    for (const other of candidates) {
      const pair = possiblePairFor(state, { cluster, timing, newness, other, theirs, growth });
      if (pair && ratioOf(pair, { cosine: highestCosine, tuning }) >= 1 && !compared.get(other)?.includes(cluster))
        possible.push(pair);
    }
    const centroids = possible.map(({ other }) => state.centroids.of(other));
    const dots = state.dotProducts(centroid, centroids);
    for (const [i, pair] of possible.entries()) {
      const { a, b } = pair;
      const theirs = centroids[i];
      if (!theirs || !mayShareStory(state, [a.story, b.story])) continue;
      const norms = normOfCentroid(centroid, lexicon) * normOfCentroid(theirs, lexicon);
      const byWords = norms > 0 ? (dots[i] ?? 0) / norms : 0;
      const cosine = blend({ byWords, vectors: [centroid.dense, theirs.dense] }, tuning);
      const ratio = ratioOf(pair, { cosine, tuning });
      if (ratio >= 1 && !shareSeries(a, b)) pairs.push({ a, b, ratio });
    }
    compared.set(cluster, candidates);
  }
  return pairs.sort((x, y) => y.ratio - x.ratio || x.a.slot - y.a.slot || x.b.slot - y.b.slot);
}

/** Two clusters that may merge, with everything that the score needs besides the cosine of their words. */
type PossiblePair = Pick<Pair, 'a' | 'b'> &
  ScoreContext & {
    /** Which of the two is the candidate. */
    readonly other: Cluster;
    readonly nearness: number;
    readonly growthFactor: number;
  };

/** `theirs` is scratch, overwritten with the other's times. */
type Comparison = Pick<ScoreContext, 'newness'> & {
  readonly cluster: Cluster;
  readonly timing: Timing;
  readonly other: Cluster;
  readonly theirs: Timing;
  readonly growth: Growth;
};

/** Null where they are so far apart in time that no words would be enough. */
function possiblePairFor({ tuning, roster }: ClustererState, comparison: Comparison): PossiblePair | null {
  const { cluster, timing, newness, other, theirs, growth } = comparison;
  const nearness = nearnessOf({ a: timing, b: roster.timing(other, theirs) }, tuning);
  if (nearness < tuning.mergeSmall) return null;
  const isFirst = cluster.slot < other.slot;
  const a = isFirst ? cluster : other;
  const b = isFirst ? other : cluster;
  const terms = Math.min(roster.textLength(a), roster.textLength(b));
  return { a, b, other, nearness, terms, isTimed: areTimed(timing, theirs), newness, growthFactor: growth(a, b) };
}

/** Their score over their threshold, at a given cosine. */
function ratioOf(pair: PossiblePair, { cosine, tuning }: { readonly cosine: number; readonly tuning: Tuning }): number {
  const { a, b, nearness, terms, isTimed, newness, growthFactor } = pair;
  const score = scoreOf({ cosine, nearness, terms, isTimed, newness }, tuning) * growthFactor;
  const smaller = Math.min(a.members.length, b.members.length);
  return score / mergeThreshold({ smaller, terms }, tuning) / (wereSplit(a, b) ? tuning.splitBelow : 1);
}

/** The merge score of two parts, without `growth`, and the threshold that it would have to reach. */
export function judgeParts(
  state: ClustererState,
  { a, b }: { readonly a: Part; readonly b: Part },
): { score: number; threshold: number } {
  const { tuning, lexicon } = state;
  const nearness = nearnessOf({ a, b }, tuning);
  const byWords = cosineOf([a.centroid, b.centroid], lexicon);
  const cosine = blend({ byWords, vectors: [a.centroid.dense, b.centroid.dense] }, tuning);
  const terms = Math.min(a.centroid.textLength, b.centroid.textLength);
  const isTimed = areTimed(a, b);
  const smaller = Math.min(a.members.length, b.members.length);
  return {
    score: scoreOf({ cosine, nearness, terms, isTimed, newness: state.newness.around(a) }, tuning),
    threshold: mergeThreshold({ smaller, terms }, tuning),
  };
}

/** Depends on the smaller cluster: a lone article shows little of its story's words yet. */
function mergeThreshold(
  { smaller, terms }: { readonly smaller: number; readonly terms: number },
  { mergeSmall, mergeLarge, mergeLargeTexts }: Tuning,
): number {
  const large = mergeLarge + (mergeLargeTexts - mergeLarge) * lengthShare(terms);
  return large + (mergeSmall - large) / smaller;
}

function wereSplit(a: Cluster, b: Cluster): boolean {
  return a.splitFrom.includes(b.slot) || b.splitFrom.includes(a.slot);
}

function mergePair(state: ClustererState, { a, b }: Pick<Pair, 'a' | 'b'>): Cluster {
  const [into, from] = keepsId(a.story, b.story) ? [a, b] : [b, a];
  if (into.story !== from.story) mergeStories(state, { into: into.story, from: from.story });
  mergeClusters(state, { into, from });
  return into;
}

/** Whether `a` keeps its id when both merge: the larger story does, since more readers may have its address; of equals the older. */
export function keepsId(a: Story, b: Story): boolean {
  const size = (story: Story) => countMembers(story.clusters);
  const age = (story: Story) => Math.min(...story.clusters.map((cluster) => cluster.slot));
  return size(a) > size(b) || (size(a) === size(b) && age(a) <= age(b));
}
