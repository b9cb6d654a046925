// Clustering with an encoder: vectors are part of the input, so that a replay gives the same places, with or without the encoder.
import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { toDense } from '../../../../engine/cluster/dense.ts';
import { createStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import type { Encoder, StoryClusterer } from '../../../../engine/ports.ts';
import { err } from '../../../../engine/result.ts';
import { createHashedEncoder } from '../../../../scripts/cluster/hashed-encoder.ts';
import { createVectorGiver } from '../../../../server/cluster/entry-vectors.ts';
import { loadEngine } from '../../../../server/cluster/load-engine.ts';
import { ENGINE } from '../../../../server/cluster/start-clustering.ts';
import type { Database } from '../../../../server/store/database.ts';
import {
  createGeneration,
  deleteRetired,
  readGenerations,
  switchGeneration,
} from '../../../../server/store/generations.ts';
import { readIntake } from '../../../../server/store/intake.ts';
import { ShardState, takeLease } from '../../../../server/store/shard-states.ts';
import {
  createTestLog,
  feed,
  inventArticles,
  PER_POST,
  readIndex,
  startTestClustering,
  toPosts,
  waitFor,
  waitUntilPlaced,
} from '../../../support/server/clustering-fixtures.ts';
import { TEST_DATABASES, useEmptiedDatabase } from '../../../support/server/test-databases.ts';

const POSTS = toPosts(inventArticles(140));
const encoder = createHashedEncoder();
const running = new AbortController().signal;
const failing: Encoder = { ...encoder, encode: async () => err({ reason: 'unreachable' }) };
const dawdling: Encoder = {
  ...encoder,
  encode: (_, signal) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve(err({ reason: 'aborted' })))),
};

/** The engine's result, with one batch per post. */
async function placeAlone(isEncoded: boolean): Promise<StoryClusterer> {
  const clusterer = createStoryClusterer();
  for (const post of POSTS) {
    const encoded = await encoder.encode(
      post.map(({ title }) => title),
      running,
    );
    const vectors = encoded.ok && isEncoded ? encoded.value : [];
    for (const [at, { link: _, ...article }] of post.entries()) {
      const dense = toDense(vectors[at] ?? []);
      clusterer.add(dense === null ? article : { ...article, dense });
    }
    clusterer.maintain();
  }
  return clusterer;
}

/** Everything that the engine knows: equal states give equal results from then on. */
const digestOf = (clusterer: StoryClusterer) => hash('sha256', clusterer.snapshot().data);

