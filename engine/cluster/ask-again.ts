// Has all clusters asked again whether they merge or part, once the window has grown by a quarter.
//
// What a merge or a split needs depends on the window: how rare words are in it, and how large its clusters grow. Only
// clusters that change are asked, so that two that just missed each other in a window of a thousand articles would stay
// apart for good, and two events that met there would stay one. A window that is full hardly grows, and pays nothing.
// Example: all are asked at 800 articles, at 1,600, 2,400, 3,200, 4,000 and 5,000, and then not until there are 6,250.
import type { ClustererState } from './clusterer-state.ts';

/** Articles more, at least: 600 and 1,000 measured alike. In smaller windows asking often parts stories by chance. */
const LEAST = 800;
/** Share of articles more: a tenth and a half measured alike. */
const SHARE = 0.25;
/** In larger windows another quarter changes little, and asking all clusters at once takes longer than a host should wait. */
const SIZE_MOST = 10_000;

export function askAgain(state: ClustererState): void {
  const size = state.articles.size;
  state.askedSize = Math.min(state.askedSize, size);
  if (size > SIZE_MOST || size < state.askedSize + Math.max(LEAST, SHARE * state.askedSize)) return;
  state.askedSize = size;
  for (const { clusters } of state.stories.values()) {
    for (const cluster of clusters) {
      state.dirty.add(cluster);
      cluster.checkedSize = 0;
    }
  }
}
