// The cluster role: takes the lease of shards that have no owner, and works on them until it is stopped.
import { randomUUID } from 'node:crypto';
import { createStoryClusterer, openStoryClusterer } from '../../engine/cluster/story-clusterer.ts';
import type { EpochMs } from '../../engine/ids.ts';
import type { Encoder } from '../../engine/ports.ts';
import { ENGINE_VERSION } from '../../engine/version.ts';
import type { Log } from '../log.ts';
import type { Database } from '../store/database.ts';
import { deleteRetired } from '../store/generations.ts';
import { INTAKE_CHANNEL } from '../store/intake.ts';
import { takeLease } from '../store/shard-states.ts';
import { createAlarm } from './alarm.ts';
import { findGenerations } from './find-generations.ts';
import type { Clustering } from './load-engine.ts';
import { nameRatings, type SummaryCatalogue } from './refresh-ratings.ts';
import { createAbandonedWatch } from './retire-abandoned.ts';
import { runShard, type ShardWork } from './run-shard.ts';

export type ClusteringDeps = {
  readonly database: Database;
  readonly catalogue: SummaryCatalogue;
  readonly now: () => EpochMs;
  readonly log: Log;
  readonly keepMs: number;
  /** Adds embedding vectors to the articles' words; a different encoder, or none, means that all stories are made anew. */
  readonly encoder?: Encoder | null;
  /** Shortened by tests. */
  readonly clustering?: Clustering;
  readonly leaseMs?: number;
  readonly snapshotEvery?: number;
  readonly lookEveryMs?: number;
  readonly abandonedMs?: number;
};

/** Together with LOOK_EVERY_MS: a dead owner's shard is taken within 17 s; then its clusterer is loaded. */
const LEASE_MS = 15_000;
const LOOK_EVERY_MS = 2000;
const SNAPSHOT_EVERY = 10_000;

/** Longer than a process takes to restart, including pulling its image; meanwhile the intake is kept for it. */
const ABANDONED_MS = 10 * 60_000;

export const ENGINE: Clustering = { engineVersion: ENGINE_VERSION, createStoryClusterer, openStoryClusterer };

export async function startClustering(deps: ClusteringDeps): Promise<{ stop(): Promise<void> }> {
  const { database, log, clustering = ENGINE, leaseMs = LEASE_MS, lookEveryMs = LOOK_EVERY_MS } = deps;
  const { encoder = null, abandonedMs = ABANDONED_MS } = deps;
  const maker = { engineVersion: clustering.engineVersion, encoder: encoder?.id ?? '' };
  // The embedded database belongs to one process: with a fixed name it need not wait for its own lease after a crash.
  const owner = database.kind === 'embedded' ? 'embedded' : randomUUID();
  const stopping = new AbortController();
  const { signal } = stopping;
  const { rater, baseline, blindspotThresholds } = deps.catalogue;
  const style = { rater, baseline, blindspotThresholds, ratedBy: nameRatings(deps.catalogue), log };
  const running = new Map<string, { readonly ring: () => void; readonly ended: Promise<void> }>();
  const alarm = createAlarm();
  const finding = { database, maker, now: deps.now, log };
  const retireAbandoned = createAbandonedWatch({
    database,
    maker,
    log,
    elapsedMs: () => performance.now(),
    abandonedMs,
  });

  /** True if it has more to do: it must look for free shards before it goes on deleting, which may take hours. */
  async function lookForWork(): Promise<boolean> {
    await retireAbandoned();
    const generations = await findGenerations(finding);
    while (!signal.aborted) {
      const taken = await takeLease(database, { owner, leaseMs, generations, except: [...running.keys()] });
      if (taken === null) break;
      const key = `${taken.generation} ${taken.shard}`;
      const shardAlarm = createAlarm();
      const { now, keepMs, snapshotEvery = SNAPSHOT_EVERY } = deps;
      const options = { database, clustering, encoder, style, now, log, keepMs, leaseMs, snapshotEvery };
      const work: ShardWork = { ...options, alarm: shardAlarm, signal };
      const ended = runShard(work, taken)
        .catch((cause: unknown) =>
          log.error('a shard stopped and will be restarted', { cause, facts: { shard: taken.shard } }),
        )
        .finally(() => running.delete(key));
      running.set(key, { ring: shardAlarm.ring, ended });
    }
    const begunAt = performance.now();
    while (!signal.aborted && (await deleteRetired(database))) {
      if (performance.now() - begunAt >= lookEveryMs) return true;
      await new Promise(setImmediate);
    }
    return false;
  }

  async function look(): Promise<void> {
    while (!signal.aborted) {
      const hasMore = await lookForWork().catch((cause: unknown) => {
        log.error('the search for shards to work on failed', { cause });
        return false;
      });
      await alarm.wait(hasMore ? 0 : lookEveryMs);
    }
  }

  const ringAll = () => {
    for (const { ring } of running.values()) ring();
  };
  const stopListening = await database.listen(INTAKE_CHANNEL, ringAll);
  const looking = look();
  return {
    async stop() {
      stopping.abort();
      alarm.ring();
      ringAll();
      await looking;
      await Promise.all([...running.values()].map(({ ended }) => ended));
      await stopListening();
    },
  };
}
