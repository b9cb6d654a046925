// Keeps the index within its limits: whole stories are deleted, those updated least recently first.
import type { ArticleId, EpochMs, StoryId } from '../../engine/ids.ts';
import { countArticles, deleteMembers } from '../store/articles.ts';
import { readPrunedUntil, writePrunedUntil } from '../store/pruned-until.ts';
import { readStoryIdsBefore, scanOldestStoryIds } from '../store/stories.ts';
import type { Transaction } from '../store/transaction.ts';
import { endExpired } from './leave-story.ts';

export type PruneLimits = {
  /** Stories last updated before this are deleted in any case. */
  readonly keepSince: EpochMs;
  readonly articlesMax: number;
};

export type Pruned = { readonly stories: number; readonly articleIds: readonly ArticleId[] };

export async function pruneIndex(
  transaction: Transaction<'readwrite'>,
  { keepSince, articlesMax }: PruneLimits,
): Promise<Pruned> {
  const count = await countArticles(transaction);
  const tooOld = await readStoryIdsBefore(transaction, keepSince);
  const articleIds = (await Promise.all(tooOld.map((id) => deleteMembers(transaction, id)))).flat();
  await endExpired(transaction, tooOld);
  const tooMany: StoryId[] = [];
  let prunedUntil = 0;
  await scanOldestStoryIds(transaction, async (storyId, updatedAt) => {
    if (count - articleIds.length <= articlesMax) return false;
    prunedUntil = updatedAt;
    articleIds.push(...(await deleteMembers(transaction, storyId)));
    tooMany.push(storyId);
    return true;
  });
  await endExpired(transaction, tooMany);
  if (prunedUntil > (await readPrunedUntil(transaction))) await writePrunedUntil(transaction, prunedUntil);
  return { stories: tooOld.length + tooMany.length, articleIds };
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
