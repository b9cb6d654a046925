// Rows of stories as clusterers write them. On both kinds of database.
import { describe, expect, test } from 'vitest';
import { toStoryRow } from '../../../../server/cluster/story-row.ts';
import { redirectStories, writeStories } from '../../../../server/store/stories.ts';
import { BRIDGE, DAIRY, inventCatalogue, NOW } from '../../../support/server/api-fixtures.ts';
import { createTestLog } from '../../../support/server/clustering-fixtures.ts';
import { TEST_DATABASES, useDatabase } from '../../../support/server/test-databases.ts';

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useDatabase(kind);

  test('a story belongs to the shard that wrote it last, whatever shard its id belonged to before', async () => {
    const stories = [
      toStoryRow(
        { storyId: BRIDGE.id, articles: BRIDGE.members, unreadable: [] },
        { ...inventCatalogue(), ratedBy: '', log: createTestLog() },
      ),
    ];
    const redirects = [{ from: DAIRY.id, to: BRIDGE.id }];
    for (const shard of ['all', 'english']) {
      await writeStories(database, { generation: 1, shard, stories });
      await redirectStories(database, { generation: 1, shard, redirects, at: NOW });
      expect(await database.query('select distinct shard from stories')).toEqual([{ shard }]);
    }
  });
});
