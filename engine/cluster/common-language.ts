// Keeps two stories from being linked when both have reports in one language and these are far from each other.
//
// Only names, numbers and countries can be compared between languages. Where both stories have reports in one language, all
// their words can be compared, which says more; one or two reports have too few of their story's words for that.
// Example: four English reports tell of a swimmer's medal, four of who carries the flag, and a Spanish report names both
// athletes and is linked to the swimmer's story. The flag bearer's story shares its names, too, but the two English groups
// score less than half of what a merge needs: it stays a story of its own.
import type { ClustererState } from './clusterer-state.ts';
import { judgeParts, type Part } from './merge-pass.ts';
import type { Cluster, Story } from './records.ts';
import { countMembers } from './stories.ts';

/** Reports in that language that each of the two stories must have. */
const REPORTS_LEAST = 3;
/** Share of the score that a merge needs. At 0.7 and more, other angles on the same event are kept out, too. */
const FAR_BELOW = 0.6;

export function areFarInCommonLanguage(state: ClustererState, [a, b]: readonly [Story, Story]): boolean {
  for (const language of new Set(a.clusters.map((cluster) => cluster.language))) {
    const [ours, theirs] = [clustersIn(language, a), clustersIn(language, b)];
    if (Math.min(countMembers(ours), countMembers(theirs)) < REPORTS_LEAST) continue;
    if (!ours.some((one) => theirs.some((other) => areNear(state, [one, other])))) return true;
  }
  return false;
}

function clustersIn(language: number, { clusters }: Story): readonly Cluster[] {
  return clusters.filter((cluster) => cluster.language === language);
}

function areNear(state: ClustererState, [a, b]: readonly [Cluster, Cluster]): boolean {
  const { score, threshold } = judgeParts(state, { a: partOf(state, a), b: partOf(state, b) });
  return score >= FAR_BELOW * threshold;
}

function partOf(state: ClustererState, cluster: Cluster): Part {
  const centroid = state.centroids.of(cluster);
  return { ...state.roster.timing(cluster), members: cluster.members, centroid };
}
