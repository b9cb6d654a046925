// If the engine fails on the coverage of some stories, these are not shown until it succeeds, and all others are.
import { beforeEach, describe, expect, test } from 'vitest';
import { LOOKUP_ALL } from '../../../../engine/api.ts';
import type { ArticleId, StoryId } from '../../../../engine/ids.ts';
import type { OutletRater } from '../../../../engine/outlet/outlet-rater.ts';
import { expireArticles } from '../../../../server/store/expire.ts';
import { readIndexCounts, readOutletCounts } from '../../../../server/store/read-counts.ts';
import { readLookup } from '../../../../server/store/read-lookup.ts';
import { readStories } from '../../../../server/store/read-stories.ts';
import { readStory } from '../../../../server/store/read-story.ts';
import { countHidden } from '../../../../server/store/stories.ts';
import {
  createTestLog,
  feed,
  inventArticles,
  NO_RATINGS,
  START,
  startTestClustering,
  toPosts,
  waitFor,
  waitUntilPlaced,
} from '../../../support/server/clustering-fixtures.ts';
import { TEST_DATABASES, useEmptiedDatabase } from '../../../support/server/test-databases.ts';

const ARTICLES = inventArticles(42);
const BAD = ARTICLES[17];
if (BAD === undefined) throw new Error('no articles');
const SECRET = 'words of the article';

const failing: OutletRater = {
  ...NO_RATINGS.rater,
  rate(id) {
    if (id === BAD.outletId) throw new TypeError(`cannot read ${SECRET}`);
    return NO_RATINGS.rater.rate(id);
  },
};

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useEmptiedDatabase(kind);
  const log = createTestLog();
  beforeEach(() => {
    log.errors.length = 0;
  });

  const start = (rater: OutletRater) =>
    startTestClustering(database, { catalogue: { ...NO_RATINGS, rater }, log, snapshotEvery: 10 });

  async function placeAll(): Promise<{ readonly withheld: StoryId; readonly shown: readonly ArticleId[] }> {
    for (const [no, post] of toPosts(ARTICLES).entries()) await feed(database, post, no);
    const role = await start(failing);
    await waitUntilPlaced(database);
    await role.stop();
    const places = await database.query('select article_id, story_id from places order by article_id');
    expect(places).toHaveLength(ARTICLES.length);
    const withheld = places.find(({ article_id }) => article_id === BAD?.id)?.story_id as StoryId;
    const shown = places.flatMap(({ article_id, story_id }) => (story_id === withheld ? [] : [article_id]));
    return { withheld, shown: shown as ArticleId[] };
  }

  test('one story is not shown, until the engine can do it', async () => {
    const { withheld, shown } = await placeAll();
    expect((await readLookup(database, LOOKUP_ALL)).articles.map(({ id }) => id)).toEqual(shown);
    const { stories } = await readStories(database, { view: 'latest', limit: 50, after: null });
    expect(stories.map(({ id }) => id)).not.toContain(withheld);
    expect(await readIndexCounts(database)).toMatchObject({ stories: stories.length, waiting: 0 });
    expect(await readOutletCounts(database, BAD.outletId)).toEqual({ articles: 1, stories: 0 });
    expect(await countHidden(database)).toEqual({ stories: 1, articles: 0 });
    expect(await readStory(database, withheld)).toEqual({ status: 'withheld' });
    expect(log.errors).toContain('the engine failed on the coverage of a story, which is not shown');
    expect(log.errors.map(String).join()).not.toContain(SECRET);

    const role = await start(NO_RATINGS.rater);
    await waitFor(async () => (await countHidden(database)).stories === 0, 'the story to be shown');
    await role.stop();
    expect((await readLookup(database, LOOKUP_ALL)).articles).toHaveLength(ARTICLES.length);
    expect((await readIndexCounts(database)).stories).toBe(stories.length + 1);
  }, 120_000);

  test('the story expires when it is due', async () => {
    const { withheld } = await placeAll();
    await database.query('update stories set updated_at = 1 where id <> $1', [withheld]);
    const expire = (keepSince: number) =>
      database.transaction((queries) => expireArticles(queries, { shard: 'all', keepSince, now: () => START }));
    await expire(2);
    expect((await database.query('select id from articles')).map(({ id }) => id)).toContain(BAD.id);
    const [row] = await database.query('select updated_at from stories where id = $1', [withheld]);
    await expire(Number(row?.updated_at) + 1);
    expect(await database.query('select id from articles')).toEqual([]);
  }, 120_000);
});
