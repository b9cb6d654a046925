// Marks all clusters for the merge and split passes whenever the window has grown by a quarter.
//
// Merging and splitting depend on the whole window: on how rare words are in it and how large its clusters grow. The passes
// look only at clusters that changed. Without this, two clusters that just missed merging among a thousand articles would
// stay apart for good, and two events that were merged there would stay one. A full window hardly grows, and pays nothing.
// Example: all are marked at 800 articles, at 1,600, 2,400, 3,200, 4,000 and 5,000, and next at 6,250.
import type { ClustererState } from './clusterer-state.ts';

/** Least growth, in articles: 600 and 1,000 measured alike. In smaller windows, checking often splits stories by chance. */
const LEAST = 800;
/** Least growth, as a share: a tenth and a half measured alike. */
const SHARE = 0.25;
/** Articles. In larger windows another quarter changes little, and checking all clusters at once blocks the host too long. */
const SIZE_MOST = 10_000;

export function recheckOnGrowth(state: ClustererState): void {
  const size = state.articles.size;
  state.recheckedSize = Math.min(state.recheckedSize, size);
  if (size > SIZE_MOST || size < state.recheckedSize + Math.max(LEAST, SHARE * state.recheckedSize)) return;
  state.recheckedSize = size;
  for (const { clusters } of state.stories.values()) {
    for (const cluster of clusters) {
      state.dirty.add(cluster);
      cluster.checkedSize = 0;
    }
  }
}
