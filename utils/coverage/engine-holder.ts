// Holds the clusterer in memory as a cache of what is stored: loaded on first need, dropped when it may differ from storage, and
// used only at the stored revision.
//
// It is opened from the last snapshot and the journal since. Where these do not lead to the stored index, it is rebuilt from
// the articles and their places, which takes ten times as long.

import { askEngine } from '../../engine/engine-failure.ts';
import type { CoverageError, Separation, StoryClusterer } from '../../engine/ports.ts';
import { err, ok, type Result } from '../../engine/result.ts';
import { deleteArticles } from '../store/articles.ts';
import { readIndexState } from '../store/index-state.ts';
import type { EngineCall, IndexState } from '../store/records.ts';
import { readSeparations } from '../store/separations.ts';
import { readJournal, readSnapshot, SNAPSHOT_STORES } from '../store/snapshots.ts';
import { readWith, writeWith } from '../store/transaction.ts';
import { repeatCalls } from './engine-journal.ts';
import { leaveOut } from './leave-out.ts';
import { logEngineFailure } from './log-engine-failure.ts';
import type { Clustering, OnDeviceDeps } from './on-device-deps.ts';
import { type LoadParts, reclusterIndex } from './recluster-index.ts';
import { walkArticles } from './walk-articles.ts';

export type HeldEngine = {
  readonly clusterer: StoryClusterer;
  readonly revision: number;
  /** Number of calls in the journal since the snapshot; null where snapshot and journal do not lead to this state. */
  readonly journaled: number | null;
};

export type EngineHolder = {
  /** The clusterer at the revision that was stored when it was loaded; callers compare that inside their transaction. */
  get(): Promise<Result<HeldEngine, CoverageError>>;
  held(): HeldEngine | null;
  /** To be called when the stored index has changed together with the clusterer, or the journal has. */
  advance(to: Pick<HeldEngine, 'revision' | 'journaled'>): void;
  drop(): void;
};

export function createEngineHolder(deps: OnDeviceDeps): EngineHolder {
  let engine: HeldEngine | null = null;
  return {
    async get() {
      if (engine !== null) return ok(engine);
      // A worker stopped before loading ends would start over with each page, and each page would wait in vain.
      const loaded = await deps.stayAwake(() => loadEngine(deps));
      if (loaded.ok) engine = loaded.value;
      return loaded;
    },
    held: () => engine,
    advance(to) {
      if (engine !== null) engine = { clusterer: engine.clusterer, ...to };
    },
    drop() {
      engine = null;
    },
  };
}

const ATTEMPTS_MAX = 5; // enough, unless another page of the extension writes during each attempt

async function loadEngine(deps: OnDeviceDeps): Promise<Result<HeldEngine, CoverageError>> {
  const clustering = await deps.loadClustering();
  for (let attempt = 0; attempt < ATTEMPTS_MAX; ) {
    try {
      const loaded = await tryToLoad(deps, clustering);
      if (!loaded.ok) return loaded;
      if (loaded.value !== null) return ok(loaded.value);
      attempt += 1;
    } catch (cause) {
      const { over } = logEngineFailure(cause, 'articles are left out');
      // The clusterer may be half changed: it is loaded anew without these articles. Each attempt leaves fewer of them.
      const left = await leaveOut(deps, over);
      if (!left.ok) return left;
      if (left.value === 0) throw cause;
    }
  }
  return keepsChanging();
}

/** The failure after the last attempt. */
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
  const stored = await deps.store.run(readWith(['meta'], readIndexState));
  if (!stored.ok) return stored;
  // Where this record is damaged, articles and their places may be there all the same.
  const index = stored.value ?? { revision: 0, engineVersion: deps.engineVersion, snapshotRevision: -1 };
  const parts = { clustering, index };
  return index.engineVersion === deps.engineVersion ? await restore(deps, parts) : await reclusterIndex(deps, parts);
}

/** Null when the index changed meanwhile. */
async function restore(deps: OnDeviceDeps, parts: LoadParts): Promise<Result<HeldEngine | null, CoverageError>> {
  const { clustering, index } = parts;
  const opened = await openSaved(deps, parts);
  if (!opened.ok) return opened;
  const clusterer = opened.value?.clusterer ?? clustering.createStoryClusterer();
  if (opened.value === null) {
    const rebuilt = await restoreArticles(deps, { clusterer, revision: index.revision });
    if (!rebuilt.ok) return rebuilt;
    if (!rebuilt.value) return ok(null);
    clusterer.settle(index.partings ?? []);
  }
  const marks = index.marks === undefined ? await readSeparationsOf(deps, index) : ok(index.marks);
  if (!marks.ok) return marks;
  if (marks.value === null) return ok(null);
  for (const mark of marks.value) askEngine(() => clusterer.separate(mark), [mark.articleId]);
  return ok({ clusterer, revision: index.revision, journaled: opened.value?.journaled ?? null });
}

function readSeparationsOf(
  { store }: OnDeviceDeps,
  { revision }: IndexState,
): Promise<Result<readonly Separation[] | null, CoverageError>> {
  return store.run(
    readWith(['meta', 'separations'], async (transaction) =>
      ((await readIndexState(transaction))?.revision ?? 0) === revision ? await readSeparations(transaction) : null,
    ),
  );
}

type Opened = Pick<HeldEngine, 'clusterer' | 'journaled'>;

/** Null where snapshot and journal do not lead to the stored index. */
async function openSaved(
  { store, engineVersion }: OnDeviceDeps,
  { clustering, index }: LoadParts,
): Promise<Result<Opened | null, CoverageError>> {
  const { revision: to, snapshotRevision: from } = index;
  if (from < 0) return ok(null);
  const read = await store.run(
    readWith(SNAPSHOT_STORES, async (transaction) => ({
      snapshot: await readSnapshot(transaction),
      calls: await readJournal(transaction, { from, to }),
    })),
  );
  if (!read.ok) return read;
  const { snapshot, calls } = read.value;
  if (snapshot?.revision !== from || snapshot.engineVersion !== engineVersion || calls === null) return ok(null);
  return ok(openWith(clustering.openStoryClusterer(snapshot), calls));
}

function openWith(clusterer: StoryClusterer | null, calls: readonly EngineCall[]): Opened | null {
  try {
    return clusterer !== null && repeatCalls(clusterer, calls) ? { clusterer, journaled: calls.length } : null;
  } catch (cause) {
    logEngineFailure(cause, 'it is built anew');
    return null;
  }
}

/** False when the index changed meanwhile. */
async function restoreArticles(
  { store }: OnDeviceDeps,
  { clusterer, revision }: Pick<HeldEngine, 'clusterer' | 'revision'>,
): Promise<Result<boolean, CoverageError>> {
  const walked = await walkArticles({ store, revision }, (articles) => {
    for (const article of articles) askEngine(() => clusterer.restore(article, article), [article.id]);
  });
  if (!walked.ok) return walked;
  const { isWhole, damaged } = walked.value;
  if (damaged.length === 0) return ok(isWhole);
  const cleaned = await store.run(writeWith(['articles'], (transaction) => deleteArticles(transaction, damaged)));
  return cleaned.ok ? ok(isWhole) : cleaned;
}
