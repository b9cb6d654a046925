// What has to happen even if articles never stop arriving. On both kinds of database.
import { describe, expect, test } from 'vitest';
import { createStoryClusterer, openStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import type { Clustering } from '../../../../server/cluster/load-engine.ts';
import type { Database } from '../../../../server/store/database.ts';
import { readGenerations } from '../../../../server/store/generations.ts';
import {
  createTestLog,
  feed,
  inventArticles,
  startTestClustering,
  toPosts,
  waitFor,
  waitUntilPlaced,
} from '../../../support/server/clustering-fixtures.ts';
import { TEST_DATABASES, useEmptiedDatabase } from '../../../support/server/test-databases.ts';

const NEXT: Clustering = {
  engineVersion: 1000,
  createStoryClusterer,
  openStoryClusterer: ({ data }) =>
    openStoryClusterer({ engineVersion: createStoryClusterer().snapshot().engineVersion, data }),
};

/** Several batches, so that the clusterer always has another one; less than the lag at which a generation counts as caught up. */
const WAITING_MIN = 200;
const POST = 25;
/** Many times as many as arrive before the generation is served, even on the fastest machine. */
const POSTED_MAX = 20_000;

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useEmptiedDatabase(kind);

  test('whatever else the process does goes on while a backlog is worked off', async () => {
    const posts = toPosts(inventArticles(200));
    for (const [no, one] of posts.entries()) await feed(database, one, no);
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 1);
    const clustering = await startTestClustering(database);
    await waitUntilPlaced(database);
    clearInterval(counting);
    await clustering.stop();
    expect(turns).toBeGreaterThan(posts.length / 2); // one batch per post
  }, 120_000);

  test('a finished generation is served, even if some articles always wait', async () => {
    const articles = inventArticles(POSTED_MAX);
    let given = 0;
    const post = () => {
      given += POST;
      return feed(database, articles.slice(given - POST, given), given / POST);
    };
    await post();
    const first = await startTestClustering(database);
    await waitUntilPlaced(database);
    await first.stop();

    const isServed = async () =>
      (await readGenerations(database)).some(
        ({ engineVersion, state }) => engineVersion === 1000 && state === 'serving',
      );
    const countWaiting = async () => {
      const [row] = await database.query(
        `select count(*) as waiting from intake where no > coalesce(
          (select position from shard_states join generations on id = generation where engine_version = 1000), 0)`,
      );
      return Number(row?.waiting);
    };
    /** New articles arrive before each of the clusterer's steps. */
    const flooded: Database = {
      ...database,
      async transaction(work) {
        while (given < articles.length && (await countWaiting()) < WAITING_MIN) await post();
        return await database.transaction(work);
      },
    };
    const log = createTestLog();
    const next = await startTestClustering(flooded, { clustering: NEXT, log });
    await waitFor(async () => given === POSTED_MAX || (await isServed()), 'the switch');
    await next.stop();
    expect(given, 'while more came in').toBeLessThan(POSTED_MAX);
    expect(log.errors).toEqual([]);
  }, 120_000);
});
