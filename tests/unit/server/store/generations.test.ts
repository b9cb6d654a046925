// What is left behind when a generation of stories has taken another's place; on both kinds of database.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countWaiting } from '../../../../server/store/count-waiting.ts';
import type { Database } from '../../../../server/store/database.ts';
import { createGeneration, deleteRetired, switchGeneration } from '../../../../server/store/generations.ts';
import { setShards } from '../../../../server/store/shards.ts';
import { feed } from '../../../support/server/clustering-fixtures.ts';
import { givenArticle } from '../../../support/server/invented-articles.ts';
import { emptyTables, openMigrated, TEST_DATABASES } from '../../../support/server/test-databases.ts';

const now = () => 0;

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated(kind);
  }, 120_000);
  beforeEach(() => emptyTables(database));
  afterAll(() => database.close());

  const shardsOfIntake = async () =>
    (await database.query('select distinct shard from intake order by shard')).map(({ shard }) => shard);
  async function clear(): Promise<void> {
    while (await deleteRetired(database));
  }

  test('what came in for shards that are no more is forgotten with the last generation that had them', async () => {
    await feed(database, [givenArticle('before-any-generation')], 0);
    await clear();
    await database.transaction((queries) => createGeneration(queries, { engineVersion: 1, now }));
    await feed(database, [givenArticle('before'), givenArticle('before-too')], 1);
    const shards = [
      { id: 'german', languages: ['de'] },
      { id: 'others', languages: ['*'] },
    ];
    await database.transaction((queries) => setShards(queries, { shards, engineVersion: 1, now }));
    await feed(database, [givenArticle('after')], 2);
    await clear();
    expect(await shardsOfIntake()).toEqual(['all', 'others']); // served still

    await database.transaction((queries) => switchGeneration(queries, 2));
    await clear();
    expect(await shardsOfIntake()).toEqual(['others']);
    expect(await countWaiting(database, 100)).toBe(1);
    expect(await database.query('select id from generations')).toEqual([{ id: 2 }]);
  });
});
