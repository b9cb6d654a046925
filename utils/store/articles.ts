// Reads and writes articles with their places.
import type { ArticleId, OutletId, StoryId } from '../../engine/ids.ts';
import { createRecordParser, parseRecords, StoredArticle } from './records.ts';
import type { Transaction } from './transaction.ts';

const parseArticle = createRecordParser(StoredArticle, 'an article');

export async function readArticle<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  id: ArticleId,
): Promise<StoredArticle | null> {
  return parseArticle(await transaction.objectStore('articles').get(id));
}

export async function readMembers<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  storyId: StoryId,
): Promise<StoredArticle[]> {
  const members = await transaction.objectStore('articles').index('byStory').getAll(storyId);
  return parseRecords(members, parseArticle);
}

export async function writeArticle(transaction: Transaction<'readwrite'>, article: StoredArticle): Promise<void> {
  await transaction.objectStore('articles').put(article);
}

export async function deleteArticles(transaction: Transaction<'readwrite'>, ids: readonly string[]): Promise<void> {
  await Promise.all(ids.map((id) => transaction.objectStore('articles').delete(id)));
}

/** Deletes the members of a story, including damaged ones; returns their ids. */
export async function deleteMembers(transaction: Transaction<'readwrite'>, storyId: StoryId): Promise<ArticleId[]> {
  const store = transaction.objectStore('articles');
  const ids = (await store.index('byStory').getAllKeys(storyId)) as ArticleId[]; // keys are what writeArticle wrote
  await deleteArticles(transaction, ids);
  return ids;
}

export async function readStoryIdsOfOutlet<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  outletId: OutletId,
): Promise<StoryId[]> {
  const range = IDBKeyRange.bound([outletId], [outletId, []]);
  const index = transaction.objectStore('articles').index('byOutletAndStory');
  const found: StoryId[] = [];
  for (let at = await index.openKeyCursor(range, 'nextunique'); at !== null; at = await at.continue()) {
    found.push(at.key[1] as StoryId); // keys are what writeArticle wrote
  }
  return found;
}

/** A position in the order of first sighting; the next slice starts after it. */
export type ArticlePosition = readonly [firstSeenAt: number, id: string];

/** Articles in the order they were first seen; damaged ones are returned as ids to delete. */
export async function readArticleSlice<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  { after, limit }: { readonly after: ArticlePosition | null; readonly limit: number },
): Promise<{ articles: StoredArticle[]; damaged: string[]; next: ArticlePosition | null }> {
  const range = after === null ? null : IDBKeyRange.lowerBound([...after], true);
  const found = await transaction.objectStore('articles').index('bySeen').getAll(range, limit);
  const articles = parseRecords(found, parseArticle);
  const intact = new Set<string>(articles.map(({ id }) => id));
  const last = found.at(-1);
  return {
    articles,
    damaged: found.map(({ id }) => id).filter((id) => !intact.has(id)),
    next: last === undefined || found.length < limit ? null : [last.firstSeenAt, last.id],
  };
}

export function countArticles<Mode extends IDBTransactionMode>(transaction: Transaction<Mode>): Promise<number> {
  return transaction.objectStore('articles').count();
}
