// Tells stories apart that have a language in common and are far from each other in it.
//
// What travels between languages is little: names, numbers, countries. Where both stories have reports in one language, all
// of their words can be compared, and these say more. One or two reports show too few of their story's words for that.
// Example: four English reports tell of a swimmer's medal, four of who carries the flag, and a Spanish one names both
// athletes. It is linked to the swimmer's. The flag bearer's shares its names, too, but in English the two are at less than
// half of what they would need to merge: it stays a story of its own.
import type { ClustererState } from './clusterer-state.ts';
import { judgeParts, type Part } from './merge-pass.ts';
import type { Cluster, Story } from './records.ts';
import { countMembers } from './stories.ts';

/** Of each story in that language. */
const REPORTS_LEAST = 3;
/** Of the score that a merge needs. At 0.7 and more, other angles of one event stay out, too. */
const FAR_BELOW = 0.6;

export function areFarInCommonLanguage(state: ClustererState, a: Story, b: Story): boolean {
  for (const language of new Set(a.clusters.map((cluster) => cluster.language))) {
    const [ours, theirs] = [clustersIn(language, a), clustersIn(language, b)];
    if (Math.min(countMembers(ours), countMembers(theirs)) < REPORTS_LEAST) continue;
    if (!ours.some((one) => theirs.some((other) => areNear(state, one, other)))) return true;
  }
  return false;
}

function clustersIn(language: number, { clusters }: Story): readonly Cluster[] {
  return clusters.filter((cluster) => cluster.language === language);
}

function areNear(state: ClustererState, a: Cluster, b: Cluster): boolean {
  const { score, threshold } = judgeParts(state, partOf(state, a), partOf(state, b));
  return score >= FAR_BELOW * threshold;
}

function partOf(state: ClustererState, cluster: Cluster): Part {
  const centroid = state.centroids.of(cluster);
  return { ...state.roster.timing(cluster), members: cluster.members, centroid };
}
