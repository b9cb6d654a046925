// What has to happen though articles never cease to come in; on both kinds of database.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../../server/store/database.ts';
import {
  feed,
  inventArticles,
  startTestClustering,
  toPosts,
  waitUntilPlaced,
} from '../../../support/server/clustering-fixtures.ts';
import { emptyTables, openMigrated, TEST_DATABASES } from '../../../support/server/test-databases.ts';

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated(kind);
  }, 120_000);
  beforeEach(() => emptyTables(database));
  afterAll(() => database.close());

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
    expect(turns).toBeGreaterThan(posts.length / 2); // a batch a post
  }, 120_000);
});
