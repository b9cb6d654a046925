// The whole cluster role: whatever happens in between, its result is that of the engine alone for the same batches.
import { describe, expect, test } from 'vitest';
import { createStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import type { ArticleId } from '../../../../engine/ids.ts';
import type { Placement } from '../../../../engine/ports.ts';
import {
  feed,
  inventArticles,
  readIndex,
  startTestClustering,
  toPosts,
  waitUntilPlaced,
} from '../../../support/server/clustering-fixtures.ts';
import { TEST_DATABASES, useEmptiedDatabase } from '../../../support/server/test-databases.ts';

const ARTICLES = inventArticles(350);
const POSTS = toPosts(ARTICLES);

/** The engine's result: one batch per post, and a snapshot after this many articles, since snapshots affect the result. */
function placeAlone(snapshotEvery = Number.POSITIVE_INFINITY): ReadonlyMap<ArticleId, Placement> {
  const clusterer = createStoryClusterer();
  const places = new Map<ArticleId, Placement>();
  let snapshots = 0;
  for (const post of POSTS) {
    for (const article of post) places.set(article.id, clusterer.add(article));
    for (const { articleId, ...placement } of clusterer.maintain().moves) places.set(articleId, placement);
    if (Math.floor(places.size / snapshotEvery) > snapshots) {
      clusterer.snapshot();
      snapshots += 1;
    }
  }
  return places;
}

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useEmptiedDatabase(kind);

  test('places what comes in as the engine alone would, and keeps every story up to date', async () => {
    const clustering = await startTestClustering(database);
    for (const [no, post] of POSTS.entries()) await feed(database, post, no);
    await waitUntilPlaced(database);
    await clustering.stop();
    const { places, stories } = await readIndex(database);
    const expected = [...placeAlone()].map(([article_id, { storyId, familyId }]) => ({
      article_id,
      story_id: storyId,
      family_id: familyId,
    }));
    expect(places).toEqual(expected.toSorted((a, b) => (a.article_id < b.article_id ? -1 : 1)));

    const sizes = new Map<unknown, number>();
    for (const { story_id } of places) sizes.set(story_id, (sizes.get(story_id) ?? 0) + 1);
    const living = stories.filter(({ merged_into }) => merged_into === null);
    expect(living.map(({ id, articles }) => [id, articles])).toEqual(living.map(({ id }) => [id, sizes.get(id)]));
    expect(living).toHaveLength(sizes.size);
    const merged = stories.filter(({ merged_into }) => merged_into !== null);
    expect(merged.length).toBeGreaterThan(0);
    expect(merged.filter(({ merged_into }) => !sizes.has(merged_into))).toEqual([]);
  }, 120_000);

  test('is the same when it begins late, and when it is stopped and started in between', async () => {
    for (const [no, post] of POSTS.entries()) await feed(database, post, no);
    const snapshotEvery = 100;
    for (let round = 0; round < 3; round += 1) {
      const clustering = await startTestClustering(database, { snapshotEvery });
      if (round === 2) await waitUntilPlaced(database);
      await clustering.stop();
    }
    const places = (await readIndex(database)).places.map(({ article_id, story_id }) => [article_id, story_id]);
    const expected = [...placeAlone(snapshotEvery)].map(([id, { storyId }]) => [id, storyId]);
    expect(places).toEqual(expected.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)));
  }, 120_000);
});
