// If the engine fails on one article, the others get their places, and that one is set aside for good, in a replay too.
import { describe, expect, test } from 'vitest';
import { createStoryClusterer, openStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import type { ArticleId } from '../../../../engine/ids.ts';
import type { StoryClusterer } from '../../../../engine/ports.ts';
import type { Clustering } from '../../../../server/cluster/load-engine.ts';
import { expireArticles } from '../../../../server/store/expire.ts';
import { countSetAside } from '../../../../server/store/set-aside.ts';
import {
  createTestLog,
  feed,
  inventArticles,
  readIndex,
  START,
  startTestClustering,
  toPosts,
  waitUntilPlaced,
} from '../../../support/server/clustering-fixtures.ts';
import { TEST_DATABASES, useEmptiedDatabase } from '../../../support/server/test-databases.ts';

const ARTICLES = inventArticles(42);
const POSTS = toPosts(ARTICLES);
const [BAD, WORSE] = [ARTICLES[17], ARTICLES[20]].flatMap((article) => (article === undefined ? [] : [article.id]));
const SECRET = 'words of the article';

type Failing = { readonly in: 'add' | 'maintain'; readonly over: readonly (ArticleId | undefined)[]; tries: number };

/** The engine, except that it throws for some articles, before or after it has added them. */
function createFailing(failing: Failing): Clustering {
  const wrap = (clusterer: StoryClusterer): StoryClusterer => {
    let isBroken = false;
    const fail = () => {
      failing.tries += 1;
      throw new TypeError(`cannot read ${SECRET}`);
    };
    return {
      ...clusterer,
      add(article) {
        const isBad = failing.over.includes(article.id);
        if (isBad && failing.in === 'add') fail();
        isBroken ||= isBad;
        return clusterer.add(article);
      },
      maintain: () => (isBroken ? fail() : clusterer.maintain()) as ReturnType<StoryClusterer['maintain']>,
    };
  };
  return {
    engineVersion: 1,
    createStoryClusterer: () => wrap(createStoryClusterer()),
    openStoryClusterer: (snapshot) => {
      const opened = openStoryClusterer(snapshot);
      return opened && wrap(opened);
    },
  };
}

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useEmptiedDatabase(kind);
  const feedAll = async () => {
    for (const [no, post] of POSTS.entries()) await feed(database, post, no);
  };
  const placedIds = async () => (await readIndex(database)).places.map(({ article_id }) => article_id);
  const others = ARTICLES.map(({ id }) => id).filter((id) => id !== BAD && id !== WORSE);

  test.each(['add', 'maintain'] as const)(
    'that fails in %s leaves two articles out, and tries them no more',
    async (step) => {
      const failing: Failing = { in: step, over: [BAD, WORSE], tries: 0 };
      const log = createTestLog();
      await feedAll();
      const clustering = await startTestClustering(database, { clustering: createFailing(failing), log });
      await waitUntilPlaced(database);
      await clustering.stop();
      expect(await placedIds()).toEqual(others.toSorted());
      expect(await countSetAside(database)).toEqual({ articles: 2, entries: 0 });
      expect(log.errors.filter((line) => String(line).includes('set aside'))).toHaveLength(2);
      expect(log.errors.map(String).join()).not.toContain(SECRET);

      // Placed articles are passed again to an engine that knows nothing yet.
      failing.tries = 0;
      const again = await startTestClustering(database, { clustering: createFailing(failing), log });
      await feed(database, POSTS[0] ?? [], POSTS.length);
      await waitUntilPlaced(database);
      await again.stop();
      expect([failing.tries, await placedIds()]).toEqual([0, others.toSorted()]);
    },
    120_000,
  );

  test('drops an article that has no place when it expires', async () => {
    await feedAll();
    const clustering = createFailing({ in: 'add', over: [BAD], tries: 0 });
    const role = await startTestClustering(database, { clustering });
    await waitUntilPlaced(database);
    await role.stop();
    const expire = (keepSince: number) =>
      database.transaction((queries) => expireArticles(queries, { shard: 'all', keepSince, now: () => START }));
    const [placed] = ARTICLES;
    if (placed === undefined || BAD === undefined) throw new Error('no articles');
    // For this article a correction is set aside: the article keeps its place.
    await database.query(`insert into set_aside (generation, shard, no, article_id) values (1, 'all', 1000, $1)`, [
      placed.id,
    ]);
    await database.query('update articles set first_seen_at = 1 where id = any($1::text[])', [[BAD, placed.id]]);
    expect(await expire(2)).toBe(1);
    expect(await database.query('select 1 from articles where id = $1', [BAD])).toEqual([]);
    expect([await expire(2), (await countSetAside(database)).articles]).toEqual([0, 0]);
  }, 120_000);
});
