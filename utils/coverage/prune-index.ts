// Keeps the index within its limits: the stories that were updated least recently go first, each as a whole.
import type { ArticleId, EpochMs, StoryId } from '../../engine/ids.ts';
import { countArticles, deleteMembers } from '../store/articles.ts';
import { readPrunedUntil, writePrunedUntil } from '../store/pruned-until.ts';
import { scanOldestStoryIds } from '../store/stories.ts';
import type { Transaction } from '../store/transaction.ts';
import { endStory, readLeaving } from './leave-story.ts';

export type PruneLimits = {
  /** Stories last updated before go, however few there are. */
  readonly keepSince: EpochMs;
  readonly articlesMax: number;
};

export type Pruned = { readonly stories: number; readonly articleIds: readonly ArticleId[] };

export async function pruneIndex(
  transaction: Transaction<'readwrite'>,
  { keepSince, articlesMax }: PruneLimits,
): Promise<Pruned> {
  const articleIds: ArticleId[] = [];
  const count = await countArticles(transaction);
  const gone: StoryId[] = [];
  let prunedUntil = 0;
  await scanOldestStoryIds(transaction, async (storyId, updatedAt) => {
    const isTooMany = count - articleIds.length > articlesMax;
    if (updatedAt >= keepSince && !isTooMany) return false;
    if (isTooMany) prunedUntil = updatedAt;
    articleIds.push(...(await deleteMembers(transaction, storyId)));
    gone.push(storyId);
    return true;
  });
  for (const storyId of gone) await endStory(transaction, await readLeaving(transaction, storyId));
  if (prunedUntil > (await readPrunedUntil(transaction))) await writePrunedUntil(transaction, prunedUntil);
  return { stories: gone.length, articleIds };
}

export async function needsPruning(
  transaction: Transaction<'readonly'>,
  { keepSince, articlesMax }: PruneLimits,
): Promise<boolean> {
  let isTooOld = false;
  await scanOldestStoryIds(transaction, async (_storyId, updatedAt) => {
    isTooOld = updatedAt < keepSince;
    return false;
  });
  return isTooOld || (await countArticles(transaction)) > articlesMax;
}
