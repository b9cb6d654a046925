// Reads and writes the index's revision and the version of the engine that placed its articles.
import { createRecordParser, type IndexState, IndexState as IndexStateSchema } from './records.ts';
import type { Transaction } from './transaction.ts';

const parseIndexState = createRecordParser(IndexStateSchema, 'the index state');
const KEY = 'index';

/** Null for an index that was never written. */
export async function readIndexState<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
): Promise<IndexState | null> {
  return parseIndexState(await transaction.objectStore('meta').get(KEY));
}

export async function writeIndexState(transaction: Transaction<'readwrite'>, state: IndexState): Promise<void> {
  await transaction.objectStore('meta').put(state, KEY);
}

/** For changes to the index without the engine: an engine in memory or in a snapshot is outdated after that. */
export async function passRevision(transaction: Transaction<'readwrite'>): Promise<void> {
  const index = await readIndexState(transaction);
  if (index === null) return;
  await writeIndexState(transaction, { ...index, revision: index.revision + 1, snapshotRevision: -1 });
}
