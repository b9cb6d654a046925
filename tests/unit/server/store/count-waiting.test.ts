// Which articles count as waiting for a story, also during a change of shards: for back-pressure, readers and the admin alike.
import { describe, expect, test } from 'vitest';
import { followIndex } from '../../../../server/http/served-index.ts';
import { countWaiting } from '../../../../server/store/count-waiting.ts';
import { createGeneration, switchGeneration } from '../../../../server/store/generations.ts';
import { readIndexCounts } from '../../../../server/store/read-counts.ts';
import { setShards } from '../../../../server/store/shards.ts';
import { feed } from '../../../support/server/clustering-fixtures.ts';
import { givenArticle } from '../../../support/server/invented-articles.ts';
import { TEST_DATABASES, useDatabase } from '../../../support/server/test-databases.ts';

const now = () => Date.UTC(2026, 0, 1);

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useDatabase(kind);

  let given = 0;
  async function give(...langs: readonly string[]) {
    await feed(
      database,
      langs.map((lang) => givenArticle(`article-${++given}`, { lang })),
      given,
    );
  }
  async function countAll() {
    const onFailure = (cause: unknown) => expect.fail(String(cause));
    const index = await followIndex({ database, now, onChange: () => undefined, onFailure });
    await index.stop();
    const { waiting } = await readIndexCounts(database);
    return { polling: await countWaiting(database), admin: waiting, readers: index.current()?.waiting };
  }

  test('an article waits until it is placed in what is served', async () => {
    await give('en', 'de');
    expect(await countWaiting(database)).toBe(2);
    expect(await countWaiting(database, 1)).toBe(1);
    await database.transaction((queries) => createGeneration(queries, { engineVersion: 1, now }));
    expect(await countAll()).toEqual({ polling: 2, admin: 2, readers: 2 });
    await database.query('update shard_states set position = (select max(no) from intake)');
    expect(await countAll()).toEqual({ polling: 0, admin: 0, readers: 0 });

    const shards = [
      { id: 'german', languages: ['de'] },
      { id: 'all', languages: ['*'] },
    ];
    await database.transaction((queries) => setShards(queries, { shards, engineVersion: 1, now }));
    await give('en', 'de', 'de');
    expect(await countAll()).toEqual({ polling: 3, admin: 3, readers: 3 });
    await database.query('update shard_states set position = (select max(no) from intake)');
    expect(await countAll()).toEqual({ polling: 2, admin: 2, readers: 2 });
    await database.transaction((queries) => switchGeneration(queries, 2));
    expect(await countAll()).toEqual({ polling: 0, admin: 0, readers: 0 });
  });

  test('nothing counts as waiting for a shard that no longer exists', async () => {
    const shards = [{ id: 'every', languages: ['*'] }];
    await database.transaction((queries) => setShards(queries, { shards, engineVersion: 1, now }));
    await database.transaction((queries) => switchGeneration(queries, 3));
    expect(await countAll()).toEqual({ polling: 0, admin: 0, readers: 0 });
  });
});
