// Deletes stored articles without the engine, which fails on them and cannot be loaded with them.
//
// In a transaction of its own, so that a restarted worker does not meet them again. An article that a feed still lists comes
// back, and is set aside then.
import type { ArticleId } from '../../engine/ids.ts';
import type { CoverageError } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import { deleteArticles, readArticle } from '../store/articles.ts';
import { passRevision } from '../store/index-state.ts';
import { writeWith } from '../store/transaction.ts';
import { INDEX_STORES } from './index-stores.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';
import { refreshStories } from './refresh-stories.ts';

/** Returns how many of them were stored. */
export async function leaveOut(
  { store, ratings: rated }: OnDeviceDeps,
  ids: readonly ArticleId[],
): Promise<Result<number, CoverageError>> {
  const ratings = await rated.load();
  return await store.run(
    writeWith(INDEX_STORES, async (transaction) => {
      const found = await Promise.all(ids.map((id) => readArticle(transaction, id)));
      const gone = found.filter((article) => article !== null);
      await deleteArticles(transaction, ids);
      const touched = new Set(gone.map(({ storyId }) => storyId));
      await refreshStories(transaction, { touched, moves: [], redirects: new Map(), ratings });
      await passRevision(transaction);
      return gone.length;
    }),
  );
}
