// Stores up to what time stories were deleted to make room: articles of that time would return with each poll.
//
// Stories are deleted in the order of their last article, so one time describes all that went. Other articles from before it are
// refused too, since they would be deleted next.
import { EpochMs } from '../../engine/ids.ts';
import { createRecordParser } from './records.ts';
import type { Transaction } from './transaction.ts';

const parseTime = createRecordParser(EpochMs, 'the time that room was made for');
const KEY = 'prunedUntil';

/** 0 if there was always room. */
export async function readPrunedUntil<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
): Promise<EpochMs> {
  return parseTime(await transaction.objectStore('meta').get(KEY)) ?? 0;
}

export async function writePrunedUntil(transaction: Transaction<'readwrite'>, at: EpochMs): Promise<void> {
  await transaction.objectStore('meta').put(at, KEY);
}
