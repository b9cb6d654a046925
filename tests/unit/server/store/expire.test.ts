// Expiry removes stories that have ended, in rounds. On both kinds of database.
import { describe, expect, test } from 'vitest';
import { expireArticles } from '../../../../server/store/expire.ts';
import { fillers, fillWith, NOW, storyOf } from '../../../support/server/api-fixtures.ts';
import { TEST_DATABASES, useDatabase } from '../../../support/server/test-databases.ts';

const DAYS = 24;

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useDatabase(kind);

  test('a story of more articles than one round takes goes whole, however far behind its clusterer is', async () => {
    const large = Array.from({ length: 620 }, (_, n) => ({
      host: `outlet-${n % 7}.test`,
      title: `Dam above Westmark, report ${n}`,
      hoursAgo: 20 * DAYS,
    }));
    await fillWith(database, [storyOf('dam', large), ...fillers(3)]);
    const keepSince = NOW - 14 * DAYS * 3_600_000;
    const expire = () =>
      database.transaction((queries) => expireArticles(queries, { shard: 'all', keepSince, now: () => NOW }));
    expect([await expire(), await expire(), await expire()]).toEqual([500, 120, 0]);
    expect(await database.query('select count(*) as articles from articles')).toEqual([{ articles: 3 }]);
    expect(await database.query(`select count(*) as told from intake where kind = 'expire'`)).toEqual([{ told: 2 }]);
  });
});
