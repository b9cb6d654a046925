// What changes an index besides articles: corrections by admins, expiry, and another engine version. On both kinds of database.

import { describe, expect, test } from 'vitest';
import { createStoryClusterer, openStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { type ArticleId, StoryId } from '../../../../engine/ids.ts';
import { createOutletRater } from '../../../../engine/outlet/outlet-rater.ts';
import type { RatingPack } from '../../../../engine/schema.ts';
import { ENGINE_VERSION } from '../../../../engine/version.ts';
import type { Clustering } from '../../../../server/cluster/load-engine.ts';
import { nameRatings } from '../../../../server/cluster/refresh-ratings.ts';
import type { ClusteringDeps } from '../../../../server/cluster/start-clustering.ts';
import type { GivenText } from '../../../../server/ingest/take-articles.ts';
import { readGenerations } from '../../../../server/store/generations.ts';
import { readIndexCounts } from '../../../../server/store/read-counts.ts';
import { readLookup } from '../../../../server/store/read-lookup.ts';
import { readStories } from '../../../../server/store/read-stories.ts';
import { readMembers, readStory } from '../../../../server/store/read-story.ts';
import { separate, unseparate } from '../../../../server/store/separations.ts';
import { type Shard, setShards } from '../../../../server/store/shards.ts';
import {
  createTestLog,
  feed,
  NO_RATINGS,
  runClock,
  START,
  startTestClustering,
  waitFor,
  waitUntilPlaced,
} from '../../../support/server/clustering-fixtures.ts';
import { givenArticle } from '../../../support/server/invented-articles.ts';
import { TEST_DATABASES, useEmptiedDatabase } from '../../../support/server/test-databases.ts';
import { STREAM } from '../../engine/cluster/invented-articles.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Two reports each on the dam, the ferry and the vote, and a third one on the dam. */
const ARTICLES: readonly GivenText[] = STREAM.map(({ id, title, lead, publishedAt }) => {
  const at = publishedAt ?? START;
  return givenArticle(id, { title, lead, publishedAt: at, firstSeenAt: at });
});
const idOf = (name: string): ArticleId => givenArticle(name).id;
const LAST = Math.max(...ARTICLES.map(({ firstSeenAt }) => firstSeenAt));

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useEmptiedDatabase(kind);
  let posts = 0;

  const give = (articles: readonly GivenText[]) => {
    posts += 1;
    return feed(database, articles, posts);
  };
  async function run(changes: Partial<ClusteringDeps> = {}, work: () => Promise<unknown> = async () => undefined) {
    const log = createTestLog();
    const clustering = await startTestClustering(database, { log, ...changes });
    await waitUntilPlaced(database);
    await work();
    await waitUntilSettled();
    await clustering.stop();
    expect(log.errors).toEqual([]);
    return log;
  }
  /** Waits until every entry of the intake is committed. */
  const waitUntilSettled = () =>
    waitFor(async () => {
      const waiting = await database.query(
        `select 1 from intake join shard_states state using (shard) join generations on generations.id = state.generation
        where no > position and generations.state = 'serving'
          and (intake.generation is null or intake.generation = generations.id) limit 1`,
      );
      return waiting.length === 0;
    }, 'the intake to be worked off');
  async function storyOf(name: string): Promise<StoryId> {
    const [row] = await database.query(
      `select story_id from places where article_id = $1 and generation = (select id from generations where state = 'serving')`,
      [idOf(name)],
    );
    return StoryId.parse(row?.story_id);
  }
  const membersOf = async (storyId: StoryId) => (await readMembers(database, storyId)).map(({ id }) => id).sort();
  const now = () => START + 400 * DAY;
  const correct = (what: typeof separate, name: string, storyId: StoryId) =>
    database.transaction((queries) => what(queries, { articleId: idOf(name), storyId, now }));

  test('an article that an admin took out of a story stays out, also after a crash and a restart, until he puts it back', async () => {
    await give(ARTICLES);
    await run();
    const dam = await storyOf('dam-1');
    expect(await membersOf(dam)).toEqual(['dam-1', 'dam-2', 'dam-3'].map(idOf).sort());
    await run({}, async () => {
      expect(await correct(separate, 'dam-2', dam)).toEqual({
        ok: true,
        value: { articleId: idOf('dam-2'), storyId: dam },
      });
    });
    expect(await storyOf('dam-2')).not.toBe(dam);
    expect(await database.query('select articles from stories where id = $1', [dam])).toEqual([{ articles: 2 }]);

    await give([givenArticle('dam-2', { title: `${ARTICLES[2]?.title}, again`, lead: ARTICLES[2]?.lead ?? '' })]);
    await run();
    expect(await storyOf('dam-2')).not.toBe(dam);
    await database.query('delete from snapshots'); // as if it were damaged: the engine is rebuilt from places
    await run();
    await give([givenArticle('dam-2', { title: `${ARTICLES[2]?.title}, and again`, lead: ARTICLES[2]?.lead ?? '' })]);
    await run();
    expect(await storyOf('dam-2')).not.toBe(dam);

    await run({}, () => correct(unseparate, 'dam-2', dam));
    expect(await storyOf('dam-2')).toBe(dam);
    expect(await correct(unseparate, 'dam-2', dam)).toEqual({ ok: false, error: { reason: 'not-separated' } });
    expect(await correct(separate, 'dam-9', dam)).toEqual({ ok: false, error: { reason: 'no-article' } });
    expect(await correct(separate, 'dam-1', StoryId.parse('s-none'))).toEqual({
      ok: false,
      error: { reason: 'no-story' },
    });
  }, 120_000);

  test('what is separated from the story of an article stays out of the story that the article is put back into', async () => {
    await give(ARTICLES);
    await run();
    const dam = await storyOf('dam-1');
    await run({}, () => correct(separate, 'dam-2', dam));
    const apart = await storyOf('dam-2');
    await run({}, () => correct(separate, 'ferry-2', apart));
    await run({}, () => correct(unseparate, 'dam-2', dam));
    expect(await storyOf('dam-2')).toBe(dam);
    expect(await readStory(database, apart)).toMatchObject({ status: 'merged', into: dam });
    const { title = '', lead = '' } = ARTICLES.find(({ id }) => id === idOf('dam-1')) ?? {};
    await give([givenArticle('ferry-2', { title: `${title} today`, lead })]);
    await run();
    expect(await storyOf('ferry-2')).not.toBe(dam);
  }, 120_000);

  test('a separation that follows for another story is stored beside the snapshot, and restored without one', async () => {
    await give(ARTICLES);
    await run();
    const [dam, ferry] = [await storyOf('dam-1'), await storyOf('ferry-1')];
    await run({}, () => correct(separate, 'dam-2', dam));
    const mark = { articleId: idOf('dam-2'), storyId: dam, named: dam };
    const readMarks = async () => (await database.query('select marks from shard_states'))[0]?.marks;
    expect(await readMarks()).toEqual([mark]);

    const marks = [mark, { ...mark, storyId: ferry }]; // as if the ferry's story had been split from the dam's
    await database.query('update shard_states set marks = $1::jsonb, snapshot_position = position', [
      JSON.stringify(marks),
    ]);
    await database.query('delete from snapshots');
    await run();
    const { title = '', lead = '' } = ARTICLES.find(({ id }) => id === idOf('ferry-1')) ?? {};
    await give([givenArticle('dam-2', { title: `${title} today`, lead })]);
    await run();
    expect(await storyOf('dam-2')).not.toBe(ferry);
    expect(await readMarks()).toEqual(marks);
    await run({}, () => correct(unseparate, 'dam-2', dam));
    expect(await storyOf('dam-2')).toBe(ferry);
    expect(await readMarks()).toEqual([]);
  }, 120_000);

  test('stories without new reports expire as a whole, and the others stay', async () => {
    const dayLater = (article: GivenText) => ({
      ...article,
      publishedAt: LAST + 2 * DAY,
      firstSeenAt: LAST + 2 * DAY,
    });
    const late = givenArticle('dam-4', {
      title: 'Westmark residents return below repaired Orlen dam',
      lead: 'The crack in the Orlen dam above Westmark is closed.',
    });
    await give([...ARTICLES, dayLater(givenArticle('election', { title: 'Mayor of Nordhaven wins second term' }))]);
    await run({ now: runClock(LAST + 2 * DAY) });
    const dam = await storyOf('dam-1');
    await run({ now: runClock(LAST + 3 * DAY), keepMs: 2.5 * DAY }, () => waitFor(isGone('vote-1'), 'the vote to go'));
    expect(await readIndexCounts(database)).toMatchObject({ articles: 1, stories: 1 });
    expect((await readLookup(database, 'all')).articles.map(({ id }) => id)).toEqual([idOf('election')]);
    expect(await readStory(database, dam)).toBeNull();
    expect(await database.query('select id from articles')).toEqual([{ id: idOf('election') }]);
    // The clusterer has dropped the story too: a new article starts its own.
    await give([dayLater(late)]);
    await run();
    expect(await membersOf(await storyOf('dam-4'))).toEqual([idOf('dam-4')]);
  }, 120_000);

  test('no story expires because of a clock that is a month ahead, even if the process starts with it', async () => {
    const runAt = async (at: number, work?: () => Promise<unknown>) => {
      await give([givenArticle(`filler-${posts}`, { publishedAt: LAST, firstSeenAt: LAST })]);
      await run({ now: runClock(at), keepMs: 14 * DAY }, work); // drops stories before it places new articles
    };
    const ahead = LAST + 31 * DAY;
    await give(ARTICLES);
    // Of two processes with that clock, one is some seconds behind.
    for (const at of [LAST + HOUR, ahead, ahead - 5_000, ahead + HOUR, LAST + 2 * HOUR, ahead]) await runAt(at);
    expect(await readIndexCounts(database)).toMatchObject({ articles: ARTICLES.length + 6 });
    await runAt(ahead + 12 * HOUR, () => waitFor(isGone('vote-1'), 'the vote to go')); // the clock was right
  }, 120_000);

  const isGone = (name: string) => async () =>
    (await database.query('select 1 from places where article_id = $1', [idOf(name)])).length === 0;

  /** The next version: the same engine with another version number and other stories. */
  const NEXT: Clustering = {
    engineVersion: 1000,
    createStoryClusterer: () => createStoryClusterer({ tuning: { joinScore: 2, mergeSmall: 9, mergeLarge: 9 } }),
    openStoryClusterer: ({ data }) => {
      const engineVersion = createStoryClusterer().snapshot().engineVersion;
      return openStoryClusterer({ engineVersion, data }, { tuning: { joinScore: 2, mergeSmall: 9, mergeLarge: 9 } });
    },
  };

  test('another engine version builds beside what is served, then takes its place; old ids lead to heirs', async () => {
    await give(ARTICLES.slice(0, 5));
    await run();
    const dam = await storyOf('dam-1');
    const before = await readStories(database, { view: 'latest', limit: 50, after: null });
    expect(before.stories).toHaveLength(3);
    await run({}, () => correct(separate, 'ferry-2', dam));
    await give(ARTICLES.slice(5)); // arrives while no process works on the old generation
    const log = await run({ clustering: NEXT, snapshotEvery: 3 }, () =>
      waitFor(
        async () => (await readGenerations(database)).every(({ engineVersion }) => engineVersion === 1000),
        'the switch',
      ),
    );
    expect(log.events).toContain('a new generation is served');
    expect((await readIndexCounts(database)).articles).toBe(ARTICLES.length);
    expect((await readStories(database, { view: 'latest', limit: 50, after: null })).stories).toHaveLength(
      ARTICLES.length,
    );
    for (const { id } of before.stories) {
      const found = await readStory(database, id);
      const survivor = found?.status === 'merged' ? await readStory(database, found.into) : found;
      expect(survivor?.status).toBe('live');
    }
    const [left] = await database.query('select count(distinct generation) as generations from places');
    expect(left).toEqual({ generations: 1 });
    // An older program leaves the newer generation alone.
    const older = createTestLog();
    const clustering = await startTestClustering(database, { log: older });
    await waitFor(
      () => older.events.includes('the stories were made by a later engine version: this process does nothing'),
      'the warning',
    );
    await clustering.stop();
    expect(await readGenerations(database)).toHaveLength(1);
  }, 120_000);

  test('splits are known after a restart without a snapshot', async () => {
    await give(ARTICLES);
    await run({ snapshotEvery: 2 });
    const parting = [idOf('dam-1'), idOf('vote-1')];
    await database.query('update shard_states set partings = $1::jsonb', [JSON.stringify([parting])]);
    await database.query('delete from snapshots'); // as if it were damaged: the engine is rebuilt from places
    await give([givenArticle('tram-1', { title: 'Quillon tram strike enters second week' })]);
    await run();
    expect(await database.query('select partings from shard_states')).toEqual([{ partings: [parting] }]);
  }, 120_000);

  test('separations hold in the next generation too', async () => {
    await give(ARTICLES);
    await run();
    const dam = await storyOf('dam-1');
    await run({}, () => correct(separate, 'dam-3', dam));
    const SAME: Clustering = {
      engineVersion: 1001,
      createStoryClusterer,
      openStoryClusterer: ({ data }) =>
        openStoryClusterer({ engineVersion: createStoryClusterer().snapshot().engineVersion, data }),
    };
    await run({ clustering: SAME }, () =>
      waitFor(
        async () => (await readGenerations(database)).every(({ engineVersion }) => engineVersion === 1001),
        'the switch',
      ),
    );
    expect(await storyOf('dam-1')).toBe(await storyOf('dam-2'));
    expect(await storyOf('dam-3')).not.toBe(await storyOf('dam-1'));
  }, 120_000);

  test('when ratings change, every story is rated anew without an article coming in', async () => {
    await give(ARTICLES);
    await run();
    const outlets = [...new Set(ARTICLES.map(({ outletId }) => outletId))];
    const pack: RatingPack = {
      format: 'parallax-ratings-1',
      id: 'invented',
      name: 'Invented ratings',
      rater: 'Nobody',
      rates: 'bias',
      scale: {
        type: 'axis',
        points: [
          { value: -3, bias: -3 },
          { value: 3, bias: 3 },
        ],
      },
      terms: 'invented',
      source: 'nowhere',
      date: '2026-01-01',
      values: Object.fromEntries(outlets.map((id) => [id, -2])),
    };
    const { directory, baseline, blindspotThresholds } = NO_RATINGS;
    const rater = createOutletRater({ directory, packs: [pack], ownBias: {} });
    const catalogue = { directory, baseline, blindspotThresholds, ratingPacks: [pack], rater };
    const isRated = async () => {
      const { stories } = await readStories(database, { view: 'latest', limit: 50, after: null });
      return stories.every(({ spread, outlets: count }) => spread.left === count && spread.unrated === 0);
    };
    expect(await isRated()).toBe(false);
    await run({ catalogue }, () => waitFor(isRated, 'every story to be rated'));
    const strict = { ...catalogue, blindspotThresholds: { ...blindspotThresholds, minRated: 8 } };
    expect(new Set([NO_RATINGS, catalogue, strict].map(nameRatings)).size).toBe(3);
  }, 120_000);

  test('after a change of shards, languages are placed again in the background, and then served', async () => {
    const inGerman = (name: string, title: string) => givenArticle(name, { title, lead: title, lang: 'de' });
    const german = [
      inGerman('fähre-1', 'Fähre Calliope läuft vor Westmark auf Grund'),
      inGerman('fähre-2', 'Fähre Calliope vor Westmark auf Grund gelaufen'),
    ];
    await give([...ARTICLES, ...german]);
    await run();
    const cut = (shards: readonly Shard[]) =>
      database.transaction((queries) => setShards(queries, { shards, engineVersion: ENGINE_VERSION, now }));
    expect(await cut([{ id: 'german', languages: ['de'] }])).toEqual({
      ok: false,
      error: { reason: 'no-shard-for-others' },
    });
    expect(
      await cut([
        { id: 'german', languages: ['de'] },
        { id: 'all', languages: ['*', 'fr'] },
      ]),
    ).toEqual({ ok: true, value: undefined });
    await give([inGerman('fähre-3', 'Schlepper ziehen Fähre Calliope vor Westmark frei')]);
    const isSwitched = async () => (await readGenerations(database)).length === 1;
    await run({}, () => waitFor(isSwitched, 'the switch'));
    expect((await readIndexCounts(database)).articles).toBe(ARTICLES.length + 3);
    expect(await storyOf('fähre-1')).toBe(await storyOf('fähre-2'));
    const shards = await database.query('select distinct shard from stories where merged_into is null order by shard');
    expect(shards).toEqual([{ shard: 'all' }, { shard: 'german' }]);
  }, 120_000);
});
