// Holds the clusterer in memory, a cache of what is stored: loaded on first need, dropped when it may differ, never trusted past its revision.

import { askEngine } from '../../engine/engine-failure.ts';
import type { CoverageError, Separation, StoryClusterer } from '../../engine/ports.ts';
import { err, ok, type Result } from '../../engine/result.ts';
import { deleteArticles } from '../store/articles.ts';
import { readIndexState } from '../store/index-state.ts';
import type { IndexState } from '../store/records.ts';
import { readSeparations } from '../store/separations.ts';
import { readSnapshot } from '../store/snapshots.ts';
import { readWith, writeWith } from '../store/transaction.ts';
import { leaveOut } from './leave-out.ts';
import type { Clustering, OnDeviceDeps } from './on-device-deps.ts';
import { reclusterIndex } from './recluster-index.ts';
import { tellFailure } from './tell-failure.ts';
import { walkArticles } from './walk-articles.ts';

export type HeldEngine = { readonly clusterer: StoryClusterer; readonly revision: number };

export type EngineHolder = {
  /** At the revision that was stored when it was loaded; whoever changes or asks compares it within his transaction. */
  get(): Promise<Result<HeldEngine, CoverageError>>;
  held(): HeldEngine | null;
  /** The stored index has moved on together with the clusterer. */
  advance(revision: number): void;
  drop(): void;
};

export function createEngineHolder(deps: OnDeviceDeps): EngineHolder {
  let engine: HeldEngine | null = null;
  return {
    async get() {
      if (engine !== null) return ok(engine);
      // Stopped before it is loaded, the worker would begin again with each page, and each of them wait in vain.
      const loaded = await deps.stayAwake(() => loadEngine(deps));
      if (loaded.ok) engine = loaded.value;
      return loaded;
    },
    held: () => engine,
    advance(revision) {
      if (engine !== null) engine = { clusterer: engine.clusterer, revision };
    },
    drop() {
      engine = null;
    },
  };
}

const ATTEMPTS_MAX = 5; // another page of the extension would have to write between every two slices

async function loadEngine(deps: OnDeviceDeps): Promise<Result<HeldEngine, CoverageError>> {
  const clustering = await deps.loadClustering();
  for (let attempt = 0; attempt < ATTEMPTS_MAX; ) {
    try {
      const loaded = await tryToLoad(deps, clustering);
      if (!loaded.ok) return loaded;
      if (loaded.value !== null) return ok(loaded.value);
      attempt += 1;
    } catch (cause) {
      const { over } = tellFailure(cause, 'articles are left out');
      // It may be half changed, and begins again without them; however many they are, each time there are fewer.
      const left = await leaveOut(deps, over);
      if (!left.ok) return left;
      if (left.value === 0) throw cause;
    }
  }
  return keepsChanging();
}

/** For whoever has tried often enough. */
export const keepsChanging = () =>
  err({
    reason: 'storage-failed',
    cause: new Error('another page of the extension keeps changing the index'),
  } as const);

/** Null when the index changed meanwhile. */
async function tryToLoad(
  deps: OnDeviceDeps,
  clustering: Clustering,
): Promise<Result<HeldEngine | null, CoverageError>> {
  const stored = await deps.store.run((db) => readWith(db, ['meta'], readIndexState));
  if (!stored.ok) return stored;
  const index = stored.value;
  if (index === null) return ok({ clusterer: clustering.createStoryClusterer(), revision: 0 });
  if (index.engineVersion !== deps.engineVersion) return await reclusterIndex(deps, clustering, index);
  const clusterer = await restore(deps, clustering, index);
  if (!clusterer.ok) return clusterer;
  return ok(clusterer.value && { clusterer: clusterer.value, revision: index.revision });
}

/** Null when the index changed meanwhile. */
async function restore(
  deps: OnDeviceDeps,
  clustering: Clustering,
  index: IndexState,
): Promise<Result<StoryClusterer | null, CoverageError>> {
  const opened = await openSnapshot(deps, clustering, index);
  if (!opened.ok) return opened;
  const clusterer = opened.value ?? clustering.createStoryClusterer();
  if (opened.value === null) {
    const rebuilt = await restoreArticles(deps, clusterer, index.revision);
    if (!rebuilt.ok) return rebuilt;
    if (!rebuilt.value) return ok(null);
    clusterer.settle(index.partings ?? []);
  }
  const marks = index.marks === undefined ? await readSeparationsOf(deps, index) : ok(index.marks);
  if (!marks.ok) return marks;
  if (marks.value === null) return ok(null);
  for (const mark of marks.value) askEngine(() => clusterer.separate(mark), [mark.articleId]);
  return ok(clusterer);
}

function readSeparationsOf(
  { store }: OnDeviceDeps,
  { revision }: IndexState,
): Promise<Result<readonly Separation[] | null, CoverageError>> {
  return store.run((db) =>
    readWith(db, ['meta', 'separations'], async (transaction) =>
      (await readIndexState(transaction))?.revision === revision ? await readSeparations(transaction) : null,
    ),
  );
}

async function openSnapshot(
  { store, engineVersion }: OnDeviceDeps,
  clustering: Clustering,
  index: IndexState,
): Promise<Result<StoryClusterer | null, CoverageError>> {
  if (index.snapshotRevision !== index.revision) return ok(null);
  const read = await store.run((db) => readWith(db, ['snapshots'], readSnapshot));
  if (!read.ok) return read;
  const snapshot = read.value;
  const isCurrent = snapshot?.revision === index.revision && snapshot.engineVersion === engineVersion;
  return ok(isCurrent ? clustering.openStoryClusterer(snapshot) : null);
}

/** False when the index changed meanwhile. */
async function restoreArticles(
  { store }: OnDeviceDeps,
  clusterer: StoryClusterer,
  revision: number,
): Promise<Result<boolean, CoverageError>> {
  const walked = await walkArticles({ store, revision }, (articles) => {
    for (const article of articles) askEngine(() => clusterer.restore(article, article), [article.id]);
  });
  if (!walked.ok) return walked;
  const { isWhole, damaged } = walked.value;
  if (damaged.length === 0) return ok(isWhole);
  const cleaned = await store.run((db) =>
    writeWith(db, ['articles'], (transaction) => deleteArticles(transaction, damaged)),
  );
  return cleaned.ok ? ok(isWhole) : cleaned;
}
