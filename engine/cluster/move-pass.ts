// Moves articles that were placed early into the cluster they fit clearly better now.
//
// Only articles that were placed since the last pass by a narrow margin are checked (checking all was no better on any test
// set). They move only if they fit elsewhere by `MARGIN` more than where they are, so that none goes back and forth.
import { type ClustererState, join, leave, touch } from './clusterer-state.ts';
import { isAlone } from './families.ts';
import { findFits, toQuery } from './find-cluster.ts';
import { hasOtherInstallment } from './installments.ts';
import type { ArticleRecord, Cluster } from './records.ts';
import { mayShareStory, redirectStory } from './stories.ts';

/** How much higher the score at the new place must be. Under 0.05, two halves of a broad story exchange members. */
const MARGIN = 0.05;

export function movePass(state: ClustererState): void {
  for (const record of state.undecided) {
    if (state.articles.get(record.id) === record) moveIfBetter(state, record);
  }
  state.undecided.clear();
}

function moveIfBetter(state: ClustererState, record: ArticleRecord): void {
  if (!isAlone(record)) return; // copies stay together
  const home = record.cluster;
  const story = home.story;
  const isLast = home.members.length === 1 && story.clusters.length === 1; // its story's id will redirect to the new place
  const mayMove = (cluster: Cluster) => {
    if (state.separations.isEmpty()) return true;
    return isLast
      ? mayShareStory(state, [story, cluster.story])
      : !state.separations.isBarred(record.id, cluster.story.id);
  };
  const fits = findFits(state, { article: toQuery(record), accepts: mayMove });
  const best = fits.find(({ cluster }) => cluster !== home && !hasOtherInstallment(cluster, record));
  if (!best || best.score < state.tuning.joinScore) return;
  const atHome =
    home.members.length === 1
      ? state.tuning.joinScore - MARGIN
      : (fits.find((fit) => fit.cluster === home)?.score ?? 0);
  if (best.score < atHome + MARGIN) return;
  touch(state, record);
  leave(state, record);
  if (!state.stories.has(story.id)) redirectStory(state, { from: story.id, to: best.cluster.story.id });
  join(state, { record, cluster: best.cluster });
}
