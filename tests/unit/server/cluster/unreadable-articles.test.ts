// Damaged rows in the table of articles: stories are shown without these articles until they can be read again.
import { beforeEach, describe, expect, test } from 'vitest';
import { LOOKUP_ALL } from '../../../../engine/api.ts';
import { ArticleId, StoryId, toArticleId } from '../../../../engine/ids.ts';
import { rebuildEngine } from '../../../../server/cluster/load-engine.ts';
import { ENGINE } from '../../../../server/cluster/start-clustering.ts';
import { readArticlesAfter, readCandidates } from '../../../../server/store/match-terms.ts';
import { readLookup } from '../../../../server/store/read-lookup.ts';
import { readMembers } from '../../../../server/store/read-story.ts';
import { ShardState } from '../../../../server/store/shard-states.ts';
import { countHidden } from '../../../../server/store/stories.ts';
import {
  createTestLog,
  feed,
  inventArticles,
  PER_POST,
  readIndex,
  startTestClustering,
  toPosts,
  waitFor,
  waitUntilPlaced,
} from '../../../support/server/clustering-fixtures.ts';
import { TEST_DATABASES, useEmptiedDatabase } from '../../../support/server/test-databases.ts';

const POSTS = toPosts(inventArticles(10 * PER_POST));
const ARTICLES = POSTS.flat();
const TOLD = 'an article cannot be read and is missing from its story';
const DAMAGE = 'a kind of another version';

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useEmptiedDatabase(kind);
  let log = createTestLog();
  beforeEach(() => {
    log = createTestLog();
  });

  async function run(isDone = async () => true): Promise<void> {
    const role = await startTestClustering(database, { log });
    await waitUntilPlaced(database);
    await waitFor(isDone, 'stories to be tried again');
    await role.stop();
  }

  /** An article of a story with several, and one that is a story by itself. */
  async function placeAll() {
    for (const [no, post] of POSTS.entries()) await feed(database, post, no);
    await run();
    const { places } = await readIndex(database);
    const find = (isIt: (members: number) => boolean) => {
      const membersOf = (storyId: unknown) => places.filter((other) => other.story_id === storyId).length;
      const place = places.find(({ story_id }) => isIt(membersOf(story_id)));
      return { id: ArticleId.parse(place?.article_id), storyId: StoryId.parse(place?.story_id) };
    };
    return { among: find((members) => members > 1), alone: find((members) => members === 1) };
  }

  const writeKind = (id: ArticleId, value: string) =>
    database.query('update articles set kind = $2 where id = $1', [id, value]);

  /** As after a change of packs. */
  const outdate = (storyId: StoryId) =>
    database.query('update stories set rated_by = $2 where id = $1', [storyId, 'others']);

  async function readState(): Promise<ShardState> {
    const [row] = await database.query(
      `select generation, shard, start_position as "startPosition", snapshot_position as "snapshotPosition", position, entries
      from shard_states`,
    );
    return ShardState.parse(row);
  }

  test('a story that grows is told without the damaged one, which keeps its place', async () => {
    const { among } = await placeAll();
    const article = ARTICLES.find(({ id }) => id === among.id);
    if (article === undefined) throw new Error('no such article');
    await writeKind(among.id, DAMAGE);
    expect(await feed(database, [{ ...article, title: 'Another headline' }], POSTS.length)).toMatchObject({ known: 1 });
    const url = 'https://copy.test/';
    const copy = { ...article, id: toArticleId(url), url };
    await feed(database, [copy], POSTS.length + 1);
    await run();

    expect(await countHidden(database)).toEqual({ stories: 0, articles: 1 });
    expect(log.errors.filter((event) => event === TOLD)).toHaveLength(1);
    expect(log.errors.map(String).join()).not.toContain(DAMAGE);
    const { places } = await readIndex(database);
    const storyId = StoryId.parse(places.find(({ article_id }) => article_id === among.id)?.story_id);
    const placed = places.flatMap(({ article_id, story_id }) => (story_id === storyId ? [article_id] : []));
    const told = (await readMembers(database, storyId)).map(({ id }) => id);
    expect(told).toContain(copy.id);
    expect([...told, among.id].toSorted()).toEqual(placed);
    const readCount = () => database.query('select articles from stories where id = $1', [storyId]);
    expect(await readCount()).toEqual([{ articles: placed.length - 1 }]);

    await writeKind(among.id, article.kind);
    await run(async () => (await countHidden(database)).articles === 0);
    expect(await readCount()).toEqual([{ articles: placed.length }]);
  }, 120_000);

  test('a story of damaged ones alone is not shown until they can be read', async () => {
    const { alone } = await placeAll();
    const [row] = await database.query('select kind, first_seen_at from articles where id = $1', [alone.id]);
    await writeKind(alone.id, DAMAGE);
    await outdate(alone.storyId);
    await run(async () => (await countHidden(database)).stories === 1);
    const shown = async () => (await readLookup(database, LOOKUP_ALL)).articles.map(({ id }) => id);
    expect(await shown()).toHaveLength(ARTICLES.length - 1);
    expect(await shown()).not.toContain(alone.id);
    const [withheld] = await database.query('select updated_at from stories where id = $1', [alone.storyId]);
    expect(withheld).toEqual({ updated_at: row?.first_seen_at });

    await writeKind(alone.id, String(row?.kind));
    await run(async () => (await countHidden(database)).stories === 0);
    expect(await shown()).toHaveLength(ARTICLES.length);
  }, 120_000);

  test('an engine that is rebuilt from places omits them, as well as damaged state; so do matches', async () => {
    const { among } = await placeAll();
    const article = ARTICLES.find(({ id }) => id === among.id);
    const state = await readState();
    await writeKind(among.id, DAMAGE);
    await database.query(`update shard_states set marks = '7', partings = '[7]'`);
    const { signal } = new AbortController();
    const { without, clusterer } = await rebuildEngine({ queries: database, clustering: ENGINE, signal }, state);
    expect(without).toBe(1);
    if (article === undefined) throw new Error('it is one of them');
    expect(clusterer.explain(article)).toEqual([]);
    const { articles } = await readArticlesAfter(database, { after: '', until: null, limit: 1000 });
    expect(articles).toHaveLength(ARTICLES.length - 1);
    const { storyId } = among;
    const question = { generation: state.generation, storyIds: [storyId], isForeign: false, at: 0, membersMax: 99 };
    const candidates = await readCandidates(database, { ...question, lang: article?.lang ?? '' });
    expect(candidates.map((one) => one.article.id).toSorted()).toEqual(
      (await readMembers(database, storyId)).map(({ id }) => id).toSorted(),
    );
  }, 120_000);
});
