// Brings the rows of stories up to date with their members: counts, summary and time of the last article.
import { summarizeStory } from '../../engine/coverage/compute-coverage.ts';
import type { StoryId } from '../../engine/ids.ts';
import { readMembers } from '../store/articles.ts';
import { deleteSeparationsOfStory, redirectSeparations } from '../store/separations.ts';
import { deleteStory, readStory, writeRedirect, writeStory } from '../store/stories.ts';
import type { Transaction } from '../store/transaction.ts';
import type { RatingsInUse } from './on-device-deps.ts';

export type StoryChanges = {
  readonly touched: ReadonlySet<StoryId>;
  readonly redirects: ReadonlyMap<StoryId, StoryId>;
  readonly heirs: ReadonlyMap<StoryId, StoryId>;
  readonly ratings: RatingsInUse;
};

/**
 * `redirects` are stories that have become part of others: their ids go on answering. A story that is left without
 * members answers with its heir, the story its members moved to; without one it is gone.
 */
export async function refreshStories(
  transaction: Transaction<'readwrite'>,
  { touched, redirects, heirs, ratings }: StoryChanges,
): Promise<void> {
  for (const from of redirects.keys()) {
    await redirectStory(transaction, { from, to: followRedirects(redirects, from) });
  }
  for (const storyId of touched) {
    const members = await readMembers(transaction, storyId);
    if (members.length > 0) {
      const summary = summarizeStory({ storyId, members, ...ratings });
      const { articles, updatedAt } = summary;
      await writeStory(transaction, {
        id: storyId,
        mergedInto: null,
        articles,
        updatedAt,
        summary,
        ratedBy: ratings.key,
      });
    } else if ((await readStory(transaction, storyId))?.mergedInto === null) {
      const heir = heirs.get(storyId);
      if (heir !== undefined) await redirectStory(transaction, { from: storyId, to: followRedirects(redirects, heir) });
      else await forgetStory(transaction, storyId);
    }
  }
}

export async function forgetStory(transaction: Transaction<'readwrite'>, storyId: StoryId): Promise<void> {
  await deleteStory(transaction, storyId);
  await deleteSeparationsOfStory(transaction, storyId);
}

async function redirectStory(
  transaction: Transaction<'readwrite'>,
  redirect: { readonly from: StoryId; readonly to: StoryId },
): Promise<void> {
  await writeRedirect(transaction, redirect);
  await redirectSeparations(transaction, redirect);
}

function followRedirects(redirects: ReadonlyMap<StoryId, StoryId>, from: StoryId): StoryId {
  const seen = new Set<StoryId>();
  let to = from;
  for (let next = redirects.get(to); next !== undefined && !seen.has(next); next = redirects.get(to)) {
    seen.add(next);
    to = next;
  }
  return to;
}
