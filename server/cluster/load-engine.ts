// Brings a shard's clusterer back to its last commit: opens the snapshot, then replays every later batch.
//
// If the snapshot is damaged, a later entry cannot be read any more or the engine fails, the clusterer is rebuilt from the stored
// places.

import { askEngine, EngineFailure } from '../../engine/engine-failure.ts';
import type { ArticleId } from '../../engine/ids.ts';
import type { ClustererSnapshot, StoryClusterer } from '../../engine/ports.ts';
import { readBatches } from '../store/batches.ts';
import type { Queries } from '../store/database.ts';
import { readIntake } from '../store/intake.ts';
import { type PlacedSlice, type PlacePosition, readPlacedSlice } from '../store/places.ts';
import { readLivingSeparations } from '../store/separations.ts';
import { readMemory, type ShardState } from '../store/shard-states.ts';
import { readSnapshot } from '../store/snapshots.ts';
import { readVectors } from '../store/vectors.ts';
import { applyEntries, toClusterArticle } from './apply-entries.ts';

export type Clustering = {
  readonly engineVersion: number;
  createStoryClusterer(): StoryClusterer;
  openStoryClusterer(snapshot: ClustererSnapshot): StoryClusterer | null;
};

export type LoadedEngine = {
  readonly clusterer: StoryClusterer;
  /** After `places` the stories are as stored, but later articles may be placed differently than by a replayed clusterer. */
  readonly from: 'nothing' | 'snapshot' | 'places';
  /** Stored articles that are missing from it: the engine failed on them, or they cannot be read. */
  readonly without: number;
};

type Loading = { readonly queries: Queries; readonly clustering: Clustering; readonly signal: AbortSignal };

export async function loadEngine(loading: Loading, state: ShardState): Promise<LoadedEngine> {
  const { queries, clustering } = loading;
  if (state.snapshotPosition === state.startPosition) {
    const clusterer = clustering.createStoryClusterer();
    const isBack = await tryToReplay(loading, { clusterer, state, from: state.startPosition, until: state.position });
    return isBack ? { clusterer, from: 'nothing', without: 0 } : await rebuildEngine(loading, state);
  }
  const { generation, shard, snapshotPosition } = state;
  const data = await readSnapshot(queries, { generation, shard, position: snapshotPosition });
  const clusterer =
    data === null ? null : clustering.openStoryClusterer({ engineVersion: clustering.engineVersion, data });
  if (clusterer === null) return await rebuildEngine(loading, state);
  const isBack = await tryToReplay(loading, { clusterer, state, from: snapshotPosition, until: state.position });
  return isBack ? { clusterer, from: 'snapshot', without: 0 } : await rebuildEngine(loading, state);
}

/** False also when the engine fails. */
async function tryToReplay(loading: Loading, parts: Replay): Promise<boolean> {
  try {
    return await replay(loading, parts);
  } catch (cause) {
    if (!(cause instanceof EngineFailure)) throw cause;
    return false;
  }
}

/** Batches per query: 2,000 entries at most. */
const BATCHES_AT_ONCE = 20;

type Replay = {
  readonly clusterer: StoryClusterer;
  readonly state: Pick<ShardState, 'generation' | 'shard'>;
  readonly from: number;
  readonly until: number;
};

/** False if an entry has become unreadable since it was placed. (Entries that never were readable have been set aside.) */
async function replay({ queries, signal }: Loading, parts: Replay): Promise<boolean> {
  const { clusterer, until } = parts;
  const { generation, shard } = parts.state;
  let position = parts.from;
  for (;;) {
    const range = { generation, shard, after: position, until };
    const batches = await readBatches(queries, { ...range, limit: BATCHES_AT_ONCE });
    const last = batches.at(-1);
    if (last === undefined) return true;
    const entries = await readIntake(queries, { ...range, until: last.lastNo });
    if (entries.some(({ kind }) => kind === 'unreadable')) return false;
    const vectors = await readVectors(queries, { ...range, until: last.lastNo });
    for (const { lastNo, isSettled } of batches) {
      signal.throwIfAborted();
      const after = position;
      const batch = entries.filter(({ no }) => no > after && no <= lastNo);
      askEngine(() => applyEntries(clusterer, { entries: batch, vectors }));
      if (isSettled) askEngine(() => clusterer.snapshot());
      position = lastNo;
      await new Promise(setImmediate); // lets timers run, which renew leases
    }
  }
}

const RESTORED_AT_ONCE = 500;

/** An article that the engine fails on, or that cannot be read, keeps its stored place and is left out of the engine. */
export async function rebuildEngine(loading: Loading, state: ShardState): Promise<LoadedEngine> {
  const without = new Set<ArticleId>();
  for (;;) {
    try {
      const { clusterer, unreadable } = await rebuild(loading, { state, without });
      return { clusterer, from: 'places', without: without.size + unreadable };
    } catch (cause) {
      if (!(cause instanceof EngineFailure) || cause.over.length === 0) throw cause;
      for (const id of cause.over) without.add(id); // the clusterer may be half changed: start over without them
    }
  }
}

type Rebuilding = { readonly state: ShardState; readonly without: ReadonlySet<ArticleId> };

async function rebuild(
  { queries, clustering, signal }: Loading,
  { state, without }: Rebuilding,
): Promise<{ readonly clusterer: StoryClusterer; readonly unreadable: number }> {
  const { generation, shard } = state;
  const clusterer = clustering.createStoryClusterer();
  let unreadable = 0;
  let after: PlacePosition | null = null;
  do {
    const slice: PlacedSlice = await readPlacedSlice(queries, { generation, shard, after, limit: RESTORED_AT_ONCE });
    signal.throwIfAborted();
    for (const { article, placement } of slice.placed) {
      if (without.has(article.id)) continue;
      askEngine(() => clusterer.restore(toClusterArticle(article), placement), [article.id]);
    }
    unreadable += slice.unreadable;
    after = slice.next;
  } while (after !== null);
  const { marks, partings } = await readMemory(queries, { generation, shard });
  clusterer.settle(partings ?? []);
  for (const mark of marks ?? (await readLivingSeparations(queries, generation))) {
    if (!without.has(mark.articleId)) askEngine(() => clusterer.separate(mark), [mark.articleId]);
  }
  return { clusterer, unreadable };
}
