// Streams articles through the engine in order of time, with maintenance as in a host, and returns their final places.
import { type ClustererOptions, createStoryClusterer } from '../../engine/cluster/story-clusterer.ts';
import type { ArticleId } from '../../engine/ids.ts';
import type { ClusterArticle, Placement, StoryClusterer } from '../../engine/ports.ts';

/** Articles of about one poll cycle; each batch is followed by maintenance. */
const BATCH = 200;

export type ClusteredArticles = {
  readonly places: ReadonlyMap<ArticleId, Placement>;
  readonly clusterer: StoryClusterer;
};

export function clusterArticles(
  articles: readonly ClusterArticle[],
  options: ClustererOptions = {},
): ClusteredArticles {
  const clusterer = createStoryClusterer({ undated: 'timeless', ...options });
  const places = new Map<ArticleId, Placement>();
  const maintain = () => {
    for (const { articleId, storyId, familyId } of clusterer.maintain().moves) {
      places.set(articleId, { storyId, familyId });
    }
  };
  for (const [index, article] of inOrderOfTime(articles).entries()) {
    places.set(article.id, clusterer.add(article));
    if (index % BATCH === BATCH - 1) maintain();
  }
  maintain();
  return { places, clusterer };
}

/** Articles without a time stay behind the one that they follow in the file. */
export function inOrderOfTime(articles: readonly ClusterArticle[]): readonly ClusterArticle[] {
  let last = Number.NEGATIVE_INFINITY;
  const keyed = articles.map((article, index) => {
    last = article.publishedAt ?? last;
    return { article, index, at: last };
  });
  return keyed.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at) || a.index - b.index).map(({ article }) => article);
}
