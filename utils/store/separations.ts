// Reads and writes "not the same story" for stories on the device.
import type { ArticleId, StoryId } from '../../engine/ids.ts';
import { readArticle } from './articles.ts';
import { findLatestSeparation } from './latest-separation.ts';
import { createRecordParser, parseRecords, StoredSeparation } from './records.ts';
import type { Transaction } from './transaction.ts';

const parseSeparation = createRecordParser(StoredSeparation, 'a separation');

export async function readSeparation<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  { articleId, storyId }: { readonly articleId: ArticleId; readonly storyId: StoryId },
): Promise<StoredSeparation | null> {
  const found = await transaction.objectStore('separations').get([articleId, storyId]);
  return parseSeparation(found);
}

export async function readSeparations<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
): Promise<StoredSeparation[]> {
  return parseRecords(await transaction.objectStore('separations').getAll(), parseSeparation);
}

export async function readSeparationsOfArticle<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  articleId: ArticleId,
): Promise<StoredSeparation[]> {
  const range = IDBKeyRange.bound([articleId], [articleId, []]);
  return parseRecords(await transaction.objectStore('separations').getAll(range), parseSeparation);
}

export async function writeSeparation(
  transaction: Transaction<'readwrite'>,
  separation: StoredSeparation,
): Promise<void> {
  await transaction.objectStore('separations').put(separation);
}

export async function deleteSeparation(
  transaction: Transaction<'readwrite'>,
  { articleId, storyId }: { readonly articleId: ArticleId; readonly storyId: StoryId },
): Promise<void> {
  await transaction.objectStore('separations').delete([articleId, storyId]);
}

/** Moves a story's separations to the story it was merged into, except for articles that are in that story. */
export async function redirectSeparations(
  transaction: Transaction<'readwrite'>,
  { from, to }: { readonly from: StoryId; readonly to: StoryId },
): Promise<void> {
  const store = transaction.objectStore('separations');
  const found = parseRecords(await store.index('byStory').getAll(from), parseSeparation);
  for (const separation of found) {
    const { articleId } = separation;
    const other = await readSeparation(transaction, { articleId, storyId: to });
    const { separatedAt } = findLatestSeparation(other === null ? [separation] : [separation, other]) ?? separation;
    await store.delete([articleId, from]);
    if ((await readArticle(transaction, articleId))?.storyId === to) continue;
    await store.put({ ...separation, storyId: to, separatedAt });
  }
}

export async function deleteSeparationsOfStory(transaction: Transaction<'readwrite'>, storyId: StoryId): Promise<void> {
  const store = transaction.objectStore('separations');
  const keys = await store.index('byStory').getAllKeys(storyId);
  await Promise.all(keys.map((key) => store.delete(key)));
}

export async function clearSeparations(transaction: Transaction<'readwrite'>): Promise<void> {
  await transaction.objectStore('separations').clear();
}
