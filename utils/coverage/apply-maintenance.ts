// Lets the engine merge, split and move after its articles have changed, and brings the stored places and stories up to date with it.
//
// It runs in the same transaction as the change that calls for it: what is stored is always the engine's whole opinion,
// and an engine that is built from it anew has nothing left to catch up with.
import type { StoryId } from '../../engine/ids.ts';
import type { StoryClusterer } from '../../engine/ports.ts';
import { readArticle, writeArticle } from '../store/articles.ts';
import type { Transaction } from '../store/transaction.ts';
import type { RatingsInUse } from './on-device-deps.ts';
import { refreshStories } from './refresh-stories.ts';

export type MaintenanceParts = {
  readonly clusterer: StoryClusterer;
  readonly ratings: RatingsInUse;
  /** Stories that have gained, lost or changed a member already. */
  readonly touched: Iterable<StoryId>;
  /** Where the members of a story went that may have none left. */
  readonly heirs: Iterable<readonly [StoryId, StoryId]>;
};

export type MaintenanceReport = { readonly moved: number; readonly merged: number };

export async function applyMaintenance(
  transaction: Transaction<'readwrite'>,
  { clusterer, ratings, touched: alreadyTouched, heirs: knownHeirs }: MaintenanceParts,
): Promise<MaintenanceReport> {
  const { moves, redirects } = clusterer.maintain();
  const touched = new Set(alreadyTouched);
  const heirs = new Map(knownHeirs);
  for (const { articleId, storyId, familyId } of moves) {
    const article = await readArticle(transaction, articleId);
    if (article === null) continue;
    touched.add(article.storyId).add(storyId);
    if (article.storyId !== storyId) heirs.set(article.storyId, storyId);
    await writeArticle(transaction, { ...article, storyId, familyId });
  }
  const redirected = new Map(redirects.map(({ from, to }) => [from, to]));
  await refreshStories(transaction, { touched, redirects: redirected, heirs, ratings });
  return { moved: moves.length, merged: redirects.length };
}
