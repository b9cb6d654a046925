// Damaged rows in the intake: each is skipped and logged, its neighbours get their places, and a replay skips it too.
import { beforeEach, describe, expect, test } from 'vitest';
import { createStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { type ArticleId, type StoryId, toArticleId } from '../../../../engine/ids.ts';
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
  waitFor,
  waitUntilPlaced,
} from '../../../support/server/clustering-fixtures.ts';
import { TEST_DATABASES, useEmptiedDatabase } from '../../../support/server/test-databases.ts';

const POSTS = toPosts(inventArticles(42));
const [LAST = [], ...PAST] = POSTS.toReversed();
const [NAMED, NAMELESS] = [POSTS[1]?.[3]?.id, POSTS[2]?.[6]?.id] as [ArticleId, ArticleId];
const SET_ASIDE = 'an entry of the intake cannot be read: it is set aside';

/** The engine's result, with one batch per post. */
function placeAlone(without: readonly ArticleId[]): readonly (readonly [ArticleId, StoryId])[] {
  const clusterer = createStoryClusterer();
  const places = new Map<ArticleId, StoryId>();
  for (const post of POSTS) {
    for (const article of post) {
      if (!without.includes(article.id)) places.set(article.id, clusterer.add(article).storyId);
    }
    for (const { articleId, storyId } of clusterer.maintain().moves) places.set(articleId, storyId);
  }
  return [...places].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useEmptiedDatabase(kind);
  let log = createTestLog();
  beforeEach(() => {
    log = createTestLog();
  });

  async function feedPast(): Promise<void> {
    for (const [no, post] of PAST.toReversed().entries()) await feed(database, post, no);
  }

  async function run(isDone = async () => true): Promise<void> {
    const role = await startTestClustering(database, { log });
    await waitUntilPlaced(database);
    await waitFor(isDone, 'the places to go');
    await role.stop();
  }

  async function writeOver(id: ArticleId, content: string): Promise<void> {
    await database.query(
      `update intake set content = (${content})::jsonb where kind = 'article' and content #>> '{article,id}' = $1`,
      [id],
    );
  }

  const places = async () =>
    (await readIndex(database)).places.map(({ article_id, story_id }) => [article_id, story_id]);

  test('are passed over for good, readable again or not', async () => {
    await feedPast();
    const kept = await database.query('select no, content from intake');
    await writeOver(NAMED, `jsonb_set(content, '{article,title}', '7')`);
    await writeOver(NAMELESS, `'"a text"'`);
    await run();
    expect(await countSetAside(database)).toEqual({ articles: 1, entries: 1 });
    expect(log.errors.filter((event) => event === SET_ASIDE)).toHaveLength(2);

    for (const { no, content } of kept) {
      await database.query('update intake set content = $2::jsonb where no = $1', [no, JSON.stringify(content)]);
    }
    await feed(database, LAST, PAST.length);
    await run();
    expect(await places()).toEqual(placeAlone([NAMED, NAMELESS]));
  }, 120_000);

  test('leave no places behind of what has ended', async () => {
    await feedPast();
    await run();
    const now = () => START + 1_000_000;
    await database.query('update stories set updated_at = 1 where id in (select id from stories order by id limit 3)');
    const gone = await database.transaction((queries) => expireArticles(queries, { shard: 'all', keepSince: 2, now }));
    await database.query(`update intake set content = '7' where kind = 'expire'`);
    await feed(database, LAST, PAST.length + 2000);
    await run(async () => (await places()).length === POSTS.flat().length - gone);
    expect(await countSetAside(database)).toEqual({ articles: 0, entries: 1 });
    const stories = await database.query('select id from stories where merged_into is null order by id');
    expect(stories.map(({ id }) => id)).toEqual([...new Set((await places()).map(([, id]) => id))].toSorted());
  }, 120_000);

  test('take no place away from an article that has one', async () => {
    await feedPast();
    await run();
    const before = await places();
    const [alone] = before.filter(([, storyId]) => before.filter(([, other]) => other === storyId).length === 1);
    const article = PAST.flat().find(({ id }) => id === alone?.[0]);
    if (article === undefined) throw new Error('no story of one article');
    await writeOver(article.id, `jsonb_set(content, '{article,title}', '7')`);
    const url = 'https://copy.test/';
    await feed(database, [{ ...article, id: toArticleId(url), url }], PAST.length);
    await run();
    expect(await places()).toHaveLength(before.length + 1);
    expect(await places()).toEqual(expect.arrayContaining([...before, [toArticleId(url), alone?.[1]]]));
    expect(await countSetAside(database)).toEqual({ articles: 0, entries: 0 });
    expect(log.errors).toEqual([]);
  }, 120_000);
});
