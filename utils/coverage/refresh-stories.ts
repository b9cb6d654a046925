// Rewrites the stored rows of stories from their members: counts, summary, and time of the latest article.

import { summarizeStory } from '../../engine/coverage/compute-coverage.ts';
import { findLatestTime } from '../../engine/coverage/story-member.ts';
import { groupBy } from '../../engine/group-by.ts';
import type { StoryId } from '../../engine/ids.ts';
import { readMembers } from '../store/articles.ts';
import { writeFormerPlace } from '../store/former-places.ts';
import { writeStory } from '../store/stories.ts';
import type { Transaction } from '../store/transaction.ts';
import { endStory, type Move, noteLeft, readLeaving } from './leave-story.ts';
import type { RatingsInUse } from './on-device-deps.ts';
import { tryToSummarize } from './try-to-summarize.ts';

export type StoryChanges = {
  /** Stories that have gained, lost or changed a member. */
  readonly touched: ReadonlySet<StoryId>;
  /** Articles that were in another story when this change began, or are new. */
  readonly moves: readonly Move[];
  /** Stories that the engine has made part of others. */
  readonly redirects: ReadonlyMap<StoryId, StoryId>;
  readonly ratings: RatingsInUse;
};

/** The id of a story that is left without members redirects to where they are now; a story whose articles are gone is deleted. */
export async function refreshStories(
  transaction: Transaction<'readwrite'>,
  { touched, moves, redirects, ratings }: StoryChanges,
): Promise<void> {
  const movesFrom = groupBy(moves, ({ from }) => from);
  const stories = new Set([...touched, ...[...movesFrom.keys()].filter((id) => id !== null)]);
  const read = async (id: StoryId) => ({
    ...(await readLeaving(transaction, { storyId: id, moves: movesFrom.get(id) })),
    members: await readMembers(transaction, id),
  });
  // In parallel: every database answer takes a while, and after a new engine version there are thousands.
  const before = await Promise.all(Array.from(stories, read));
  const living = new Set(before.filter(({ members }) => members.length > 0).map(({ storyId }) => storyId));
  const refreshed = before.map((story) => ({
    ...story,
    ids: story.ids.filter((id) => id === story.storyId || !living.has(id)),
  }));
  const write = async ({ storyId, ids, led, moves: left, members }: (typeof refreshed)[number]) => {
    if (led !== null) await noteRedirected(transaction, { storyId, led, moves });
    await noteLeft(transaction, { ids, moves: left });
    const summary = tryToSummarize({ storyId, members, ...ratings });
    await writeStory(transaction, {
      id: storyId,
      mergedInto: null,
      articles: members.length,
      updatedAt: findLatestTime(members),
      // Without a ratings key, so that readers compute the summary from the members, and see that it fails.
      summary: summary ?? summarizeStory({ storyId, members: [], ...ratings }),
      ratedBy: summary === null ? '' : ratings.key,
    });
  };
  await Promise.all(refreshed.filter(({ storyId }) => living.has(storyId)).map(write));
  for (const story of refreshed) {
    if (living.has(story.storyId)) continue;
    if (story.moves.length > 0 || story.led === null) {
      await endStory(transaction, { ...story, merged: redirects.get(story.storyId) });
    }
  }
}

/** An id that gets a story of its own again has led to all articles of the story that it redirected to until now. */
async function noteRedirected(
  transaction: Transaction<'readwrite'>,
  { storyId, led, moves }: { readonly storyId: StoryId; readonly led: StoryId; readonly moves: readonly Move[] },
): Promise<void> {
  const moved = new Map(moves.map(({ articleId, from }) => [articleId, from]));
  const left = [...moved].flatMap(([id, from]) => (from === led ? [id] : []));
  const stayed = (await readMembers(transaction, led)).map(({ id }) => id).filter((id) => !moved.has(id));
  for (const articleId of [...left, ...stayed]) await writeFormerPlace(transaction, { storyId, articleId });
}
