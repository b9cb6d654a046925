// Which articles an id of a story once stood for that are elsewhere now; they decide where the id leads once its story ends.
import type { ArticleId, StoryId } from '../../engine/ids.ts';
import type { Transaction } from './transaction.ts';

export type FormerPlace = { readonly storyId: StoryId; readonly articleId: ArticleId };

export async function writeFormerPlace(transaction: Transaction<'readwrite'>, place: FormerPlace): Promise<void> {
  await transaction.objectStore('formerPlaces').put(place);
}

/** Includes articles that have been deleted. */
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
