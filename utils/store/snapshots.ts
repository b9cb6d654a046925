// Keeps the engine's last snapshot, which is only worth anything at the revision it was taken.
import { parseRecord, StoredSnapshot } from './records.ts';
import type { Transaction } from './transaction.ts';

const KEY = 'engine';

export async function readSnapshot<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
): Promise<StoredSnapshot | null> {
  return parseRecord(StoredSnapshot, await transaction.objectStore('snapshots').get(KEY), 'the engine snapshot');
}

export async function writeSnapshot(transaction: Transaction<'readwrite'>, snapshot: StoredSnapshot): Promise<void> {
  await transaction.objectStore('snapshots').put(snapshot, KEY);
}

export async function deleteSnapshot(transaction: Transaction<'readwrite'>): Promise<void> {
  await transaction.objectStore('snapshots').delete(KEY);
}
