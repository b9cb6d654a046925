// Keeps how far back stories had to go for want of room: what feeds list of that time would come back with every poll.
//
// Stories go in the order of their last article, so that one time tells of all that went. What else is of before is left
// out, too: it would be the next to go.
import { EpochMs } from '../../engine/ids.ts';
import { parseRecord } from './records.ts';
import type { Transaction } from './transaction.ts';

const KEY = 'prunedUntil';

/** 0 where there was always room. */
export async function readPrunedUntil<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
): Promise<EpochMs> {
  return parseRecord(EpochMs, await transaction.objectStore('meta').get(KEY), 'the time that room was made for') ?? 0;
}

export async function writePrunedUntil(transaction: Transaction<'readwrite'>, at: EpochMs): Promise<void> {
  await transaction.objectStore('meta').put(at, KEY);
}
