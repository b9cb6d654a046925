// Damaged state of a shard or generation blocks nothing for good. On both kinds of database.
import { describe, expect, test } from 'vitest';
import { createGeneration, findBuilding, readGenerations } from '../../../../server/store/generations.ts';
import { takeLease } from '../../../../server/store/shard-states.ts';
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

const POSTS = toPosts(inventArticles(35));
const BEYOND_NUMBERS = '1152921504606846976'; // 2 ** 60

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useEmptiedDatabase(kind);
  const begin = () => database.transaction((queries) => createGeneration(queries, { engineVersion: 1, now: () => 0 }));

  test.each([
    'position = 1000',
    `position = ${BEYOND_NUMBERS}`,
    'position = 1',
    'snapshot_position = 1000',
    'start_position = -1',
    'entries = 1000',
    `fence = ${BEYOND_NUMBERS}`,
  ])('a shard with %s is nobody’s, and others are taken', async (damage) => {
    await database.query(`select setval('intake_no', 20)`);
    await begin();
    await database.query(`update shard_states set position = 10, snapshot_position = 5, entries = 8`);
    await database.query(`insert into shard_states select generation, 'other', 0, 0, 0 from shard_states`);
    await database.query(`update shard_states set ${damage} where shard = 'all'`);
    const take = (except: readonly string[]) =>
      takeLease(database, { owner: 'first', leaseMs: 60_000, generations: [1], except });
    expect(await take([])).toMatchObject({ shard: 'other' });
    expect(await take(['1 other'])).toBeNull();
  });

  test('all articles are grouped anew where a shard is damaged, once, and served then', async () => {
    for (const [no, post] of POSTS.slice(0, 3).entries()) await feed(database, post, no);
    const before = await startTestClustering(database);
    await waitUntilPlaced(database);
    await before.stop();
    await database.query('update shard_states set position = 1000');
    for (const [no, post] of POSTS.slice(3).entries()) await feed(database, post, no + 3);
    const log = createTestLog();
    const after = await startTestClustering(database, { log });
    const isServed = async () =>
      (await readGenerations(database)).every(({ id, state }) => id === 2 && state === 'serving');
    await waitFor(isServed, 'another generation to be served, and the damaged one to be gone');
    await waitUntilPlaced(database);
    await after.stop();
    expect((await readIndex(database)).places).toHaveLength(35);
    expect(log.events.filter((event) => event.startsWith('the state of a shard is damaged'))).toHaveLength(1);
    expect(log.errors).toEqual([]);
  });

  describe.each([
    ['is gone', 'delete from generations'],
    ['is given up by mistake', `update generations set state = 'retired'`],
  ])('where the one generation %s', (_, damage) => {
    test('all articles are clustered again, including those that the log no longer contains', async () => {
      for (const [no, post] of POSTS.slice(0, 3).entries()) await feed(database, post, no);
      const before = await startTestClustering(database, { snapshotEvery: PER_POST });
      await waitUntilPlaced(database);
      await before.stop();
      await database.query(damage);
      for (const [no, post] of POSTS.slice(3).entries()) await feed(database, post, no + 3);
      const log = createTestLog();
      const after = await startTestClustering(database, { log });
      const isWhole = async () => (await readIndex(database)).places.length === 35;
      await waitFor(isWhole, 'every article to be placed and served');
      await waitFor(
        async () => (await readGenerations(database)).length === 1,
        'the old generation to be cleared away',
      );
      await after.stop();
      expect(log.errors).toEqual([]);
    });
  });

  test('a shard whose row is missing is served with its stories until the next generation is ready', async () => {
    await begin();
    await begin();
    await database.query('delete from generations');
    await begin();
    expect(await readGenerations(database)).toMatchObject([
      { id: 1, state: 'retired' },
      { id: 2, state: 'serving', engineVersion: 0 },
      { id: 3, state: 'building', engineVersion: 1 },
    ]);
  });

  test('a generation whose progress through the separations is unreadable applies them again', async () => {
    await begin();
    await begin();
    await database.query(`update generations set separations_no = ${BEYOND_NUMBERS} where state = 'building'`);
    const building = await findBuilding(database);
    // The embedded database returns numbers beyond JavaScript's range in another form; PostgreSQL's driver rounds them.
    expect(building).toMatchObject({ id: 2, separationsNo: kind.kind === 'embedded' ? null : Number(BEYOND_NUMBERS) });
  });
});
