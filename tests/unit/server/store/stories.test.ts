// Rows of stories as the clusterers write them; on both kinds of database.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toStoryRow } from '../../../../server/cluster/story-row.ts';
import type { Database } from '../../../../server/store/database.ts';
import { redirectStories, writeStories } from '../../../../server/store/stories.ts';
import { BRIDGE, DAIRY, inventCatalogue, NOW } from '../../../support/server/api-fixtures.ts';
import { openMigrated, TEST_DATABASES } from '../../../support/server/test-databases.ts';

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated(kind);
  }, 120_000);
  afterAll(() => database.close());

  test('a story is of the shard that wrote it last, whatever shard its id was of before', async () => {
    const stories = [toStoryRow(BRIDGE.id, BRIDGE.members, { ...inventCatalogue(), ratedBy: '' })];
    const redirects = [{ from: DAIRY.id, to: BRIDGE.id }];
    for (const shard of ['all', 'english']) {
      await writeStories(database, { generation: 1, shard, stories });
      await redirectStories(database, { generation: 1, shard, redirects, at: NOW });
      expect(await database.query('select distinct shard from stories')).toEqual([{ shard }]);
    }
  });
});
