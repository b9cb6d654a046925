// A generation built from articles that were stored before: a replay gets them as they were then. On both kinds of database.
import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ENGINE_VERSION } from '../../../../engine/version.ts';
import { loadEngine } from '../../../../server/cluster/load-engine.ts';
import { ENGINE } from '../../../../server/cluster/start-clustering.ts';
import { expireArticles } from '../../../../server/store/expire.ts';
import { createGeneration, readGenerations } from '../../../../server/store/generations.ts';
import { ShardState } from '../../../../server/store/shard-states.ts';
import {
  feed,
  inventArticles,
  START,
  startTestClustering,
  toPosts,
  waitFor,
  waitUntilPlaced,
} from '../../../support/server/clustering-fixtures.ts';
import { TEST_DATABASES, useEmptiedDatabase } from '../../../support/server/test-databases.ts';

const POSTS = toPosts(inventArticles(70));
const signal = new AbortController().signal;

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useEmptiedDatabase(kind);

  const now = () => START + 1_000_000;

  async function readState(): Promise<ShardState> {
    const [row] = await database.query(
      `select generation, shard, start_position as "startPosition", snapshot_position as "snapshotPosition", position, entries
      from shard_states join generations on id = generation where state = 'serving'`,
    );
    return ShardState.parse(row);
  }
  /** Everything that the clusterer knows and that a restart would restore. */
  async function replay(state: ShardState): Promise<string> {
    const { clusterer, from } = await loadEngine({ queries: database, clustering: ENGINE, signal }, state);
    expect(from).toBe('nothing');
    return hash('sha256', clusterer.snapshot().data);
  }

  test('renames and expiry since then change nothing of what a restart brings back', async () => {
    for (const [no, post] of POSTS.entries()) await feed(database, post, no);
    const clustering = await startTestClustering(database);
    await waitUntilPlaced(database);
    await database.transaction((queries) => createGeneration(queries, { engineVersion: ENGINE_VERSION, now }));
    await waitFor(async () => (await readGenerations(database)).at(-1)?.state === 'serving', 'the switch');
    await clustering.stop();
    const state = await readState();
    expect(state.entries).toBe(70);
    const before = await replay(state);

    const renamed = (POSTS[0] ?? []).map((one) => ({ ...one, title: `Ferry aground off Westmark, ${one.title}` }));
    expect(await feed(database, renamed, 2000)).toMatchObject({ changed: renamed.length });
    expect(await replay(state)).toBe(before);

    const expired = await database.transaction((queries) =>
      expireArticles(queries, { shard: 'all', keepSince: Number.MAX_SAFE_INTEGER, now }),
    );
    expect(expired).toBe(70);
    expect(await replay(state)).toBe(before);
  }, 120_000);
});
