// The work of a shard's owner: feeds the clusterer from the intake, batch by batch, until the lease is lost or it must stop.
//
// The clusterer is ahead of what is stored only while a batch is being committed. If that fails, the clusterer is dropped, and
// the next owner, possibly this process again, restores it from what is stored.
import type { EpochMs } from '../../engine/ids.ts';
import type { Encoder, StoryClusterer } from '../../engine/ports.ts';
import type { Log } from '../log.ts';
import { pause } from '../pause.ts';
import type { Database } from '../store/database.ts';
import { expireArticles } from '../store/expire.ts';
import { passRound } from '../store/expiry-clock.ts';
import { type IntakeEntry, readSettledIntake } from '../store/intake.ts';
import { type Lease, releaseLease, renewLease, type ShardState } from '../store/shard-states.ts';
import { writeSnapshot } from '../store/snapshots.ts';
import type { EntryVectors } from '../store/vectors.ts';
import type { Alarm } from './alarm.ts';
import { applyEntries, type BatchChanges } from './apply-entries.ts';
import { commitBatch } from './commit-batch.ts';
import { BATCH_MAX, type Cut, cutBatch } from './cut-batch.ts';
import { createVectorGiver } from './entry-vectors.ts';
import { answerFailure, type Caution, type FailedBatch } from './failed-batch.ts';
import { finishGeneration } from './finish-generation.ts';
import { type Clustering, loadEngine, rebuildEngine } from './load-engine.ts';
import { createRatingsRefresh } from './refresh-ratings.ts';
import { setUnreadableAside } from './set-unreadable-aside.ts';
import type { SummaryStyle } from './story-row.ts';

export type ShardWork = {
  readonly database: Database;
  readonly clustering: Clustering;
  readonly encoder: Encoder | null;
  readonly style: SummaryStyle;
  readonly now: () => EpochMs;
  readonly log: Log;
  readonly keepMs: number;
  readonly leaseMs: number;
  /** Entries between snapshots: what a restart after a crash has to replay, at about 1 ms each. */
  readonly snapshotEvery: number;
  /** Rung when entries have arrived, and when the work is to stop. */
  readonly alarm: Alarm;
  readonly signal: AbortSignal;
};

/** Covers notifications that get lost, which is rare. */
const POLL_MS = 1000;
const EXPIRE_EVERY_MS = 60_000;
const RENEWALS_PER_LEASE = 4;

export async function runShard(work: ShardWork, owned: ShardState & Lease): Promise<void> {
  const { database, log, signal, leaseMs } = work;
  const { generation, shard } = owned;
  const losing = new AbortController();
  const renewal = setInterval(() => {
    renewLease(database, { lease: owned, leaseMs }).then(
      (isOwn) => isOwn || losing.abort(),
      (cause: unknown) => signal.aborted || log.error('a lease could not be renewed', { cause, facts: { shard } }),
    );
  }, leaseMs / RENEWALS_PER_LEASE);
  const ending = AbortSignal.any([signal, losing.signal]);
  try {
    let state: ShardState = owned;
    let caution: Caution = { singlyUntil: 0, rebuiltUntil: 0 };
    for (;;) {
      const startedAt = performance.now();
      const load = state.position < caution.rebuiltUntil ? rebuildEngine : loadEngine;
      const loaded = await load({ queries: database, clustering: work.clustering, signal: ending }, state);
      const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
      log.info('a shard is ready', { generation, shard, fence: owned.fence, from: loaded.from, seconds });
      const { clusterer, without } = loaded;
      if (without > 0)
        log.warn('the engine runs without some stored articles: it failed on them, or they cannot be read', {
          shard,
          articles: without,
        });
      const holding = { owned: { ...owned, ...state }, clusterer, singlyUntil: caution.singlyUntil };
      const worker = createWorker({ ...work, signal: ending }, holding);
      if (loaded.from === 'places') await worker.save();
      const failed = await worker.work();
      if (failed === null) break;
      const answered = await answerFailure({ database, log, lease: owned, caution }, failed);
      if (answered === null) break;
      caution = answered;
      state = worker.state();
    }
    if (losing.signal.aborted) {
      log.warn('a shard was lost to another owner', { generation, shard });
    }
  } catch (cause) {
    if (!ending.aborted) throw cause;
  } finally {
    clearInterval(renewal);
    await releaseLease(database, owned).catch(() => undefined); // otherwise it expires by itself
  }
}

type Owned = {
  readonly owned: ShardState & Lease;
  readonly clusterer: StoryClusterer;
  /** Entries up to this one are placed one by one. */
  readonly singlyUntil: number;
};

