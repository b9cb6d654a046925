// Where the ids of a story lead when articles have left it, or when it has ended.
//
// An id leads on for as long as one of the articles is there that it has led to: to the story that has most of them.
// Example: A is merged into B, B is parted into B and P, and B expires. A and B lead to P then. Which articles those are
// is kept for those alone that are elsewhere than where the id leads: while A leads to B, what A has led to leaves B only
// by a move, and is noted then.
import { chooseHeir } from '../../engine/cluster/choose-heir.ts';
import type { ArticleId, StoryId } from '../../engine/ids.ts';
import { readArticle } from '../store/articles.ts';
import { deleteFormerPlaces, readFormerMembers, writeFormerPlace } from '../store/former-places.ts';
import { deleteSeparationsOfStory, redirectSeparations } from '../store/separations.ts';
import { deleteStory, readMergedIds, readStory, writeMergedStory } from '../store/stories.ts';
import type { Transaction } from '../store/transaction.ts';

/** `from` is null for an article that is new. */
export type Move = { readonly articleId: ArticleId; readonly from: StoryId | null; readonly to: StoryId };

export type Leaving = {
  readonly storyId: StoryId;
  /** The story and those that were merged into it, before anything was written. */
  readonly ids: readonly StoryId[];
  /** The story that it leads to, where it is none itself. */
  readonly led: StoryId | null;
  /** Of its articles. The articles are stored with their new places. */
  readonly moves: readonly Move[];
};

export async function readLeaving(
  transaction: Transaction<'readwrite'>,
  storyId: StoryId,
  moves: readonly Move[] = [],
): Promise<Leaving> {
  const led = (await readStory(transaction, storyId))?.mergedInto ?? null;
  return { storyId, ids: [storyId, ...(await readMergedIds(transaction, storyId))], led, moves };
}

/** The ids do not lead to where the articles went. */
export async function noteLeft(
  transaction: Transaction<'readwrite'>,
  { ids, moves }: Pick<Leaving, 'ids' | 'moves'>,
): Promise<void> {
  for (const { articleId } of moves) {
    for (const storyId of ids) await writeFormerPlace(transaction, { storyId, articleId });
  }
}

/** The story has no members any more. `merged`: the story that the engine made it part of, where it did. */
export async function endStory(
  transaction: Transaction<'readwrite'>,
  leaving: Omit<Leaving, 'led'>,
  merged?: StoryId,
): Promise<void> {
  const heir = await leadOn(transaction, leaving, merged);
  await endSeparations(transaction, { from: leaving.storyId, to: merged ?? heir });
}

/** Of stories whose articles are deleted, thousands at once after a browser was closed for long. */
export async function endExpired(transaction: Transaction<'readwrite'>, ids: readonly StoryId[]): Promise<void> {
  const end = async (from: StoryId) => ({ from, to: await leadOn(transaction, await readLeaving(transaction, from)) });
  const ended = await Promise.all(ids.map(end));
  const gone = ended.filter(({ to }) => to === null);
  await Promise.all(gone.map((story) => endSeparations(transaction, story)));
  // One after the other: two may go on against one story.
  for (const story of ended) if (story.to !== null) await endSeparations(transaction, story);
}

/** The story that its own id leads to. */
async function leadOn(
  transaction: Transaction<'readwrite'>,
  { storyId, ids, moves }: Omit<Leaving, 'led'>,
  merged?: StoryId,
): Promise<StoryId | null> {
  let ownHeir: StoryId | null = null;
  for (const id of ids) {
    const heir = await findHeir(transaction, { id, moves, merged });
    if (id === storyId) ownHeir = heir;
    if (heir === null) {
      await deleteStory(transaction, id);
      await deleteFormerPlaces(transaction, id);
    } else {
      await writeMergedStory(transaction, { id, mergedInto: heir });
      await noteLeft(transaction, { ids: [id], moves: moves.filter(({ to }) => to !== heir) });
    }
  }
  return ownHeir;
}

function endSeparations(
  transaction: Transaction<'readwrite'>,
  { from, to }: { readonly from: StoryId; readonly to: StoryId | null },
): Promise<void> {
  return to === null ? deleteSeparationsOfStory(transaction, from) : redirectSeparations(transaction, { from, to });
}

type Inheritance = {
  readonly id: StoryId;
  readonly moves: readonly Move[];
  readonly merged?: StoryId | undefined;
};

/** Null when all that it led to is gone. */
export async function findHeir(
  transaction: Transaction<'readwrite'>,
  { id, moves, merged }: Inheritance,
): Promise<StoryId | null> {
  const places = new Map<ArticleId, StoryId>();
  for (const articleId of await readFormerMembers(transaction, id)) {
    const article = await readArticle(transaction, articleId);
    if (article !== null) places.set(articleId, article.storyId);
  }
  for (const { articleId, to } of moves) places.set(articleId, to);
  return chooseHeir(places.values(), merged);
}
