// Transactions that change the same rows at the same time wait for each other without a deadlock. On PostgreSQL.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FeedSource } from '../../../../engine/feed/poll-outcome.ts';
import { ArticleId, OutletId, StoryId } from '../../../../engine/ids.ts';
import { finishGeneration } from '../../../../server/cluster/finish-generation.ts';
import type { Database, Queries } from '../../../../server/store/database.ts';
import { expireArticles } from '../../../../server/store/expire.ts';
import { claimFeeds, writeRegistryFeeds } from '../../../../server/store/feeds.ts';
import { createGeneration, deleteRetired, switchGeneration } from '../../../../server/store/generations.ts';
import { keepStoredTexts, lockIntake, pruneIntake } from '../../../../server/store/intake.ts';
import { separate } from '../../../../server/store/separations.ts';
import { advance } from '../../../../server/store/shard-states.ts';
import { setShards } from '../../../../server/store/shards.ts';
import { feed, waitFor } from '../../../support/server/clustering-fixtures.ts';
import { givenArticle } from '../../../support/server/invented-articles.ts';
import { emptyTables, NO_POSTGRES_REASON, TEST_DATABASES } from '../../../support/server/test-databases.ts';

const now = () => 0;
const ARTICLE = givenArticle('harbour', { lang: 'de' });
const OTHER = givenArticle('harbour-too', { lang: 'de' });
const STORY = StoryId.parse('s1');
const server = TEST_DATABASES.find(({ kind }) => kind === 'postgres');

describe.skipIf(server === undefined)(`locks (${NO_POSTGRES_REASON})`, () => {
  let database: Database;
  beforeAll(async () => {
    if (server !== undefined) database = await server.openMigrated();
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

  /** One transaction pauses after its first lock until the other one has ended or waits, and only then continues. */
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

  /** The articles of the first and the last entry of the kind `stored`, which only names its article. */
  async function readStored(): Promise<readonly [ArticleId, ArticleId]> {
    const rows = await database.query(
      `select content ->> 'articleId' as id from intake where kind = 'stored' order by no`,
    );
    return [ArticleId.parse(rows.at(0)?.id), ArticleId.parse(rows.at(-1)?.id)];
  }

  test('a snapshot forgets what came in while known articles get other headlines', async () => {
    await begin();
    await database.query(`update shard_states set snapshot_position = 1000`);
    const [first, last] = await readStored();
    const prune = () => database.transaction((queries) => pruneIntake(queries, 'all'));
    await meet(
      (queries) => keepStoredTexts(queries, [last]),
      (queries) => keepStoredTexts(queries, [first]),
      prune,
    );
    await prune(); // entries that another process needed then are removed with the next snapshot
    expect(await database.query('select no from intake')).toEqual([]);
  });

  test('a retired generation is deleted while known articles get other headlines', async () => {
    await begin();
    await database.query(`update generations set state = 'retired' where state = 'building'`);
    const [first, last] = await readStored();
    const clear = async () => {
      while (await deleteRetired(database));
    };
    await meet(
      (queries) => keepStoredTexts(queries, [last]),
      (queries) => keepStoredTexts(queries, [first]),
      clear,
    );
    await clear();
    expect(await database.query('select no from intake where generation = 2')).toEqual([]);
    expect(await database.query('select id from generations')).toEqual([{ id: 1 }]);
  });

  test('the registry’s feeds are written by a process that starts while another one claims some', async () => {
    const feeds = ['https://a.test/', 'https://b.test/'].map(
      (url): FeedSource => ({ url, outletId: OutletId.parse('harbour'), lang: 'en', format: 'feed' }),
    );
    await writeRegistryFeeds(database, feeds);
    const claim = { now: 1, limit: 10, hostRestMs: 0, leaseMs: 10, onUnreadable() {} };
    const parked = feeds.map((feed) => ({ ...feed, lang: 'de' }));
    let others: Promise<unknown> = Promise.resolve();
    const claimed = await claimFeeds(
      {
        ...database,
        transaction: (work) =>
          database.transaction(async (queries) => {
            const query: Queries['query'] = async (sql, params) => {
              if (sql.startsWith('with waiting')) {
                await queries.query(`select 1 from feeds where url = 'https://b.test/' for update`);
                others = writeRegistryFeeds(database, parked);
                await Promise.race([others, waitFor(isSomebodyWaiting, 'the other to wait')]);
              }
              return await queries.query(sql, params);
            };
            return await work({ query });
          }),
      },
      claim,
    );
    await others;
    expect(claimed).toHaveLength(2);
    expect(await database.query('select distinct lang from feeds')).toEqual([{ lang: 'de' }]);
  });

  test('a generation takes the place of another one while its owner commits stories of the same names', async () => {
    const names = ['s1', 's2', 's3'];
    await begin();
    await database.query(`update shard_states set lease_owner = 'me', lease_until = 'infinity', fence = 1`);
    await database.query(
      `insert into stories (generation, id, shard, summary, updated_at) select 1, n, 'all', '{}', 1 from unnest($1::text[]) n
      on conflict do nothing`,
      [names],
    );
    await database.query(
      `insert into places select g, n, case when g = 1 then n else 'heir' end, 'f' from unnest($1::text[]) n, unnest(array[1, 2]) g`,
      [names],
    );
    const lease = { generation: 2, shard: 'all', owner: 'me', fence: 1 };
    const write = (queries: Queries, ids: readonly string[]) =>
      queries.query(
        `insert into stories (generation, id, shard, summary, updated_at) select 2, n, 'all', '{}', 1 from unnest($1::text[]) n
        on conflict (generation, id) do update set merged_into = null`,
        [ids],
      );
    const [state] = await database.query('select position from shard_states where generation = 2');
    const from = Number(state?.position);
    await meet(
      async (queries) => {
        expect(await advance(queries, { lease, from, to: from + 1, entries: 1 })).toBe(true);
        await write(queries, names.slice(1));
      },
      (queries) => write(queries, names.slice(0, 1)),
      () => database.transaction((queries) => switchGeneration(queries, 2)),
    );
    const living = await database.query(
      'select id from stories where generation = 2 and merged_into is null order by id',
    );
    expect(living.map(({ id }) => id)).toEqual(names);
  });
});
