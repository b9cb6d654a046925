// Reads and writes the state of feeds between polls.
import { FeedState } from '../../engine/feed/feed-state.ts';
import type { EpochMs } from '../../engine/ids.ts';
import { createRecordParser, parseRecords } from './records.ts';
import type { Transaction } from './transaction.ts';

const parseFeedState = createRecordParser(FeedState, 'a feed');

/** A damaged state is left out, so that the feed counts as never polled. */
export async function readFeedStates<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
): Promise<FeedState[]> {
  return parseRecords(await transaction.objectStore('feeds').getAll(), parseFeedState);
}

export async function readFeedState<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  url: string,
): Promise<FeedState | null> {
  return parseFeedState(await transaction.objectStore('feeds').get(url));
}

export async function writeFeedState(transaction: Transaction<'readwrite'>, state: FeedState): Promise<void> {
  await transaction.objectStore('feeds').put(state);
}

/** A user who tries other feeds for a while finds the old ones as they were. */
const UNCHOSEN_KEPT_MS = 30 * 86_400_000;

/** Deletes the states of feeds that are not chosen any more and have not been polled for a month. */
export async function forgetUnchosenFeeds(
  transaction: Transaction<'readwrite'>,
  { chosen, now }: { readonly chosen: readonly { readonly url: string }[]; readonly now: EpochMs },
): Promise<void> {
  const feeds = transaction.objectStore('feeds');
  const urls = new Set(chosen.map(({ url }) => url));
  for (const url of await feeds.getAllKeys()) {
    if (urls.has(url)) continue;
    const state = await readFeedState(transaction, url);
    if ((state?.lastAttemptAt ?? 0) < now - UNCHOSEN_KEPT_MS) await feeds.delete(url);
  }
}
