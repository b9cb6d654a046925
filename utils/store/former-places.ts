// Which articles an id of a story has led to that are elsewhere now: where it leads once its story has ended.
import type { ArticleId, StoryId } from '../../engine/ids.ts';
import type { Transaction } from './transaction.ts';

export type FormerPlace = { readonly storyId: StoryId; readonly articleId: ArticleId };

export async function writeFormerPlace(transaction: Transaction<'readwrite'>, place: FormerPlace): Promise<void> {
  await transaction.objectStore('formerPlaces').put(place);
}

/** Of articles that are gone, too. */
export async function readFormerMembers(
  transaction: Transaction<'readwrite'>,
  storyId: StoryId,
): Promise<readonly ArticleId[]> {
  const keys = await transaction.objectStore('formerPlaces').getAllKeys(rangeOf(storyId));
  return keys.map(([, articleId]) => articleId as ArticleId); // keys are what writeFormerPlace wrote
}

export async function deleteFormerPlaces(transaction: Transaction<'readwrite'>, storyId: StoryId): Promise<void> {
  await transaction.objectStore('formerPlaces').delete(rangeOf(storyId));
}

const rangeOf = (storyId: StoryId) => IDBKeyRange.bound([storyId], [storyId, []]);
