// Stores the numbers of articles and stories at a revision of the index.
import { createRecordParser, KeptCounts } from './records.ts';
import type { Transaction } from './transaction.ts';

const parseCounts = createRecordParser(KeptCounts, 'the counts');
const KEY = 'counts';

export async function readKeptCounts<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
): Promise<KeptCounts | null> {
  return parseCounts(await transaction.objectStore('meta').get(KEY));
}

export async function writeKeptCounts(transaction: Transaction<'readwrite'>, counts: KeptCounts): Promise<void> {
  await transaction.objectStore('meta').put(counts, KEY);
}
