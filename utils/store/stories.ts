// Reads and writes stories, live and merged; merged ones refer directly to the live story.
import type { StoryId } from '../../engine/ids.ts';
import { createRecordParser, LiveStory, type MergedStory, StoredStory } from './records.ts';
import type { Transaction } from './transaction.ts';

const parseStory = createRecordParser(StoredStory, 'a story');
const parseLiveStory = createRecordParser(LiveStory, 'a story');
const HOPS_MAX = 8; // redirects are kept one hop long; more is damage, and a ring of them must end

/** The story that an id currently stands for: itself, also if it is unknown, or the one it was merged into. */
export async function findSurvivor<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  id: StoryId,
): Promise<StoryId> {
  let survivor = id;
  for (let hop = 0; hop < HOPS_MAX; hop += 1) {
    const story = parseStory(await transaction.objectStore('stories').get(survivor));
    if (story === null || story.mergedInto === null) return survivor;
    survivor = story.mergedInto;
  }
  return survivor;
}

export async function readStory<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  id: StoryId,
): Promise<StoredStory | null> {
  return parseStory(await transaction.objectStore('stories').get(id));
}

export async function writeStory(transaction: Transaction<'readwrite'>, story: LiveStory): Promise<void> {
  await transaction.objectStore('stories').put(story);
}

export async function writeMergedStory(transaction: Transaction<'readwrite'>, story: MergedStory): Promise<void> {
  await transaction.objectStore('stories').put(story);
}

/** Includes merged ones. */
export async function readStoryIds<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
): Promise<StoryId[]> {
  return (await transaction.objectStore('stories').getAllKeys()) as StoryId[]; // keys are what was written
}

export async function clearStories(transaction: Transaction<'readwrite'>): Promise<void> {
  await transaction.objectStore('stories').clear();
}

/** The ids that were merged into a story. */
export async function readMergedIds(transaction: Transaction<'readwrite'>, id: StoryId): Promise<StoryId[]> {
  return (await transaction.objectStore('stories').index('byMergedInto').getAllKeys(id)) as StoryId[]; // keys are what was written
}

export async function deleteStory(transaction: Transaction<'readwrite'>, id: StoryId): Promise<void> {
  await transaction.objectStore('stories').delete(id);
}

/** The live ones of these stories, latest first. */
export async function readLatestOf<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  ids: readonly StoryId[],
): Promise<LiveStory[]> {
  const found = await Promise.all(ids.map((id) => readStory(transaction, id)));
  const living = found.filter((story): story is LiveStory => story?.mergedInto === null);
  return living.sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1));
}

/** Latest first, until `take` returns false. */
export async function scanLatestStories<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  take: (story: LiveStory) => boolean,
): Promise<void> {
  const index = transaction.objectStore('stories').index('byUpdated');
  for (let at = await index.openCursor(null, 'prev'); at !== null; at = await at.continue()) {
    const story = parseLiveStory(at.value);
    if (story !== null && !take(story)) return;
  }
}

export function countStories<Mode extends IDBTransactionMode>(transaction: Transaction<Mode>): Promise<number> {
  return transaction.objectStore('stories').index('byUpdated').count();
}

/** Live stories that were last updated before `time`. */
export async function readStoryIdsBefore(transaction: Transaction<'readwrite'>, time: number): Promise<StoryId[]> {
  const index = transaction.objectStore('stories').index('byUpdated');
  return (await index.getAllKeys(IDBKeyRange.upperBound(time, true))) as StoryId[]; // keys are what was written
}

/** Least recently updated first, until `take` returns false. `take` may only await this transaction. */
export async function scanOldestStoryIds<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  take: (id: StoryId, updatedAt: number) => Promise<boolean>,
): Promise<void> {
  const index = transaction.objectStore('stories').index('byUpdated');
  for (let at = await index.openKeyCursor(); at !== null; at = await at.continue()) {
    if (!(await take(at.primaryKey as StoryId, at.key))) return; // keys are what was written
  }
}
