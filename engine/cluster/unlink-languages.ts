// Takes clusters out of stories in several languages that they are no longer close to.
//
// Two stories are linked by what they are at the time, often one or two reports each, and the linked story is linked to
// others; only this pass looks at the whole again. Each cluster of a changed story is compared with all its others
// together, and with each one in another language, and stays if any of these is close enough. The comparison with all
// together serves large clusters best; a cluster of one or two reports shares its few signs with some other cluster, but
// not with the average of all.
// Example: a French report on a swimmer's and a flag bearer's day links the swimmer's English story with the flag bearer's
// Spanish one. Forty English reports later the French report is close to the Spanish cluster only, and the English cluster
// to neither: it leaves and becomes a story of its own.
import { type ClustererState, splitStory } from './clusterer-state.ts';
import { linkScore, type Signs, signsOf } from './cross-language.ts';
import type { Cluster, Story } from './records.ts';
import { countMembers } from './stories.ts';

/** Share of `linkScore` that is enough to stay: a cluster that left just below the full score would be linked again at once. */
const STAYS_FROM = 0.9;

export function unlinkLanguages(state: ClustererState): void {
  if (state.lexicon.languages() < 2) return;
  const signs = new Map<Cluster, Signs>();
  const signsFor = (cluster: Cluster) => {
    const known = signs.get(cluster) ?? signsOf(state, [cluster]);
    signs.set(cluster, known);
    return known;
  };
  const changed = new Set([...state.dirty].map((cluster) => cluster.story));
  // By id, since snapshots do not keep the order of changes.
  for (const story of [...changed].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const next = () => findOutlier(state, { story, signsFor });
    for (let outlier = next(); outlier; outlier = next()) {
      const others = story.clusters.filter((cluster) => cluster !== outlier);
      const leaving = outlier.members.length >= countMembers(others) ? others : [outlier]; // the larger part keeps the id
      splitStory(state, { story, leaving });
    }
  }
}

/** The cluster least close to the others, among those that are not close enough to stay; null without any. */
function findOutlier(
  state: ClustererState,
  { story, signsFor }: { readonly story: Story; readonly signsFor: (cluster: Cluster) => Signs },
): Cluster | null {
  const { clusters } = story;
  if (clusters.length < 2) return null;
  const scoreLeast = STAYS_FROM * state.tuning.linkScore;
  let least = scoreLeast;
  let outlier: Cluster | null = null;
  for (const cluster of clusters) {
    const others = clusters.filter((other) => other !== cluster);
    const scoreWith = (theirs: Signs) => linkScore(state, [signsFor(cluster), theirs]);
    const isNear = (other: Cluster) => other.language !== cluster.language && scoreWith(signsFor(other)) >= scoreLeast;
    if (others.some(isNear)) continue;
    const score = scoreWith(signsOf(state, others));
    if (score < least) [least, outlier] = [score, cluster];
  }
  return outlier;
}
