// Stores the numbers of articles and stories at a revision of the index.
import { KeptCounts, parseRecord } from './records.ts';
import type { Transaction } from './transaction.ts';

const KEY = 'counts';

export async function readKeptCounts<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
): Promise<KeptCounts | null> {
  return parseRecord(KeptCounts, await transaction.objectStore('meta').get(KEY), 'the counts');
}

export async function writeKeptCounts(transaction: Transaction<'readwrite'>, counts: KeptCounts): Promise<void> {
  await transaction.objectStore('meta').put(counts, KEY);
}
