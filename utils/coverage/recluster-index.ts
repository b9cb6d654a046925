// After an update of the engine: places every stored article anew, in the order they were first seen, and replaces all places in one
// transaction.
//
// Until then lookups answer with the old places; if the worker is stopped before, all of it starts over.
import { chooseHeir } from '../../engine/cluster/choose-heir.ts';
import { askEngine } from '../../engine/engine-failure.ts';
import { groupBy } from '../../engine/group-by.ts';
import type { ArticleId, StoryId } from '../../engine/ids.ts';
import type { CoverageError, Placement, StoryClusterer } from '../../engine/ports.ts';
import { ok, type Result } from '../../engine/result.ts';
import { readArticle, writeArticle } from '../store/articles.ts';
import { readIndexState, writeIndexState } from '../store/index-state.ts';
import { findLatestSeparation } from '../store/latest-separation.ts';
import type { IndexState, StoredArticle, StoredSeparation } from '../store/records.ts';
import { clearSeparations, readSeparation, readSeparations, writeSeparation } from '../store/separations.ts';
import { deleteSnapshot } from '../store/snapshots.ts';
import { clearStories, findSurvivor, readStoryIds, writeMergedStory } from '../store/stories.ts';
import { type Transaction, writeWith } from '../store/transaction.ts';
import type { HeldEngine } from './engine-holder.ts';
import { INDEX_STORES } from './index-stores.ts';
import { findHeir, type Move, noteLeft } from './leave-story.ts';
import type { Clustering, OnDeviceDeps, RatingsInUse } from './on-device-deps.ts';
import { refreshStories } from './refresh-stories.ts';
import { walkArticles } from './walk-articles.ts';

type Place = { readonly oldStoryId: StoryId; placement: Placement };
type Places = Map<ArticleId, Place>;

/** The engine's code, and the stored index that it is loaded for. */
export type LoadParts = { readonly clustering: Clustering; readonly index: IndexState };

/** Null when another page changed the index meanwhile. */
export async function reclusterIndex(
  deps: OnDeviceDeps,
  { clustering, index }: LoadParts,
): Promise<Result<HeldEngine | null, CoverageError>> {
  const clusterer = clustering.createStoryClusterer();
  const places: Places = new Map();
  const walked = await walkArticles({ store: deps.store, revision: index.revision }, (articles) =>
    placeSlice({ clusterer, places }, articles),
  );
  if (!walked.ok) return walked;
  if (!walked.value.isWhole) return ok(null);
  const ratings = await deps.ratings.load();
  const revision = index.revision + 1;
  const written = await deps.store.run(
    writeWith(INDEX_STORES, async (transaction) => {
      if ((await readIndexState(transaction))?.revision !== index.revision) return false;
      await replacePlaces(transaction, { clusterer, places, ratings });
      await deleteSnapshot(transaction);
      await writeIndexState(transaction, {
        revision,
        engineVersion: deps.engineVersion,
        snapshotRevision: -1,
        ...clusterer.memory(),
      });
      return true;
    }),
  );
  if (!written.ok) return written;
  return ok(written.value ? { clusterer, revision, journaled: null } : null);
}

type Placing = { readonly clusterer: StoryClusterer; readonly places: Places };

/** Runs maintenance after each slice, as with articles that come in over time. */
function placeSlice(placing: Placing, articles: readonly StoredArticle[]): void {
  const { clusterer, places } = placing;
  for (const article of articles) {
    const placement = askEngine(() => clusterer.add(article), [article.id]);
    places.set(article.id, { oldStoryId: article.storyId, placement });
  }
  maintainPlaces(
    placing,
    articles.map(({ id }) => id),
  );
}

/** `news`: the articles added since the last maintenance, which an engine failure is blamed on. */
function maintainPlaces({ clusterer, places }: Placing, news: readonly ArticleId[]): void {
  for (const { articleId, storyId, familyId } of askEngine(() => clusterer.maintain(), news).moves) {
    const place = places.get(articleId);
    if (place !== undefined) place.placement = { storyId, familyId };
  }
}

