// Reads and writes "not the same story" for stories of a server.
import type { ArticleId, StoryId } from '../../engine/ids.ts';
import { createRecordParser, parseRecords, StoredRemoteSeparation } from './records.ts';
import type { Transaction } from './transaction.ts';

const parseSeparation = createRecordParser(StoredRemoteSeparation, 'a separation');

export async function readRemoteSeparations<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  articleId: ArticleId,
): Promise<StoredRemoteSeparation[]> {
  const range = IDBKeyRange.bound([articleId], [articleId, []]);
  const found = await transaction.objectStore('remoteSeparations').getAll(range);
  return parseRecords(found, parseSeparation);
}

export async function writeRemoteSeparation(
  transaction: Transaction<'readwrite'>,
  separation: StoredRemoteSeparation,
): Promise<void> {
  await transaction.objectStore('remoteSeparations').put(separation);
}

export async function deleteRemoteSeparation(
  transaction: Transaction<'readwrite'>,
  { articleId, storyId }: { readonly articleId: ArticleId; readonly storyId: StoryId },
): Promise<void> {
  await transaction.objectStore('remoteSeparations').delete([articleId, storyId]);
}
