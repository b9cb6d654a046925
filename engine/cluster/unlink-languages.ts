// Takes clusters out of stories of several languages that they are not close to any more.
//
// A link is made by what two stories are at the time, often of one or two reports each, and the story that they become is
// linked to others. Nothing but this looks at the whole again. Every cluster of a story that changed is compared with all
// others together, and with each one of another language: it stays where one of these is close enough. All together tell
// best of a large cluster; a cluster of one or two reports shares its few signs with some other, not with the middle of all.
// Example: a report in French on a swimmer's and a flag bearer's day links the swimmer's story in English with the flag
// bearer's in Spanish. Forty English reports later it is close to the Spanish cluster alone, and the English one to neither:
// that leaves, and is a story of its own.
import { type ClustererState, leaveStory } from './clusterer-state.ts';
import { linkScore, type Signs, signsOf } from './cross-language.ts';
import type { Cluster, Story } from './records.ts';
import { countMembers } from './stories.ts';

/** Of the score of a link: a cluster that leaves just under it would come back with the next report. */
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
  // The order in which they changed is not kept in snapshots.
  for (const story of [...changed].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (let odd = findOdd(state, story, signsFor); odd; odd = findOdd(state, story, signsFor)) {
      const others = story.clusters.filter((cluster) => cluster !== odd);
      leaveStory(state, story, odd.members.length >= countMembers(others) ? others : [odd]); // the larger part keeps the name
    }
  }
}

/** The cluster that is least close to the others, where that is not enough. */
function findOdd(state: ClustererState, { clusters }: Story, signsFor: (cluster: Cluster) => Signs): Cluster | null {
  if (clusters.length < 2) return null;
  const asked = STAYS_FROM * state.tuning.linkScore;
  let least = asked;
  let odd: Cluster | null = null;
  for (const cluster of clusters) {
    const others = clusters.filter((other) => other !== cluster);
    const scoreWith = (theirs: Signs) => linkScore(state, signsFor(cluster), theirs);
    const isNear = (other: Cluster) => other.language !== cluster.language && scoreWith(signsFor(other)) >= asked;
    if (others.some(isNear)) continue;
    const score = scoreWith(signsOf(state, others));
    if (score < least) [least, odd] = [score, cluster];
  }
  return odd;
}
