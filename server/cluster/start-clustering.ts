// The cluster role: takes shards that nobody works, one owner each, and works them until it is stopped.
import { randomUUID } from 'node:crypto';
import { createStoryClusterer, openStoryClusterer } from '../../engine/cluster/story-clusterer.ts';
import type { EpochMs } from '../../engine/ids.ts';
import { ENGINE_VERSION } from '../../engine/version.ts';
import type { Log } from '../log.ts';
import type { Database } from '../store/database.ts';
import { createGeneration, deleteRetired, readGenerations } from '../store/generations.ts';
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
  // The embedded database is one process's: after a crash it need not wait for its own lease to run out.
  const owner = database.kind === 'embedded' ? 'embedded' : randomUUID();
  const stopping = new AbortController();
  const { signal } = stopping;
  const { rater, baseline } = deps.catalogue;
  const style = { rater, baseline, ratedBy: nameRatings(deps.catalogue) };
  const running = new Map<string, { readonly ring: () => void; readonly ended: Promise<void> }>();
  const alarm = createAlarm();

  async function lookForWork(): Promise<void> {
    const generations = await findGenerations(deps, clustering.engineVersion);
    while (!signal.aborted) {
      const taken = await takeLease(database, { owner, leaseMs, generations, except: [...running.keys()] });
      if (taken === null) break;
      const key = `${taken.generation} ${taken.shard}`;
      const shardAlarm = createAlarm();
      const { now, keepMs, snapshotEvery = SNAPSHOT_EVERY } = deps;
      const options = { database, clustering, style, now, log, keepMs, leaseMs, snapshotEvery };
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

/** Those that this engine works: the served one where it is of its version, else one that is built to take its place. */
async function findGenerations({ database, now, log }: ClusteringDeps, engineVersion: number): Promise<number[]> {
  const own = (await readGenerations(database)).filter((one) => one.state !== 'retired');
  const serving = own.find(({ state }) => state === 'serving');
  const newest = Math.max(0, ...own.map((one) => one.engineVersion));
  if (newest > engineVersion) {
    const isServed = serving?.engineVersion === engineVersion;
    if (!isServed) log.warn('the stories are of a later engine version: nothing to do', { engineVersion, newest });
  } else if (serving === undefined || newest < engineVersion) {
    const isMade = await database.transaction(async (queries) => {
      await lockIntake(queries); // two processes may come to this at the same time
      const latest = await readGenerations(queries);
      if (latest.some((one) => one.state !== 'retired' && one.engineVersion >= engineVersion)) return false;
      await createGeneration(queries, { engineVersion, now });
      return true;
    });
    if (isMade) log.info('a generation of stories was begun', { engineVersion });
    return (await readGenerations(database)).filter((one) => isOurs(one, engineVersion)).map(({ id }) => id);
  }
  return own.filter((one) => isOurs(one, engineVersion)).map(({ id }) => id);
}

const isOurs = (one: { readonly engineVersion: number; readonly state: string }, engineVersion: number) =>
  one.state !== 'retired' && one.engineVersion === engineVersion;
