// What remains after one generation of stories has replaced another. On both kinds of database.
import { describe, expect, test } from 'vitest';
import { countWaiting } from '../../../../server/store/count-waiting.ts';
import type { Database, Queries } from '../../../../server/store/database.ts';
import { createGeneration, deleteRetired, switchGeneration } from '../../../../server/store/generations.ts';
import { writeIndexFacts } from '../../../../server/store/index-facts.ts';
import { setShards } from '../../../../server/store/shards.ts';
import { feed } from '../../../support/server/clustering-fixtures.ts';
import { givenArticle } from '../../../support/server/invented-articles.ts';
import { TEST_DATABASES, useEmptiedDatabase } from '../../../support/server/test-databases.ts';

const now = () => 0;

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useEmptiedDatabase(kind);

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
    expect(await shardsOfIntake()).toEqual(['all', 'others']); // still served

    await database.transaction((queries) => switchGeneration(queries, 2));
    await clear();
    expect(await shardsOfIntake()).toEqual(['others']);
    expect(await countWaiting(database, 100)).toBe(1);
    expect(await database.query('select id from generations')).toEqual([{ id: 2 }]);
  });

  const begin = () => database.transaction((queries) => createGeneration(queries, { engineVersion: 1, now }));
  const states = async () => await database.query('select id, state from generations order by id');

  test('a generation that is retired while another is deleted is deleted whole after it', async () => {
    await begin();
    await database.query(`insert into places select 1, n::text, 's', 'f' from generate_series(1, 20) n`);
    await begin();
    await begin(); // the second is given up
    await database.query('delete from shard_states where generation = 2');
    const query: Database['query'] = async (sql, params) => {
      if (sql.startsWith('delete from generations')) await switchGeneration(database, 3);
      return await database.query(sql, params);
    };
    await deleteRetired({ query });
    expect(await states()).toEqual([
      { id: 1, state: 'retired' },
      { id: 3, state: 'serving' },
    ]);
    await clear();
    expect(await states()).toEqual([{ id: 3, state: 'serving' }]);
    expect(await database.query('select generation from places')).toEqual([]);
    expect(await database.query('select generation from shard_states')).toEqual([{ generation: 3 }]);
  });

  test('a retired generation is removed from every table that refers to generations', async () => {
    await begin();
    await begin();
    await begin(); // the second is given up
    const asked = new Set<string>();
    const query: Database['query'] = async (sql, params) => {
      for (const [, table = ''] of sql.matchAll(/delete from (\w+)/g)) asked.add(table);
      return await database.query(sql, params);
    };
    while (await deleteRetired({ query }));
    const tables = await database.query(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'generation'`,
    );
    expect([...asked]).toEqual(expect.arrayContaining(tables.map(({ name }) => name)));
  });

  test('measurements of a generation are deleted with it', async () => {
    await begin();
    await begin();
    const facts = { measuredAt: 0, lookupBits: 0, lookupCrowd: 0, articles: 0, stories: 0, articleSeenAt: null };
    for (const generation of [1, 2]) await writeIndexFacts(database, { generation, ...facts });
    await switchGeneration(database, 2);
    await clear();
    expect(await database.query('select generation from index_facts')).toEqual([{ generation: 2 }]);
  });

  test('statements that touch every article have a longer timeout', async () => {
    const limits: unknown[] = [];
    const watched = (queries: Queries): Queries => ({
      async query(sql, params) {
        if (/update articles|insert into intake|votes/.test(sql)) {
          limits.push(...(await queries.query('show statement_timeout')).map((row) => row.statement_timeout));
        }
        return await queries.query(sql, params);
      },
    });
    const shards = [{ id: 'others', languages: ['*'] }];
    await begin();
    await database.transaction((queries) => setShards(watched(queries), { shards, engineVersion: 1, now }));
    await database.transaction((queries) => switchGeneration(watched(queries), 2));
    expect(limits).toEqual(['0', '0', '0']);
    const [after] = await database.query('show statement_timeout');
    expect(after).toEqual({ statement_timeout: kind.kind === 'postgres' ? '2min' : '0' });
  });
});
