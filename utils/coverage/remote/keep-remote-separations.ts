// "Not the same story" against a server's story: kept on this device, and never sent.
import type { ArticleId, EpochMs, StoryId } from '../../../engine/ids.ts';
import type { CoverageError } from '../../../engine/ports.ts';
import { ok, type Result } from '../../../engine/result.ts';
import type { Store } from '../../store/database.ts';
import { findLatestSeparation, readTime } from '../../store/latest-separation.ts';
import {
  deleteRemoteSeparation,
  readRemoteSeparations,
  writeRemoteSeparation,
} from '../../store/remote-separations.ts';
import { readWith, writeWith } from '../../store/transaction.ts';
import { toUrlArticleId } from '../article-id-of-url.ts';
import type { SeparatedStory, TimedSeparation } from '../find-separated.ts';

export function createRemoteSeparations({ store, now }: { readonly store: Store; readonly now: () => EpochMs }) {
  const read = async (id: ArticleId) => {
    const found = await store.run(
      readWith(['remoteSeparations'], (transaction) => readRemoteSeparations(transaction, id)),
    );
    return found.ok ? found.value : [];
  };
  return {
    findStories: async (id: ArticleId): Promise<readonly StoryId[]> => (await read(id)).map(({ storyId }) => storyId),
    /** The latest separation of the page's article, which "undo" takes back. */
    async find(url: string): Promise<TimedSeparation | null> {
      const id = toUrlArticleId(url);
      const latest = id === null ? null : findLatestSeparation(await read(id));
      return latest && { ...latest, separatedAt: readTime(latest) };
    },
    separate({ articleId, storyId, title }: SeparatedStory): Promise<Result<unknown, CoverageError>> {
      const separation = { articleId, storyId, title, separatedAt: now() };
      return store.run(
        writeWith(['remoteSeparations'], (transaction) => writeRemoteSeparation(transaction, separation)),
      );
    },
    /** False when there was none. */
    async unseparate(separated: SeparatedStory): Promise<Result<boolean, CoverageError>> {
      const has = (await read(separated.articleId)).some(({ storyId }) => storyId === separated.storyId);
      if (!has) return ok(false);
      const gone = await store.run(
        writeWith(['remoteSeparations'], (transaction) => deleteRemoteSeparation(transaction, separated)),
      );
      return gone.ok ? ok(true) : gone;
    },
  };
}
