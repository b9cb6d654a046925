// Reads and writes what is known of each feed between polls.
import { FeedState } from '../../engine/feed/feed-state.ts';
import { parseRecord, parseRecords } from './records.ts';
import type { Transaction } from './transaction.ts';

const WHAT = 'a feed';

/** A damaged state is left out, so that the feed counts as never polled. */
export async function readFeedStates<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
): Promise<FeedState[]> {
  return parseRecords(FeedState, await transaction.objectStore('feeds').getAll(), WHAT);
}

export async function readFeedState<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  url: string,
): Promise<FeedState | null> {
  return parseRecord(FeedState, await transaction.objectStore('feeds').get(url), WHAT);
}

export async function writeFeedState(transaction: Transaction<'readwrite'>, state: FeedState): Promise<void> {
  await transaction.objectStore('feeds').put(state);
}
