// What follows a round of polls: stories are merged, split and moved, old ones go, and the engine's state is saved.
import type { EpochMs, StoryId } from '../../engine/ids.ts';
import type { CoverageError, StoryClusterer } from '../../engine/ports.ts';
import { ok, type Result } from '../../engine/result.ts';
import { readArticle, writeArticle } from '../store/articles.ts';
import { readIndexState, writeIndexState } from '../store/index-state.ts';
import { writeSnapshot } from '../store/snapshots.ts';
import { readWith, type Transaction, writeWith } from '../store/transaction.ts';
import { changeIndex } from './change-index.ts';
import type { EngineHolder } from './engine-holder.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';
import { needsPruning, pruneIndex } from './prune-index.ts';
import { refreshStories, type SummaryStyle } from './refresh-stories.ts';

export type CycleReport = {
  readonly moved: number;
  readonly merged: number;
  readonly expiredStories: number;
  readonly expiredArticles: number;
};

type CycleParts = { readonly deps: OnDeviceDeps; readonly engine: EngineHolder; readonly now: EpochMs };

const NOTHING: CycleReport = { moved: 0, merged: 0, expiredStories: 0, expiredArticles: 0 };

/** Each of the three steps is whole in itself: cut between them, the next cycle does the rest. */
export async function endCycle(parts: CycleParts): Promise<Result<CycleReport, CoverageError>> {
  const { deps, engine, now } = parts;
  const { keepMs, articlesMax } = await deps.limits();
  const limits = { keepSince: now - keepMs, articlesMax };
  const isNeeded = await deps.store.run((db) =>
    readWith(db, ['meta', 'stories', 'articles'], async (transaction) => {
      const index = await readIndexState(transaction);
      return index !== null && (index.snapshotRevision !== index.revision || (await needsPruning(transaction, limits)));
    }),
  );
  if (!isNeeded.ok) return isNeeded;
  if (!isNeeded.value) return ok(NOTHING);

  const style = { key: await deps.ratings.key(), ratings: await deps.ratings.load() };
  const maintained = await changeIndex({ deps, engine }, (transaction, clusterer) =>
    applyMaintenance(transaction, { clusterer, now, style }),
  );
  if (!maintained.ok) return maintained;
  const pruned = await changeIndex({ deps, engine }, async (transaction, clusterer) => {
    const gone = await pruneIndex(transaction, limits);
    for (const id of gone.articleIds) clusterer.remove(id);
    return gone;
  });
  if (!pruned.ok) return pruned;
  await saveSnapshot(parts);
  return ok({
    ...maintained.value,
    expiredStories: pruned.value.stories,
    expiredArticles: pruned.value.articleIds.length,
  });
}

async function applyMaintenance(
  transaction: Transaction<'readwrite'>,
  {
    clusterer,
    now,
    style,
  }: { readonly clusterer: StoryClusterer; readonly now: EpochMs; readonly style: SummaryStyle },
): Promise<Pick<CycleReport, 'moved' | 'merged'>> {
  const { moves, redirects } = clusterer.maintain(now);
  const touched = new Set<StoryId>();
  const heirs = new Map<StoryId, StoryId>();
  for (const { articleId, storyId, familyId } of moves) {
    const article = await readArticle(transaction, articleId);
    if (article === null) continue;
    touched.add(article.storyId).add(storyId);
    if (article.storyId !== storyId) heirs.set(article.storyId, storyId);
    await writeArticle(transaction, { ...article, storyId, familyId });
  }
  await refreshStories(transaction, {
    touched,
    redirects: new Map(redirects.map(({ from, to }) => [from, to])),
    heirs,
    style,
  });
  return { moved: moves.length, merged: redirects.length };
}

/** Only saves time at the next start, so a failure is no more than a warning. */
async function saveSnapshot({ deps, engine }: CycleParts): Promise<void> {
  const held = engine.held();
  if (held === null) return;
  const { engineVersion, data } = held.clusterer.snapshot();
  const saved = await deps.store.run((db) =>
    writeWith(db, ['meta', 'snapshots'], async (transaction) => {
      const index = await readIndexState(transaction);
      if (index === null || index.revision !== held.revision) return;
      await writeSnapshot(transaction, { revision: held.revision, engineVersion, data });
      await writeIndexState(transaction, { ...index, snapshotRevision: held.revision });
    }),
  );
  if (!saved.ok) console.warn('Parallax: the engine could not be saved and will be built anew next time', saved.error);
}
