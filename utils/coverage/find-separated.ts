// The pairing that the user took from an article, if there is one: what a page's "undo" undoes, also after a restart.
import type { ArticleId, EpochMs, StoryId } from '../../engine/ids.ts';
import type { CoverageError } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import type { Store } from '../store/database.ts';
import { findLatestSeparation, readTime } from '../store/latest-separation.ts';
import { readSeparationsOfArticle } from '../store/separations.ts';
import { findSurvivor, readStory } from '../store/stories.ts';
import { readWith } from '../store/transaction.ts';
import { toUrlArticleId } from './article-id-of-url.ts';

export type SeparatedStory = { readonly articleId: ArticleId; readonly storyId: StoryId; readonly title: string };
export type TimedSeparation = SeparatedStory & { readonly separatedAt: EpochMs };

/** Null also for a story that has expired meanwhile: there is nothing left to put the article back into. */
export async function findSeparated(store: Store, url: string): Promise<Result<TimedSeparation | null, CoverageError>> {
  const articleId = toUrlArticleId(url);
  return store.run(
    readWith(['separations', 'stories'], async (transaction) => {
      if (articleId === null) return null;
      const separation = findLatestSeparation(await readSeparationsOfArticle(transaction, articleId));
      if (separation === null) return null;
      const story = await readStory(transaction, await findSurvivor(transaction, separation.storyId));
      if (story === null || story.mergedInto !== null) return null;
      const { storyId } = separation;
      return { articleId, storyId, title: story.summary.title, separatedAt: readTime(separation) };
    }),
  );
}
