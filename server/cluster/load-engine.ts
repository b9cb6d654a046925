// Brings a shard's clusterer back to where it was at its last commit: the snapshot, then every batch since, one by one.
import type { ClustererSnapshot, StoryClusterer } from '../../engine/ports.ts';
import { readBatches } from '../store/batches.ts';
import type { Queries } from '../store/database.ts';
import { readIntake } from '../store/intake.ts';
import { type PlacePosition, readPlacedSlice } from '../store/places.ts';
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
  /** `places`: the snapshot was damaged. The stories are those that are stored; what the next ones become may differ. */
  readonly from: 'nothing' | 'snapshot' | 'places';
};

type Loading = { readonly queries: Queries; readonly clustering: Clustering; readonly signal: AbortSignal };

export async function loadEngine(loading: Loading, state: ShardState): Promise<LoadedEngine> {
  const { queries, clustering } = loading;
  if (state.snapshotPosition === state.startPosition) {
    const clusterer = clustering.createStoryClusterer();
    await replay(loading, { clusterer, state, from: state.startPosition, until: state.position });
    return { clusterer, from: 'nothing' };
  }
  const { generation, shard, snapshotPosition } = state;
  const data = await readSnapshot(queries, { generation, shard, position: snapshotPosition });
  const clusterer =
    data === null ? null : clustering.openStoryClusterer({ engineVersion: clustering.engineVersion, data });
  if (clusterer === null) return { clusterer: await rebuild(loading, state), from: 'places' };
  await replay(loading, { clusterer, state, from: snapshotPosition, until: state.position });
  return { clusterer, from: 'snapshot' };
}

/** Batches read at a time: 2,000 entries at most. */
const BATCHES_AT_ONCE = 20;

export type Replay = {
  readonly clusterer: StoryClusterer;
  readonly state: Pick<ShardState, 'generation' | 'shard'>;
  readonly from: number;
  readonly until: number;
};

/** Also for whoever follows a shard without owning it. */
export async function replay({ queries, signal }: Omit<Loading, 'clustering'>, parts: Replay): Promise<void> {
  const { clusterer, until } = parts;
  const { generation, shard } = parts.state;
  let position = parts.from;
  for (;;) {
    const range = { generation, shard, after: position, until };
    const batches = await readBatches(queries, { ...range, limit: BATCHES_AT_ONCE });
    const last = batches.at(-1);
    if (last === undefined) return;
    const entries = await readIntake(queries, { ...range, until: last.lastNo });
    const vectors = await readVectors(queries, { ...range, until: last.lastNo });
    for (const { lastNo, isSettled } of batches) {
      signal.throwIfAborted();
      const after = position;
      const batch = entries.filter(({ no }) => no > after && no <= lastNo);
      applyEntries(clusterer, batch, vectors);
      if (isSettled) clusterer.snapshot();
      position = lastNo;
      await new Promise(setImmediate); // leases are renewed in between
    }
  }
}

const RESTORED_AT_ONCE = 500;

async function rebuild({ queries, clustering, signal }: Loading, state: ShardState): Promise<StoryClusterer> {
  const { generation, shard } = state;
  const clusterer = clustering.createStoryClusterer();
  let after: PlacePosition | null = null;
  for (;;) {
    const slice = await readPlacedSlice(queries, { generation, shard, after, limit: RESTORED_AT_ONCE });
    signal.throwIfAborted();
    for (const { article, placement } of slice) clusterer.restore(toClusterArticle(article), placement);
    const last = slice.at(-1)?.article;
    if (last === undefined) break;
    after = { firstSeenAt: last.firstSeenAt, id: last.id };
  }
  const { marks, partings } = await readMemory(queries, { generation, shard });
  clusterer.settle(partings ?? []);
  for (const mark of marks ?? (await readLivingSeparations(queries, generation))) clusterer.separate(mark);
  return clusterer;
}
