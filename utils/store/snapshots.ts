// Stores what the engine is opened from: its last snapshot, and the journal of its calls since.
import { createRecordParser, type EngineCall, JournalEntry, parseRecords, StoredSnapshot } from './records.ts';
import type { StoreName, Transaction } from './transaction.ts';

const parseSnapshot = createRecordParser(StoredSnapshot, 'the engine snapshot');
const parseEntry = createRecordParser(JournalEntry, 'the journal');
const KEY = 'engine';

export const SNAPSHOT_STORES: readonly StoreName[] = ['snapshots', 'journal'];

export async function readSnapshot<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
): Promise<StoredSnapshot | null> {
  return parseSnapshot(await transaction.objectStore('snapshots').get(KEY));
}

/** Also empties the journal. */
export async function writeSnapshot(transaction: Transaction<'readwrite'>, snapshot: StoredSnapshot): Promise<void> {
  await transaction.objectStore('snapshots').put(snapshot, KEY);
  await transaction.objectStore('journal').clear();
}

export async function deleteSnapshot(transaction: Transaction<'readwrite'>): Promise<void> {
  await transaction.objectStore('snapshots').delete(KEY);
  await transaction.objectStore('journal').clear();
}

/** In order; null if the entries do not lead from one revision to the other. */
export async function readJournal<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly EngineCall[] | null> {
  const entries = parseRecords(await transaction.objectStore('journal').getAll(), parseEntry);
  const isWhole = entries.length === to - from && entries.every(({ revision }, at) => revision === from + at + 1);
  return isWhole ? entries.flatMap(({ calls }) => calls) : null;
}

export async function writeJournalEntry(transaction: Transaction<'readwrite'>, entry: JournalEntry): Promise<void> {
  await transaction.objectStore('journal').put(entry);
}
