// Brings the rows of stories up to date with their members: counts, summary and time of the last article.
import { groupBy } from '../../engine/context/group-by.ts';
import { summarizeStory } from '../../engine/coverage/compute-coverage.ts';
import type { StoryId } from '../../engine/ids.ts';
import { readMembers } from '../store/articles.ts';
import { writeFormerPlace } from '../store/former-places.ts';
import type { StoredArticle } from '../store/records.ts';
import { writeStory } from '../store/stories.ts';
import type { Transaction } from '../store/transaction.ts';
import { endStory, type Leaving, type Move, noteLeft, readLeaving } from './leave-story.ts';
import type { RatingsInUse } from './on-device-deps.ts';

export type StoryChanges = {
  /** Stories that have gained, lost or changed a member. */
  readonly touched: ReadonlySet<StoryId>;
  /** Articles that were in another story when this change began, or are new. */
  readonly moves: readonly Move[];
  /** Stories that the engine has made part of others. */
  readonly redirects: ReadonlyMap<StoryId, StoryId>;
  readonly ratings: RatingsInUse;
};

/** A story that is left without members leads to where these are now; without any it is gone. */
export async function refreshStories(
  transaction: Transaction<'readwrite'>,
  { touched, moves, redirects, ratings }: StoryChanges,
): Promise<void> {
  const movesFrom = groupBy(moves, ({ from }) => from);
  const stories = new Set([...touched, ...[...movesFrom.keys()].filter((id) => id !== null)]);
  const before = new Map<StoryId, Leaving>();
  const members = new Map<StoryId, StoredArticle[]>();
  for (const id of stories) {
    before.set(id, await readLeaving(transaction, id, movesFrom.get(id)));
    members.set(id, await readMembers(transaction, id));
  }
  const isLiving = (id: StoryId) => (members.get(id)?.length ?? 0) > 0;
  for (const [storyId, leaving] of before) {
    const own = members.get(storyId) ?? [];
    const left = { ...leaving, ids: leaving.ids.filter((id) => id === storyId || !isLiving(id)) };
    if (own.length > 0) {
      if (left.led !== null) await noteLed(transaction, { storyId, led: left.led, moves });
      await noteLeft(transaction, left);
      const summary = summarizeStory({ storyId, members: own, ...ratings });
      const { articles, updatedAt } = summary;
      await writeStory(transaction, {
        id: storyId,
        mergedInto: null,
        articles,
        updatedAt,
        summary,
        ratedBy: ratings.key,
      });
    } else if (left.moves.length > 0 || left.led === null) {
      await endStory(transaction, left, redirects.get(storyId));
    }
  }
}

/** A name that leads no further, but to a story of its own again, has led to the articles of the one that it led to. */
async function noteLed(
  transaction: Transaction<'readwrite'>,
  { storyId, led, moves }: { readonly storyId: StoryId; readonly led: StoryId; readonly moves: readonly Move[] },
): Promise<void> {
  const moved = new Map(moves.map(({ articleId, from }) => [articleId, from]));
  const left = [...moved].flatMap(([id, from]) => (from === led ? [id] : []));
  const stayed = (await readMembers(transaction, led)).map(({ id }) => id).filter((id) => !moved.has(id));
  for (const articleId of [...left, ...stayed]) await writeFormerPlace(transaction, { storyId, articleId });
}
