// Every story id ever published leads to a story with an article that it led to before, as long as one of these exists.
import { describe, expect, test } from 'vitest';
import { createStoryClusterer, openStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { ENGINE_VERSION } from '../../../../engine/version.ts';
import { createRandom } from '../../../../scripts/bench/invented-stream.ts';
import { applyEntries } from '../../../../server/cluster/apply-entries.ts';
import { commitBatch } from '../../../../server/cluster/commit-batch.ts';
import { takeArticles } from '../../../../server/ingest/take-articles.ts';
import type { Database } from '../../../../server/store/database.ts';
import { expireArticles } from '../../../../server/store/expire.ts';
import { createGeneration } from '../../../../server/store/generations.ts';
import { readIntake } from '../../../../server/store/intake.ts';
import { takeLease } from '../../../../server/store/shard-states.ts';
import { createTestLog, NO_RATINGS } from '../../../support/server/clustering-fixtures.ts';
import { givenArticle, HOUR, NOON } from '../../../support/server/invented-articles.ts';
import { TEST_DATABASES, useEmptiedDatabase } from '../../../support/server/test-databases.ts';
import { createIdWatch, type StoredPlaces } from '../../../support/story-id-watch.ts';
import { createTurbulence } from '../../../support/turbulence.ts';

const KEPT = 12 * HOUR;

async function readPlaces(database: Database): Promise<StoredPlaces> {
  const places = await database.query('select article_id, story_id from places');
  const redirects = await database.query('select id, merged_into from stories where merged_into is not null');
  return {
    places: new Map(places.map(({ article_id, story_id }) => [String(article_id), String(story_id)])),
    redirects: new Map(redirects.map(({ id, merged_into }) => [String(id), String(merged_into)])),
  };
}

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useEmptiedDatabase(kind);

  test.each([2, 12])(
    'while stories merge, part and expire within half a day (stream %i)',
    { timeout: 60_000 },
    async (seed) => {
      const random = createRandom(seed);
      const headlines = createTurbulence(random);
      const watch = createIdWatch();
      let time = NOON;
      const now = () => time;
      await database.transaction((queries) => createGeneration(queries, { engineVersion: ENGINE_VERSION, now }));
      const lease = await takeLease(database, { owner: 'test', leaseMs: 600_000, generations: [1], except: [] });
      if (lease === null) throw new Error('no shard');
      let clusterer = createStoryClusterer();
      let { position } = lease;

      /** All entries so far, as one batch. */
      async function cluster(): Promise<void> {
        const batch = await readIntake(database, { generation: 1, shard: 'all', after: position, limit: 1000 });
        const last = batch.at(-1);
        if (lease === null || last === undefined) return;
        const changes = applyEntries(clusterer, { entries: batch, vectors: new Map() });
        const range = { from: position, to: last.no, entries: batch.length };
        const style = { ...NO_RATINGS, ratedBy: '', log: createTestLog() };
        await commitBatch(database, { lease, range, changes, isSettled: false, at: time, style });
        position = last.no;
        watch.check(await readPlaces(database));
      }

      for (let post = 0; post < 36; post++) {
        time += HOUR;
        const articles = headlines(`outlet-${post % 12}.test`, time).map(({ path = '', title, publishedAt = time }) =>
          givenArticle(path, { title, publishedAt, firstSeenAt: time }),
        );
        await database.transaction((queries) => takeArticles(queries, { articles, now, keepSince: time - KEPT }));
        if (random() < 0.7) await cluster();
        if (random() < 0.3) {
          await database.transaction((queries) =>
            expireArticles(queries, { shard: 'all', keepSince: time - KEPT, now }),
          );
          await cluster();
        }
        if (random() < 0.1) {
          const opened = openStoryClusterer(clusterer.snapshot());
          if (opened === null) throw new Error('a snapshot that does not open');
          clusterer = opened;
        }
      }
      expect(Math.min(...Object.values(watch.seen()))).toBeGreaterThan(2);
    },
  );
});