function createWorker(work: ShardWork, { owned, clusterer, singlyUntil }: Owned) {
  const { database, now, log, signal } = work;
  const { generation, shard } = owned;
  let { position, entries: count, snapshotPosition } = owned;
  const giveVectors = createVectorGiver(work);
  const refreshRatings = createRatingsRefresh({ database, lease: owned, style: work.style });
  let isLost = false;
  let failed: FailedBatch | null = null;
  let storedMemory = '';
  // By performance.now(): if the wall clock jumped back, the next expiry might be days away.
  let expiredAt = Number.NEGATIVE_INFINITY;
  let doubtsClock = false;
  let steppedAt = Number.NEGATIVE_INFINITY;

  async function placeBatch(batch: readonly IntakeEntry[]): Promise<void> {
    if (!(await setUnreadableAside({ database, log, lease: owned }, batch))) {
      isLost = true;
      return;
    }
    const vectors = await giveVectors({ lease: owned, batch });
    const changes = tryToApply(batch, vectors);
    if (changes === null) return;
    const last = batch.at(-1);
    if (last === undefined) return;
    const isSettled = Math.floor((count + batch.length) / work.snapshotEvery) > Math.floor(count / work.snapshotEvery);
    // Taken before the commit, which records it: taking a snapshot changes the clusterer, so a replay takes one here too.
    const snapshot = isSettled ? clusterer.snapshot() : null;
    const memory = clusterer.memory();
    const memoryText = JSON.stringify(memory);
    const range = {
      from: position,
      to: last.no,
      entries: batch.length,
      memory: memoryText === storedMemory ? null : memory,
    };
    const commit = { lease: owned, range, changes, isSettled, at: last.takenAt, style: work.style };
    if (!(await commitBatch(database, commit))) {
      isLost = true;
      return;
    }
    position = last.no;
    storedMemory = memoryText;
    count += batch.length;
    if (snapshot !== null) await write(snapshot.data);
  }

  function tryToApply(entries: readonly IntakeEntry[], vectors: EntryVectors): BatchChanges | null {
    try {
      return applyEntries(clusterer, { entries, vectors });
    } catch (cause) {
      failed = { entries, cause };
      return null;
    }
  }

  async function write(data: Uint8Array): Promise<void> {
    if (await writeSnapshot(database, { lease: owned, position, data })) snapshotPosition = position;
    else isLost = true;
  }

  async function expire(): Promise<void> {
    const at = now();
    const passedUntil = await database.transaction((queries) => passRound(queries, at));
    const isDoubtful = passedUntil < at;
    if (isDoubtful && !doubtsClock) log.warn('the clock has jumped: stories expire half a day later', { shard });
    doubtsClock = isDoubtful;
    const keepSince = passedUntil - work.keepMs;
    const articles = await database.transaction((queries) => expireArticles(queries, { shard, keepSince, now }));
    if (articles > 0) log.info('articles have expired', { shard, articles });
    else expiredAt = performance.now();
  }

  return {
    /** Null when there is nothing more to do here. */
    async work(): Promise<FailedBatch | null> {
      while (!signal.aborted && !isLost && failed === null) {
        await new Promise(setImmediate); // the embedded database never yields to other work
        if (performance.now() - expiredAt >= EXPIRE_EVERY_MS) await expire();
        const isRefreshing = await refreshRatings();
        const range = { generation, shard, after: position, limit: BATCH_MAX + 1 };
        const cut = cutBatch(await readSettledIntake(database, range), now());
        if (cut.status === 'ready') await placeBatch(position < singlyUntil ? cut.batch.slice(0, 1) : cut.batch);
        const hasMore = await isFinishing(cut.status);
        if (hasMore || isRefreshing || cut.status === 'ready') continue;
        if (cut.status === 'open')
          await pause(cut.waitMs, signal); // a ring cannot shorten this wait
        else await work.alarm.wait(POLL_MS);
      }
      return failed;
    },
    state: (): ShardState => ({ ...owned, position, entries: count, snapshotPosition }),
    /**
     * Must not be called when the work stops: a snapshot changes what follows it (words are counted anew), so places would depend
     * on when the server was stopped. The next start replays the entries since the last regular snapshot instead.
     */
    async save() {
      if (!isLost && position !== snapshotPosition) await write(clusterer.snapshot().data);
    },
  };

  /** Also checked by time, since the intake is never empty under steady load. True when the step added entries for this shard. */
  async function isFinishing(intake: Cut<IntakeEntry>['status']): Promise<boolean> {
    if (intake !== 'empty' && performance.now() - steppedAt < POLL_MS) return false;
    steppedAt = performance.now();
    const step = await finishGeneration(database, now);
    if (step === 'switched') log.info('a new generation is served', { generation });
    return step === 'separations-repeated';
  }
}
