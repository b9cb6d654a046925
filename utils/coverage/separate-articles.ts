// "Not the same story" and its undo, for articles of the index and for pages that are not in it.
import type { CoverageError, Separation } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import { readArticle, writeArticle } from '../store/articles.ts';
import { deleteSeparation, readSeparation, writeSeparation } from '../store/separations.ts';
import { findSurvivor, readStory } from '../store/stories.ts';
import { applyMaintenance } from './apply-maintenance.ts';
import { changeIndex } from './change-index.ts';
import type { EngineHolder } from './engine-holder.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';

type SeparationParts = { readonly deps: OnDeviceDeps; readonly engine: EngineHolder; readonly separation: Separation };

/** Keeps the article out of the story; a member is placed anew. Returns the separation with the story's present id, for the undo. */
export async function separateArticle(parts: SeparationParts): Promise<Result<Separation, CoverageError>> {
  const { deps, engine, separation } = parts;
  const ratings = await deps.ratings.load();
  return await changeIndex({ deps, engine }, async (transaction, clusterer) => {
    const { articleId } = separation;
    const storyId = await findSurvivor(transaction, separation.storyId);
    const article = await readArticle(transaction, articleId);
    const isMember = article?.storyId === storyId;
    const earlier = await readSeparation(transaction, { articleId, storyId });
    clusterer.separate({ articleId, storyId });
    await writeSeparation(transaction, {
      articleId,
      storyId,
      familyBefore: isMember ? article.familyId : (earlier?.familyBefore ?? null),
      separatedAt: deps.now(),
    });
    if (isMember) {
      const placement = clusterer.add(article);
      await writeArticle(transaction, { ...article, ...placement });
      const touched = [storyId, placement.storyId];
      // No move: the story's id must never lead to the article that was told apart from it.
      await applyMaintenance(transaction, { clusterer, ratings, touched, moves: [] });
    }
    return { articleId, storyId };
  });
}

/** Undoes it: the article goes back to its former story, as long as that exists, and there to its copies. */
export async function unseparateArticle(parts: SeparationParts): Promise<Result<Separation, CoverageError>> {
  const { deps, engine, separation } = parts;
  const ratings = await deps.ratings.load();
  return await changeIndex({ deps, engine }, async (transaction, clusterer) => {
    const { articleId } = separation;
    const storyId = await findSurvivor(transaction, separation.storyId);
    const stored = await readSeparation(transaction, { articleId, storyId });
    clusterer.unseparate({ articleId, storyId });
    await deleteSeparation(transaction, { articleId, storyId });
    const article = await readArticle(transaction, articleId);
    const isStoryThere = (await readStory(transaction, storyId))?.mergedInto === null;
    if (article !== null && stored !== null && stored.familyBefore !== null && isStoryThere) {
      const placement = clusterer.putBack(article, storyId);
      await writeArticle(transaction, { ...article, ...placement });
      const touched = [article.storyId, storyId];
      const moves = [{ articleId, from: article.storyId, to: storyId }];
      await applyMaintenance(transaction, { clusterer, ratings, touched, moves });
    }
    return { articleId, storyId };
  });
}
