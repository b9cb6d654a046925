// Passes one batch of the intake to the clusterer, lets it merge, split and move, and returns the changes. Replays use it too.
import type { ArticleId, StoryId } from '../../engine/ids.ts';
import type { ClusterArticle, Placement, StoryClusterer } from '../../engine/ports.ts';
import type { IntakeEntry, TakenArticle } from '../store/intake.ts';
import type { EntryVectors } from '../store/vectors.ts';

export type BatchChanges = {
  readonly placed: ReadonlyMap<ArticleId, Placement>;
  readonly removed: readonly ArticleId[];
  readonly redirects: ReadonlyMap<StoryId, StoryId>;
};

export function applyEntries(
  clusterer: StoryClusterer,
  { entries, vectors }: { readonly entries: readonly IntakeEntry[]; readonly vectors: EntryVectors },
): BatchChanges {
  const placed = new Map<ArticleId, Placement>();
  const removed = new Set<ArticleId>();
  const toGiven = (article: TakenArticle, no: number): ClusterArticle => {
    const dense = vectors.get(no) ?? null;
    return { ...toClusterArticle(article), ...(dense === null ? {} : { dense }) };
  };
  const note = (id: ArticleId, placement: Placement) => {
    removed.delete(id);
    placed.set(id, placement);
  };
  const remove = (id: ArticleId) => {
    clusterer.remove(id);
    placed.delete(id);
    removed.add(id);
  };
  for (const entry of entries) {
    switch (entry.kind) {
      case 'article':
        note(entry.article.id, clusterer.add(toGiven(entry.article, entry.no)));
        break;
      case 'stored': // the entry's article no longer exists
      case 'set-aside':
      case 'unreadable':
        break;
      case 'expire':
        entry.articleIds.forEach(remove);
        break;
      case 'separate':
        clusterer.separate(entry);
        break;
      case 'unseparate': // placed again by its text, like a new article
        clusterer.unseparate(entry);
        note(entry.article.id, clusterer.putBack(toGiven(entry.article, entry.no), null));
        break;
    }
  }
  const { moves, redirects } = clusterer.maintain();
  for (const { articleId, storyId, familyId } of moves) placed.set(articleId, { storyId, familyId });
  return { placed, removed: [...removed], redirects: new Map(redirects.map(({ from, to }) => [from, to])) };
}

export function toClusterArticle({ body, ...article }: TakenArticle): ClusterArticle {
  return body === null ? article : { ...article, body };
}
