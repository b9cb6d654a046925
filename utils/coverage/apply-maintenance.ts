// Runs the engine's maintenance after its articles have changed, and updates the stored places and stories.
//
// It runs in the same transaction as the change before it, so that the stored places are always those after maintenance. An
// engine that is rebuilt from them takes them as settled (`StoryClusterer.settle`).

import { askEngine } from '../../engine/engine-failure.ts';
import type { ArticleId, StoryId } from '../../engine/ids.ts';
import type { StoryClusterer } from '../../engine/ports.ts';
import { readArticle, writeArticle } from '../store/articles.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Move } from './leave-story.ts';
import type { RatingsInUse } from './on-device-deps.ts';
import { refreshStories } from './refresh-stories.ts';

export type MaintenanceParts = {
  readonly clusterer: StoryClusterer;
  readonly ratings: RatingsInUse;
  /** Stories that have gained, lost or changed a member already. */
  readonly touched: Iterable<StoryId>;
  /** Articles that are new or already stored in another story than before. */
  readonly moves: readonly Move[];
};

export async function applyMaintenance(
  transaction: Transaction<'readwrite'>,
  { clusterer, ratings, touched: touchedBefore, moves: movesBefore }: MaintenanceParts,
): Promise<void> {
  const { moves, redirects } = askEngine(() => clusterer.maintain());
  const touched = new Set(touchedBefore);
  const moved = new Map<ArticleId, Move>(movesBefore.map((move) => [move.articleId, move]));
  for (const { articleId, storyId, familyId } of moves) {
    const article = await readArticle(transaction, articleId);
    if (article === null) continue;
    touched.add(article.storyId).add(storyId);
    const { from } = moved.get(articleId) ?? { from: article.storyId };
    moved.set(articleId, { articleId, from, to: storyId });
    await writeArticle(transaction, { ...article, storyId, familyId });
  }
  await refreshStories(transaction, {
    touched,
    moves: [...moved.values()].filter(({ from, to }) => from !== to),
    redirects: new Map(redirects.map(({ from, to }) => [from, to])),
    ratings,
  });
}
