// Reads and writes the index's revision and the version of the engine that placed its articles.
import { type IndexState, IndexState as IndexStateSchema, parseRecord } from './records.ts';
import type { Transaction } from './transaction.ts';

const KEY = 'index';

/** Null for an index that nothing was ever written to. */
export async function readIndexState<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
): Promise<IndexState | null> {
  return parseRecord(IndexStateSchema, await transaction.objectStore('meta').get(KEY), 'the index state');
}

export async function writeIndexState(transaction: Transaction<'readwrite'>, state: IndexState): Promise<void> {
  await transaction.objectStore('meta').put(state, KEY);
}

/** For whoever changes the index without the engine: one that is in memory or was saved is not trusted any more. */
export async function passRevision(transaction: Transaction<'readwrite'>): Promise<void> {
  const index = await readIndexState(transaction);
  if (index === null) return;
  await writeIndexState(transaction, { ...index, revision: index.revision + 1, snapshotRevision: -1 });
}
