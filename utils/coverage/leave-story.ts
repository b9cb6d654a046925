// Where the ids of a story redirect when articles have left it, or when it has ended.
//
// An id keeps working as long as any article exists that it ever led to: it redirects to the story with most of them.
// Example: A is merged into B, B is split into B and P, and B expires. A and B redirect to P then. To know these articles,
// former places are stored, but only for articles that are no longer in the story that the id redirects to: while A
// redirects to B, articles leave B only by a move, and their former place is written then.
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
  /** The story's id and the ids that redirect to it, as read before anything was written. */
  readonly ids: readonly StoryId[];
  /** The story that the id redirects to, where it has no story of its own. */
  readonly led: StoryId | null;
  /** Moves of its articles, which are stored with their new places already. */
  readonly moves: readonly Move[];
};

export async function readLeaving(
  transaction: Transaction<'readwrite'>,
  { storyId, moves = [] }: { readonly storyId: StoryId; readonly moves?: readonly Move[] | undefined },
): Promise<Leaving> {
  const led = (await readStory(transaction, storyId))?.mergedInto ?? null;
  return { storyId, ids: [storyId, ...(await readMergedIds(transaction, storyId))], led, moves };
}

/** Stores the former places of articles that went elsewhere than the ids redirect. */
export async function noteLeft(
  transaction: Transaction<'readwrite'>,
  { ids, moves }: Pick<Leaving, 'ids' | 'moves'>,
): Promise<void> {
  for (const { articleId } of moves) {
    for (const storyId of ids) await writeFormerPlace(transaction, { storyId, articleId });
  }
}

/** `merged`: the story that the engine merged it into, where it did. */
type Ending = Omit<Leaving, 'led'> & { readonly merged?: StoryId | undefined };

/** For a story without members. */
export async function endStory(transaction: Transaction<'readwrite'>, ending: Ending): Promise<void> {
  const heir = await redirectIds(transaction, ending);
  await endSeparations(transaction, { from: ending.storyId, to: ending.merged ?? heir });
}

/** For stories whose articles were deleted: thousands at once after a browser was closed for long. */
export async function endExpired(transaction: Transaction<'readwrite'>, ids: readonly StoryId[]): Promise<void> {
  const end = async (from: StoryId) => {
    const leaving = await readLeaving(transaction, { storyId: from });
    return { from, to: await redirectIds(transaction, leaving) };
  };
  const ended = await Promise.all(ids.map(end));
  const gone = ended.filter(({ to }) => to === null);
  await Promise.all(gone.map((story) => endSeparations(transaction, story)));
  // One after the other: separations of two stories may end up against the same heir.
  for (const story of ended) if (story.to !== null) await endSeparations(transaction, story);
}

/** Redirects each of the story's ids to its heir, or deletes it where there is none. Returns the heir of the story's own id. */
async function redirectIds(
  transaction: Transaction<'readwrite'>,
  { storyId, ids, moves, merged }: Ending,
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

/** The story that the id should redirect to; null when all articles that it led to are gone. */
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
