// An engine that fails on articles it has placed before is rebuilt from the stored places, without the failing article, and goes on.
import { beforeEach, describe, expect, test } from 'vitest';
import { createStoryClusterer, openStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import type { ArticleId } from '../../../../engine/ids.ts';
import type { StoryClusterer } from '../../../../engine/ports.ts';
import { type ClusteringDeps, ENGINE } from '../../../../server/cluster/start-clustering.ts';
import type { Database } from '../../../../server/store/database.ts';
import { expireArticles } from '../../../../server/store/expire.ts';
import {
  createTestLog,
  feed,
  inventArticles,
  PER_POST,
  readIndex,
  START,
  startTestClustering,
  toPosts,
  waitUntilPlaced,
} from '../../../support/server/clustering-fixtures.ts';
import { TEST_DATABASES, useEmptiedDatabase } from '../../../support/server/test-databases.ts';

const POSTS = toPosts(inventArticles(4 * PER_POST));
const [LAST = [], ...PAST] = POSTS.toReversed();
const BAD = PAST[1]?.[3]?.id as ArticleId;
const ids = (posts: typeof POSTS) =>
  posts
    .flat()
    .map(({ id }) => id)
    .toSorted();

type Step = 'add' | 'restore' | 'separate' | 'remove';

/** The engine, except that a step throws for one article. */
function createFailing(step: Step) {
  const tries: Step[] = [];
  const failOn = (one: Step, id: ArticleId) => {
    if (one !== step || id !== BAD) return;
    tries.push(one);
    throw new TypeError('cannot do it');
  };
  const wrap = (clusterer: StoryClusterer, known: ArticleId[] = []): StoryClusterer => ({
    ...clusterer,
    add(article) {
      failOn('add', article.id);
      known.push(article.id);
      return clusterer.add(article);
    },
    restore(article, placement) {
      failOn('restore', article.id);
      known.push(article.id);
      clusterer.restore(article, placement);
    },
    separate(separation) {
      failOn('separate', separation.articleId);
      clusterer.separate(separation);
    },
    remove(id) {
      if (known.includes(id)) failOn('remove', id);
      clusterer.remove(id);
    },
  });
  const clustering: typeof ENGINE = {
    engineVersion: ENGINE.engineVersion,
    createStoryClusterer: () => wrap(createStoryClusterer()),
    openStoryClusterer: (snapshot) => {
      const opened = openStoryClusterer(snapshot);
      return opened && wrap(opened, [BAD]);
    },
  };
  return { clustering, tries };
}

async function run(database: Database, parts: Partial<ClusteringDeps> = {}): Promise<void> {
  const role = await startTestClustering(database, parts);
  await waitUntilPlaced(database);
  await role.stop();
}

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useEmptiedDatabase(kind);
  const log = createTestLog();
  beforeEach(() => {
    log.events.length = 0;
  });

  async function placePast(parts: Partial<ClusteringDeps> = {}): Promise<void> {
    for (const [no, post] of PAST.entries()) await feed(database, post, no);
    await run(database, parts);
  }

  const placedIds = async () => (await readIndex(database)).places.map(({ article_id }) => article_id);
  const feedLast = () => feed(database, LAST, POSTS.length);

  test.each(['restore', 'separate'] as const)(
    'it fails in %s, and the snapshot is lost',
    async (step) => {
      await placePast({ snapshotEvery: 2 * PER_POST });
      const [place] = await database.query('select story_id from places where article_id <> $1 limit 1', [BAD]);
      const mark = { articleId: BAD, storyId: place?.story_id, named: place?.story_id };
      await database.query('update shard_states set marks = $1::jsonb', [JSON.stringify([mark])]);
      await database.query('delete from snapshots');
      await feedLast();
      const { clustering, tries } = createFailing(step);
      await run(database, { clustering, log });
      expect(await placedIds()).toEqual(ids(POSTS));
      expect(tries).toEqual([step]);
      expect(log.events).toContain(
        'the engine runs without some stored articles: it failed on them, or they cannot be read',
      );
    },
    60_000,
  );

  test('it fails at what came after the snapshot', async () => {
    await placePast();
    await feedLast();
    const { clustering, tries } = createFailing('add');
    await run(database, { clustering, log });
    expect(await placedIds()).toEqual(ids(POSTS));
    expect(tries).toEqual(['add']);
  }, 60_000);

  test('it fails at the end of articles', async () => {
    await placePast();
    const [place] = await database.query('select story_id from places where article_id = $1', [BAD]);
    await database.query('update stories set updated_at = 1 where id = $1', [place?.story_id]);
    await database.transaction((queries) =>
      expireArticles(queries, { shard: 'all', keepSince: 2, now: () => START + PAST.length * 1000 }),
    );
    await feedLast();
    const { clustering, tries } = createFailing('remove');
    await run(database, { clustering, log });
    const left = await database.query('select id from articles order by id');
    expect(await placedIds()).toEqual(left.map(({ id }) => id));
    expect(left.map(({ id }) => id)).not.toContain(BAD);
    expect(tries).toEqual(['remove']);
  }, 60_000);
});