type Replacement = Placing & { readonly ratings: RatingsInUse };

async function replacePlaces(transaction: Transaction<'readwrite'>, replacement: Replacement): Promise<void> {
  const { clusterer, places, ratings } = replacement;
  const survivors = await readSurvivors(transaction);
  await carrySeparations(transaction, { ...replacement, survivors });
  const heirs = findHeirs(places);
  const touched = new Set<StoryId>();
  const moves: Move[] = [];
  const writePlace = async ([id, { oldStoryId, placement }]: [ArticleId, Place]) => {
    const article = await readArticle(transaction, id);
    if (article === null) return clusterer.remove(id);
    touched.add(placement.storyId);
    moves.push({ articleId: id, from: oldStoryId, to: placement.storyId });
    const { storyId, familyId } = placement;
    if (article.storyId !== storyId || article.familyId !== familyId) {
      await writeArticle(transaction, { ...article, storyId, familyId });
    }
  };
  // In parallel, as the stories below: every database answer takes a while, and there may be 60,000 articles.
  await Promise.all(Array.from(places, writePlace));
  await clearStories(transaction);
  await refreshStories(transaction, { touched, moves: [], redirects: new Map(), ratings });
  const movesFrom = groupBy(moves, ({ from }) => from);
  const keep = async ([id, survivor]: [StoryId, StoryId]) => {
    const own = movesFrom.get(survivor) ?? [];
    const heir = touched.has(id) ? id : (heirs.get(survivor) ?? (await findHeir(transaction, { id, moves: own })));
    if (heir === null) return;
    if (heir !== id) await writeMergedStory(transaction, { id, mergedInto: heir });
    await noteLeft(transaction, { ids: [id], moves: own.filter(({ to }) => to !== heir) });
  };
  await Promise.all(Array.from(survivors, keep));
}

async function readSurvivors(transaction: Transaction<'readwrite'>): Promise<Map<StoryId, StoryId>> {
  const ids = await readStoryIds(transaction);
  const survivors = await Promise.all(ids.map((id) => findSurvivor(transaction, id)));
  return new Map(ids.map((id, index) => [id, survivors[index] ?? id]));
}

/** For each old story the new story that most of its members went to; of equals the one with the smaller id. */
function findHeirs(places: Places): Map<StoryId, StoryId> {
  const heirs = new Map<StoryId, StoryId>();
  for (const [oldStoryId, own] of groupBy([...places.values()], (place) => place.oldStoryId)) {
    const heir = chooseHeir(own.map(({ placement }) => placement.storyId));
    if (heir !== null) heirs.set(oldStoryId, heir);
  }
  return heirs;
}

/** Carries "not the same story" over to the heirs; an article that was placed in such an heir is placed again. */
async function carrySeparations(
  transaction: Transaction<'readwrite'>,
  replacement: Replacement & { readonly survivors: ReadonlyMap<StoryId, StoryId> },
): Promise<void> {
  const { clusterer, places, survivors } = replacement;
  const heirs = findHeirs(places);
  const separations = await readSeparations(transaction);
  await clearSeparations(transaction);
  for (const { articleId, storyId: oldStoryId, separatedAt } of separations) {
    const storyId = heirs.get(survivors.get(oldStoryId) ?? oldStoryId);
    if (storyId === undefined) continue;
    // Of several against one heir the latest counts.
    const other = await readSeparation(transaction, { articleId, storyId });
    const latest = findLatestSeparation([{ separatedAt }, ...(other === null ? [] : [other])]);
    const separation: StoredSeparation = { articleId, storyId, familyBefore: null, separatedAt: latest?.separatedAt };
    askEngine(() => clusterer.separate(separation), [articleId]);
    await writeSeparation(transaction, separation);
    const place = places.get(articleId);
    const article = place?.placement.storyId === storyId ? await readArticle(transaction, articleId) : null;
    if (place !== undefined && article !== null) place.placement = askEngine(() => clusterer.add(article), [articleId]);
  }
  maintainPlaces(
    replacement,
    separations.map(({ articleId }) => articleId),
  );
}