async function readState(database: Database): Promise<ShardState> {
  const [row] = await database.query(
    `select generation, shard, start_position as "startPosition", snapshot_position as "snapshotPosition", position, entries
    from shard_states where position > start_position`,
  );
  return ShardState.parse(row);
}

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useEmptiedDatabase(kind);

  /** A batch of an owned shard, and the encoder for its vectors. */
  async function ownBatch() {
    await database.transaction((queries) => createGeneration(queries, { engineVersion: 1, now: Date.now }));
    const [post = []] = POSTS;
    await feed(database, post, 0);
    const batch = await readIntake(database, { generation: 1, shard: 'all', after: 0 });
    const lease = await takeLease(database, { owner: 'one', leaseMs: 60_000, generations: [1], except: [] });
    if (lease === null) throw new Error('the shard is free');
    const parts = { database, log: createTestLog(), signal: running };
    return { batch, give: (by: Encoder) => createVectorGiver({ ...parts, encoder: by })({ lease, batch }) };
  }

  test('a replay needs no encoder: what was placed by vectors is placed by the same ones again', async () => {
    const clustering = await startTestClustering(database, { encoder });
    for (const [no, post] of POSTS.entries()) await feed(database, post, no);
    await waitUntilPlaced(database);
    const loading = { queries: database, clustering: ENGINE, signal: running };
    const replayed = await loadEngine(loading, await readState(database));
    await clustering.stop();
    expect(replayed.from).toBe('nothing');
    const digest = digestOf(replayed.clusterer);
    expect(digest).toBe(digestOf(await placeAlone(true)));
    expect(digest).not.toBe(digestOf(await placeAlone(false)));
    expect(await database.query('select 1 from vectors')).toHaveLength(140); // until a snapshot holds them
  }, 120_000);

  test('vectors are deleted once a snapshot contains them', async () => {
    const clustering = await startTestClustering(database, { encoder, snapshotEvery: 140 });
    for (const [no, post] of POSTS.entries()) await feed(database, post, no);
    await waitUntilPlaced(database);
    await clustering.stop();
    expect(await database.query('select 1 from vectors')).toEqual([]);
  }, 120_000);

  test('an encoder that fails blocks nothing: articles are placed by their words, now and in a replay', async () => {
    const log = createTestLog();
    const clustering = await startTestClustering(database, { encoder: failing, log });
    for (const [no, post] of POSTS.entries()) await feed(database, post, no);
    await waitUntilPlaced(database);
    const loading = { queries: database, clustering: ENGINE, signal: running };
    const replayed = await loadEngine(loading, await readState(database));
    await clustering.stop();
    expect(digestOf(replayed.clusterer)).toBe(digestOf(await placeAlone(false)));
    const failures = log.events.filter((event) => event.startsWith('the encoder failed'));
    expect(failures).toHaveLength(1); // it is not called for a while
    expect(log.errors).toEqual([]);
  }, 120_000);

  test('vectors that were stored before a crash are used, not made again', async () => {
    const { give, batch } = await ownBatch();
    const made = await give(encoder);
    expect([...made.keys()]).toEqual(batch.map(({ no }) => no));
    expect(await give(failing)).toEqual(made);
  });

  test('vectors that were being made while their generation was deleted are not left behind', async () => {
    const { give } = await ownBatch();
    await database.transaction((queries) => createGeneration(queries, { engineVersion: 1, now: Date.now }));
    const deleting: Encoder = {
      ...encoder,
      async encode(texts, signal) {
        await switchGeneration(database, 2);
        while (await deleteRetired(database));
        return await encoder.encode(texts, signal);
      },
    };
    await give(deleting);
    expect(await database.query('select generation from vectors')).toEqual([]);
  });

  test('another encoder makes the stories anew, and they are served when they are complete', async () => {
    const words = await startTestClustering(database);
    for (const [no, post] of POSTS.entries()) await feed(database, post, no);
    await waitUntilPlaced(database);
    await words.stop();
    const before = await readIndex(database);
    const log = createTestLog();
    const dense = await startTestClustering(database, { encoder, log });
    await waitFor(
      async () => (await readGenerations(database)).every((one) => one.encoder === encoder.id),
      'the new generation to be served',
    );
    await dense.stop();
    const after = await readIndex(database);
    expect(after.places.map(({ article_id }) => article_id)).toEqual(before.places.map(({ article_id }) => article_id));
    expect(log.events).toContain('a new generation is served');
    expect(log.errors).toEqual([]);
  }, 120_000);

  test('an encoder that is taken back before its stories are complete does not keep the log from being shortened', async () => {
    const half = POSTS.length / 2;
    const words = await startTestClustering(database);
    for (const [no, post] of POSTS.slice(0, half).entries()) await feed(database, post, no);
    await waitUntilPlaced(database);
    await words.stop();
    const tried = await startTestClustering(database, { encoder: dawdling });
    await waitFor(async () => (await readGenerations(database)).length === 2, 'the encoder’s generation to be begun');
    await tried.stop();

    const log = createTestLog();
    const back = await startTestClustering(database, { log, snapshotEvery: 10, abandonedMs: 100 });
    await waitFor(async () => (await readGenerations(database)).length === 1, 'the encoder’s generation to be gone');
    for (const [no, post] of POSTS.slice(half).entries()) await feed(database, post, half + no);
    await waitUntilPlaced(database);
    await back.stop();
    const [entries] = await database.query('select count(*) as n from intake');
    expect(entries?.n).toBeLessThan(10 + PER_POST);
    expect(log.events).toContain('a generation of stories without a clusterer was given up');
    expect(log.errors).toEqual([]);
  }, 120_000);
});
