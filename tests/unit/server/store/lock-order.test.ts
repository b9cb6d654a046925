// Those who change the same things at the same time wait for each other, and never in a circle; on PostgreSQL.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { StoryId } from '../../../../engine/ids.ts';
import { finishGeneration } from '../../../../server/cluster/finish-generation.ts';
import type { Database, Queries } from '../../../../server/store/database.ts';
import { expireArticles } from '../../../../server/store/expire.ts';
import { createGeneration } from '../../../../server/store/generations.ts';
import { lockIntake } from '../../../../server/store/intake.ts';
import { separate } from '../../../../server/store/separations.ts';
import { setShards } from '../../../../server/store/shards.ts';
import { feed, waitFor } from '../../../support/server/clustering-fixtures.ts';
import { givenArticle } from '../../../support/server/invented-articles.ts';
import {
  emptyTables,
  NO_POSTGRES_REASON,
  openMigrated,
  TEST_DATABASES,
} from '../../../support/server/test-databases.ts';

const now = () => 0;
const ARTICLE = givenArticle('harbour', { lang: 'de' });
const OTHER = givenArticle('harbour-too', { lang: 'de' });
const STORY = StoryId.parse('s1');
const server = TEST_DATABASES.find(({ kind }) => kind === 'postgres');

describe.skipIf(server === undefined)(`locks (${NO_POSTGRES_REASON})`, () => {
  let database: Database;
  beforeAll(async () => {
    if (server !== undefined) database = await openMigrated(server);
  }, 120_000);
  beforeEach(async () => {
    await emptyTables(database);
    await begin();
    await feed(database, [ARTICLE, OTHER], 0);
    await database.query(
      `insert into stories (generation, id, shard, summary, updated_at) values (1, $1, 'all', '{}', 1)`,
      [STORY],
    );
  });
  afterAll(() => database?.close());

  const begin = () => database.transaction((queries) => createGeneration(queries, { engineVersion: 1, now }));
  const cut = (queries: Queries) => {
    const shards = [
      { id: 'german', languages: ['de'] },
      { id: 'all', languages: ['*'] },
    ];
    return setShards(queries, { shards, engineVersion: 1, now });
  };

  /** The transaction of one stands behind its first lock while the other comes as far as it can, and only then goes on. */
  async function meet(
    lock: (queries: Queries) => Promise<unknown>,
    goOn: (queries: Queries) => Promise<unknown>,
    other: () => Promise<unknown>,
  ): Promise<void> {
    let meeting: Promise<unknown> = Promise.resolve();
    const one = database.transaction(async (queries) => {
      await lock(queries);
      meeting = other();
      await Promise.race([meeting, waitFor(isSomebodyWaiting, 'the other to wait')]);
      await goOn(queries);
    });
    await one;
    await meeting;
  }

  async function isSomebodyWaiting(): Promise<boolean> {
    const waiting = await database.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return waiting.length > 0;
  }

  const lockShards = ({ query }: Queries) => query('lock table shards in exclusive mode');

  test('shards are cut while known articles come in again', async () => {
    await meet(lockShards, cut, () => feed(database, [ARTICLE], 1));
    expect(await database.query('select distinct shard from articles')).toEqual([{ shard: 'german' }]);
  });

  test('shards are cut while articles expire', async () => {
    await database.query(`insert into places select 1, id, $1, 'f' from articles`, [STORY]);
    const expiry = { shard: 'all', keepSince: 2, now };
    await meet(lockShards, cut, () => database.transaction((queries) => expireArticles(queries, expiry)));
    const told = await database.query(`select shard from intake where kind = 'expire' order by shard`);
    expect(told).toEqual([{ shard: 'all' }, { shard: 'german' }]);
  });

  const beginAgain = (queries: Queries) => createGeneration(queries, { engineVersion: 2, now });
  const separateStory = () =>
    database.transaction((queries) => separate(queries, { articleId: ARTICLE.id, storyId: STORY, now }));

  test('a generation is begun while an admin separates', async () => {
    await begin();
    await meet(lockIntake, beginAgain, separateStory);
    const states = await database.query('select state from generations order by id');
    expect(states.map(({ state }) => state)).toEqual(['serving', 'retired', 'building']);
  });

  test('a generation is begun while the one before it is finished', async () => {
    await database.query(`insert into places select 1, id, $1, 'f' from articles`, [STORY]);
    await separateStory();
    await begin();
    await database.query(`insert into places select 2, id, $1, 'f' from articles`, [STORY]);
    await database.query(`update shard_states set position = (select max(no) from intake)`);
    await meet(lockIntake, beginAgain, () => finishGeneration(database, now));
    const states = await database.query('select state from generations order by id');
    expect(states.map(({ state }) => state)).toEqual(['serving', 'retired', 'building']);
  });
});
