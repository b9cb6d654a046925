// The cluster role: takes shards that nobody works, one owner each, and works them until it is stopped.
import { randomUUID } from 'node:crypto';
import { createStoryClusterer, openStoryClusterer } from '../../engine/cluster/story-clusterer.ts';
import type { EpochMs } from '../../engine/ids.ts';
import type { Encoder } from '../../engine/ports.ts';
import { ENGINE_VERSION } from '../../engine/version.ts';
import type { Log } from '../log.ts';
import type { Database } from '../store/database.ts';
import { createGeneration, deleteRetired, type Generation, readGenerations } from '../store/generations.ts';
import { INTAKE_CHANNEL, lockIntake } from '../store/intake.ts';
import { takeLease } from '../store/shard-states.ts';
import { createAlarm } from './alarm.ts';
import type { Clustering } from './load-engine.ts';
import { nameRatings, type SummaryCatalogue } from './refresh-ratings.ts';
import { runShard, type ShardWork } from './run-shard.ts';

export type ClusteringDeps = {
  readonly database: Database;
  readonly catalogue: SummaryCatalogue;
  readonly now: () => EpochMs;
  readonly log: Log;
  readonly keepMs: number;
  /** Gives articles vectors of meaning beside their words; stories by another one, or by none, are made anew. */
  readonly encoder?: Encoder | null;
  /** Tests shorten these. */
  readonly clustering?: Clustering;
  readonly leaseMs?: number;
  readonly snapshotEvery?: number;
  readonly lookEveryMs?: number;
};

/** With LOOK_EVERY_MS, a dead owner's shard is taken within 17 s; its clusterer is then loaded. */
const LEASE_MS = 15_000;
const LOOK_EVERY_MS = 2000;
const SNAPSHOT_EVERY = 10_000;

export const ENGINE: Clustering = { engineVersion: ENGINE_VERSION, createStoryClusterer, openStoryClusterer };

export async function startClustering(deps: ClusteringDeps): Promise<{ stop(): Promise<void> }> {
  const { database, log, clustering = ENGINE, leaseMs = LEASE_MS, lookEveryMs = LOOK_EVERY_MS } = deps;
  const { encoder = null } = deps;
  const maker: Maker = { engineVersion: clustering.engineVersion, encoder: encoder?.id ?? '' };
  // The embedded database is one process's: after a crash it need not wait for its own lease to run out.
  const owner = database.kind === 'embedded' ? 'embedded' : randomUUID();
  const stopping = new AbortController();
  const { signal } = stopping;
  const { rater, baseline } = deps.catalogue;
  const style = { rater, baseline, ratedBy: nameRatings(deps.catalogue) };
  const running = new Map<string, { readonly ring: () => void; readonly ended: Promise<void> }>();
  const alarm = createAlarm();

  async function lookForWork(): Promise<void> {
    const generations = await findGenerations(deps, maker);
    while (!signal.aborted) {
      const taken = await takeLease(database, { owner, leaseMs, generations, except: [...running.keys()] });
      if (taken === null) break;
      const key = `${taken.generation} ${taken.shard}`;
      const shardAlarm = createAlarm();
      const { now, keepMs, snapshotEvery = SNAPSHOT_EVERY } = deps;
      const options = { database, clustering, encoder, style, now, log, keepMs, leaseMs, snapshotEvery };
      const work: ShardWork = { ...options, alarm: shardAlarm, signal };
      const ended = runShard(work, taken)
        .catch((cause: unknown) => log.error('a shard stopped and will be taken again', cause, { shard: taken.shard }))
        .finally(() => running.delete(key));
      running.set(key, { ring: shardAlarm.ring, ended });
    }
    while (!signal.aborted && (await deleteRetired(database))) await new Promise(setImmediate);
  }

  async function look(): Promise<void> {
    while (!signal.aborted) {
      await lookForWork().catch((cause: unknown) => log.error('shards could not be looked for', cause));
      await alarm.wait(lookEveryMs);
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

/** What a generation's stories are made by. */
type Maker = { readonly engineVersion: number; readonly encoder: string };

/** Those that this engine and encoder work: the served one where it is theirs, else one that is built to take its place. */
async function findGenerations({ database, now, log }: ClusteringDeps, maker: Maker): Promise<number[]> {
  const { engineVersion } = maker;
  const living = (await readGenerations(database)).filter(isLiving);
  const serving = living.find(({ state }) => state === 'serving');
  const newest = Math.max(0, ...living.map((one) => one.engineVersion));
  if (newest > engineVersion) {
    const isServed = serving?.engineVersion === engineVersion;
    if (!isServed) log.warn('the stories are of a later engine version: nothing to do', { engineVersion, newest });
  } else if (!living.some((one) => isBy(one, maker))) {
    const isMade = await database.transaction(async (queries) => {
      await lockIntake(queries); // two processes may come to this at the same time
      const latest = (await readGenerations(queries)).filter(isLiving);
      if (latest.some((one) => one.engineVersion > engineVersion || isBy(one, maker))) return false;
      await createGeneration(queries, { ...maker, now });
      return true;
    });
    if (isMade) log.info('a generation of stories was begun', maker);
    return (await readGenerations(database)).filter(isLiving).flatMap((one) => (isBy(one, maker) ? [one.id] : []));
  }
  return living.flatMap((one) => (isBy(one, maker) ? [one.id] : []));
}

const isLiving = ({ state }: Generation) => state !== 'retired';

const isBy = (one: Generation, { engineVersion, encoder }: Maker) =>
  one.engineVersion === engineVersion && one.encoder === encoder;
