// What the on-device source ingests, keeps, drops and answers, with a clusterer whose results are obvious.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BLINDSPOT_THRESHOLDS } from '../../../../engine/coverage/blindspot.ts';
import { createFeedState } from '../../../../engine/feed/feed-state.ts';
import { type ArticleId, StoryId } from '../../../../engine/ids.ts';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { createOutletRater } from '../../../../engine/outlet/outlet-rater.ts';
import type { StoryClusterer } from '../../../../engine/ports.ts';
import { toUrlArticleId } from '../../../../utils/coverage/article-id-of-url.ts';
import type { OnDeviceSource } from '../../../../utils/coverage/on-device.ts';
import type { Clustering, RatingsInUse } from '../../../../utils/coverage/on-device-deps.ts';
import { createStore } from '../../../../utils/store/database.ts';
import { MIGRATIONS } from '../../../../utils/store/migrations.ts';
import {
  DAY,
  fetchedFeed,
  HOUR,
  NOW,
  neverAborted,
  probeOf,
  readDatabase,
  startFreshProfile,
  startWorker,
  succeed,
  urlOf,
} from '../../../support/on-device-fixtures.ts';
import { createTopicClustering } from '../../../support/topic-clusterer.ts';
import { until } from '../../../support/until.ts';

beforeEach(startFreshProfile);

const refuseToLoad = async () => {
  throw new Error('the engine must not be loaded for this');
};

async function storyOf(source: OnDeviceSource, url: string) {
  const story = (await succeed(source.lookup([url], neverAborted()))).get(url);
  if (story === undefined) throw new Error(`no story at ${url}`);
  return story;
}

function articleIdOf(url: string): ArticleId {
  const id = toUrlArticleId(url);
  if (id === null) throw new Error(`no address: ${url}`);
  return id;
}

describe('ingest', () => {
  it('counts what was new, changed and known', async () => {
    const { source } = startWorker();
    const feed = [{ title: 'bridge closed', path: 'a' }, { title: 'harbour open' }];
    expect(await succeed(source.ingest(fetchedFeed('one.test', feed)))).toEqual({ added: 2, changed: 0, known: 0 });
    const renamed = [{ title: 'bridge reopened', path: 'a' }, { title: 'harbour open' }, { title: 'harbour full' }];
    expect(await succeed(source.ingest(fetchedFeed('one.test', renamed)))).toEqual({ added: 1, changed: 1, known: 1 });
    expect(await succeed(source.counts())).toEqual({ articles: 3, stories: 2 });
  });

  it('keeps the earlier headlines, newest first and at most five', async () => {
    const { source } = startWorker();
    for (let version = 1; version <= 8; version += 1) {
      await succeed(source.ingest(fetchedFeed('one.test', [{ title: `bridge ${version}`, path: 'a' }])));
    }
    const { articles } = await readDatabase();
    expect(articles).toMatchObject([
      { title: 'bridge 8', formerTitles: ['bridge 7', 'bridge 6', 'bridge 5', 'bridge 4', 'bridge 3'] },
    ]);
  });

  it('shows the earlier headlines of an article in its story', async () => {
    const { source } = startWorker();
    for (const title of ['bridge closed', 'bridge closed after cracks were found']) {
      await succeed(source.ingest(fetchedFeed('one.test', [{ title, path: 'a' }])));
    }
    const { id } = await storyOf(source, urlOf('one.test', 'a'));
    const coverage = await succeed(source.story(id, neverAborted()));
    expect(coverage?.articles).toMatchObject([
      { title: 'bridge closed after cracks were found', formerTitles: ['bridge closed'] },
    ]);
  });

  it('does not take an article’s headline from another outlet’s feed', async () => {
    const { source } = startWorker();
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed', path: 'a' }])));
    const settled = await readDatabase();
    const forged = fetchedFeed('two.test', [{ title: 'bridge never existed' }]);
    if (forged.kind !== 'fetched') throw new Error('a feed');
    const items = forged.feed.items.map((item) => ({ ...item, url: urlOf('one.test', 'a') }));
    const ingested = source.ingest({ ...forged, feed: { ...forged.feed, items } });
    expect(await succeed(ingested)).toEqual({ added: 0, changed: 0, known: 1 });
    expect((await readDatabase()).articles).toEqual(settled.articles);
  });

  it('does not flip between the headlines that two feeds give to one article', async () => {
    const { source } = startWorker();
    const [front, section] = ['bridge shut', 'bridge closed for repair'].map((title) =>
      fetchedFeed('one.test', [{ title, path: 'a' }]),
    );
    if (front === undefined || section === undefined) throw new Error('two feeds');
    await succeed(source.ingest(front));
    await succeed(source.ingest(section));
    const { articles, stories } = await readDatabase();
    for (const feed of [front, section, front]) {
      expect(await succeed(source.ingest(feed))).toEqual({ added: 0, changed: 0, known: 1 });
    }
    expect(await readDatabase()).toMatchObject({ articles, stories });
  });

  it('keeps the old id of a story working when its only article moved to another', async () => {
    const { source } = startWorker();
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'harbour open' }])));
    await succeed(source.ingest(fetchedFeed('two.test', [{ title: 'fog over bay', path: 'a' }])));
    const old = await storyOf(source, urlOf('two.test', 'a'));
    await succeed(source.ingest(fetchedFeed('two.test', [{ title: 'harbour in fog', path: 'a' }])));
    const coverage = await succeed(source.story(old.id, neverAborted()));
    expect(coverage?.story).toMatchObject({ articles: 2 });
    expect(await succeed(source.counts())).toEqual({ articles: 2, stories: 1 });
  });

  it('leaves out articles that are older than the period kept', async () => {
    const { source } = startWorker();
    const feed = [
      { title: 'bridge opened', publishedAt: NOW - 15 * DAY },
      { title: 'harbour open', publishedAt: null },
    ];
    expect(await succeed(source.ingest(fetchedFeed('one.test', feed)))).toMatchObject({ added: 1 });
  });

  it('keeps the state of a feed that brought nothing, without loading the engine', async () => {
    const { source } = startWorker({ loadClustering: refuseToLoad });
    const { source: feed } = fetchedFeed('one.test', []);
    const state = { ...createFeedState(feed.url), failures: 3 };
    await succeed(source.ingest({ kind: 'failed', source: feed, state, problem: 'timeout' }));
    await succeed(source.ingest(fetchedFeed('two.test', [])));
    expect((await readDatabase()).feeds).toMatchObject([{ failures: 3 }, { url: 'https://two.test/feed' }]);
  });

  it('runs one call at a time, in the order of the calls', async () => {
    const { source } = startWorker();
    const feeds = Array.from({ length: 12 }, (_, index) =>
      fetchedFeed(`outlet-${index}.test`, [{ title: 'bridge closed' }, { title: `topic${index} alone` }]),
    );
    await Promise.all(feeds.map((feed) => succeed(source.ingest(feed))));
    expect(await succeed(source.counts())).toEqual({ articles: 24, stories: 13 });
    expect(await storyOf(source, urlOf('outlet-0.test', 'bridge closed'))).toMatchObject({ articles: 12, reports: 1 });
  });
});

/** Stored under the key "r2". */
const OWN_RATINGS: RatingsInUse = {
  key: 'r2',
  rater: createOutletRater({ directory: createOutletDirectory([]), packs: [], ownBias: { 'host:one.test': -2 } }),
  baseline: { left: 0, center: 0, right: 0, rated: 0 },
  blindspotThresholds: BLINDSPOT_THRESHOLDS,
};

describe('lookups', () => {
  it('never load the engine, nor do coverage and the latest stories', async () => {
    const first = startWorker();
    await succeed(first.source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    const { source } = startWorker({ loadClustering: refuseToLoad });
    const story = await storyOf(source, urlOf('one.test', 'bridge closed'));
    expect(await succeed(source.story(story.id, neverAborted()))).not.toBeNull();
    expect(await succeed(source.stories({ limit: 5 }, neverAborted()))).toHaveLength(1);
    expect(await succeed(source.counts())).toEqual({ articles: 1, stories: 1 });
    const probe = probeOf('one.test', 'bridge closed');
    expect(await succeed(source.match(probe, neverAborted()))).toMatchObject({ reasons: [{ kind: 'same-url' }] });
  });

  it('need no ratings while the stored summaries are up to date with them', async () => {
    const first = startWorker();
    await succeed(first.source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    const { source } = startWorker({ ratings: { key: async () => 'r1', load: refuseToLoad } });
    expect(await storyOf(source, urlOf('one.test', 'bridge closed'))).toMatchObject({ articles: 1 });
  });

  it('show new ratings at once', async () => {
    const first = startWorker();
    await succeed(first.source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    expect(await storyOf(first.source, urlOf('one.test', 'bridge closed'))).toMatchObject({ spread: { rated: 0 } });
    const { source } = startWorker({ ratings: { key: async () => 'r2', load: async () => OWN_RATINGS } });
    expect(await storyOf(source, urlOf('one.test', 'bridge closed'))).toMatchObject({ spread: { left: 1, rated: 1 } });
    const [latest] = await succeed(source.stories({ limit: 1 }, neverAborted()));
    expect(latest).toMatchObject({ spread: { left: 1 } });
  });

  it('show new ratings even if articles arrived between the change and its announcement', async () => {
    const first = startWorker();
    const late = startWorker({ ratings: { key: async () => 'r2', load: first.deps.ratings.load } });
    await succeed(late.source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    const { source } = startWorker({ ratings: { key: async () => 'r2', load: async () => OWN_RATINGS } });
    expect(await storyOf(source, urlOf('one.test', 'bridge closed'))).toMatchObject({ spread: { left: 1, rated: 1 } });
  });

  it('work around damaged records, with a warning', async () => {
    const { source, store } = startWorker();
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }, { title: 'harbour open' }])));
    await succeed(source.ingest(fetchedFeed('two.test', [{ title: 'bridge shut' }])));
    const bridge = await storyOf(source, urlOf('two.test', 'bridge shut'));
    const damagedId = articleIdOf(urlOf('one.test', 'bridge closed'));
    await succeed(
      store.run(async (db) => {
        const article = await db.get('articles', damagedId);
        if (article === undefined) throw new Error('it was there');
        await db.put('articles', Object.assign(article, { title: 42 }));
        const story = await db.get('stories', bridge.id);
        if (story === undefined) throw new Error('it was there');
        await db.put('stories', Object.assign(story, { summary: null }));
      }),
    );
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const restarted = startWorker().source;
    expect(await storyOf(restarted, urlOf('two.test', 'bridge shut'))).toMatchObject({ articles: 1 });
    await succeed(restarted.ingest(fetchedFeed('three.test', [{ title: 'bridge gone' }])));
    expect(await storyOf(restarted, urlOf('three.test', 'bridge gone'))).toMatchObject({ articles: 2 });
    expect(warn).toHaveBeenCalled();
    expect(await succeed(restarted.counts())).toEqual({ articles: 3, stories: 2 });
  });
});

describe('an index whose progress is unreadable', () => {
  it('is matched, extended and separated as before', async () => {
    const { source, store } = startWorker();
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }, { title: 'harbour open' }])));
    const { id: storyId } = await storyOf(source, urlOf('one.test', 'bridge closed'));
    const articleId = articleIdOf(urlOf('two.test', 'bridge gone'));
    await succeed(source.ingest(fetchedFeed('two.test', [{ title: 'bridge gone' }])));
    await succeed(source.separate({ articleId, storyId }));
    await succeed(store.run((db) => db.put('meta', { revision: 'seven' } as never, 'index')));
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);

    const restarted = startWorker().source;
    expect(await succeed(restarted.match(probeOf('three.test', 'bridge shut'), neverAborted()))).toMatchObject({
      storyId,
    });
    await succeed(restarted.ingest(fetchedFeed('three.test', [{ title: 'harbour full' }])));
    expect(await storyOf(restarted, urlOf('one.test', 'harbour open'))).toMatchObject({ articles: 2 });
    expect(await storyOf(restarted, urlOf('two.test', 'bridge gone'))).toMatchObject({ articles: 1 });
    expect(await succeed(restarted.endCycle(NOW))).toMatchObject({ expiredArticles: 0 });
  });
});

describe('match', () => {
  it('writes nothing', async () => {
    const { source } = startWorker();
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    const before = await readDatabase();
    expect(await succeed(source.match(probeOf('two.test', 'bridge shut'), neverAborted()))).toMatchObject({
      confidence: 0.9,
    });
    expect(await succeed(source.match(probeOf('two.test', 'nothing like it'), neverAborted()))).toBeNull();
    expect(await readDatabase()).toEqual(before);
  });

  it('sees what another page of the extension has written since', async () => {
    const [first, second] = [startWorker().source, startWorker().source];
    await succeed(first.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    await succeed(second.ingest(fetchedFeed('two.test', [{ title: 'harbour open' }])));
    expect(await succeed(first.match(probeOf('three.test', 'harbour full'), neverAborted()))).not.toBeNull();
    await succeed(first.ingest(fetchedFeed('three.test', [{ title: 'harbour gate shut' }])));
    expect(await storyOf(second, urlOf('two.test', 'harbour open'))).toMatchObject({ articles: 2 });
  });

  it('tells why an article belongs to its story', async () => {
    const { source } = startWorker();
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    const id = articleIdOf(urlOf('one.test', 'bridge closed'));
    expect(await succeed(source.explain(id, neverAborted()))).toEqual([{ kind: 'words', words: ['bridge'] }]);
  });
});

describe('the end of a cycle', () => {
  it('merges stories, and the old ids keep working', async () => {
    const { source } = startWorker();
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    await succeed(source.ingest(fetchedFeed('two.test', [{ title: 'harbour open' }])));
    const old = await storyOf(source, urlOf('two.test', 'harbour open'));
    await succeed(source.ingest(fetchedFeed('three.test', [{ title: 'bridge+harbour plan' }])));
    expect(await storyOf(source, urlOf('two.test', 'harbour open'))).toMatchObject({ articles: 3 });
    await succeed(source.ingest(fetchedFeed('four.test', [{ title: 'ferry late' }, { title: 'ferry+bridge row' }])));
    const coverage = await succeed(source.story(old.id, neverAborted()));
    expect(coverage?.story).toMatchObject({ articles: 5 });
    expect((await readDatabase()).stories).toHaveLength(3);
  });

  it('saves the engine, so that the next worker needs no articles to start from', async () => {
    const first = startWorker();
    await succeed(first.source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    await succeed(first.source.endCycle(NOW));
    const topics = createTopicClustering();
    const createStoryClusterer = vi.fn(topics.createStoryClusterer);
    const { source } = startWorker({ loadClustering: async () => ({ ...topics, createStoryClusterer }) });
    expect(await succeed(source.match(probeOf('two.test', 'bridge shut'), neverAborted()))).not.toBeNull();
    expect(createStoryClusterer).not.toHaveBeenCalled();
  });

  it('does nothing, and loads nothing, when nothing has changed', async () => {
    const first = startWorker();
    await succeed(first.source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    await succeed(first.source.endCycle(NOW));
    const { source } = startWorker({ loadClustering: refuseToLoad });
    const nothing = { expiredStories: 0, expiredArticles: 0 };
    expect(await succeed(source.endCycle(NOW))).toEqual(nothing);
    startFreshProfile();
    expect(await succeed(startWorker({ loadClustering: refuseToLoad }).source.endCycle(NOW))).toEqual(nothing);
  });

  it.each([
    { name: 'one millisecond short of the limit', late: 0, expired: 0 },
    { name: 'past the limit', late: 1, expired: 1 },
  ])('lets a story go as a whole after 14 days without news: $name', async ({ late, expired }) => {
    const { source } = startWorker();
    const old = { title: 'bridge closed', publishedAt: NOW - 3 * DAY };
    await succeed(source.ingest(fetchedFeed('one.test', [old, { title: 'harbour open' }])));
    await succeed(source.ingest(fetchedFeed('two.test', [{ title: 'bridge shut', publishedAt: NOW - 2 * DAY }])));
    const report = await succeed(source.endCycle(NOW + 12 * DAY + late));
    expect(report).toMatchObject({ expiredStories: expired, expiredArticles: 2 * expired });
    expect(await succeed(source.counts())).toEqual({ articles: 3 - 2 * expired, stories: 2 - expired });
    const match = await succeed(source.match(probeOf('three.test', 'bridge gone'), neverAborted()));
    expect(match === null).toBe(expired === 1);
  });

  it.each([
    { name: 'that is put right again', rounds: [30, 30.1, 0.1], left: 1 },
    { name: 'that was no error, as the next half day shows', rounds: [30, 30.5], left: 0 },
    { name: 'that was no error, as the next start shows', rounds: [30, 40], left: 0 },
    { name: 'that is put right and comes again', rounds: [30, 0.1, 30], left: 1 },
  ])('lets no story go by a clock that jumps a month ahead, $name', async ({ rounds, left }) => {
    const { source } = startWorker();
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    await succeed(source.endCycle(NOW));
    await succeed(source.endCycle(NOW + 30 * DAY));
    expect(await succeed(source.counts())).toMatchObject({ stories: 1 });
    for (const days of rounds) await succeed(source.endCycle(NOW + days * DAY));
    expect(await succeed(source.counts())).toMatchObject({ stories: left });
  });

  it('does not bring back as news an undated article that expired and is still listed by its feed', async () => {
    const { source } = startWorker();
    const undated = ['bridge closed', 'harbour open'].map((title) => ({ title, publishedAt: null }));
    await succeed(source.ingest(fetchedFeed('one.test', undated)));
    const later = NOW + 15 * DAY;
    await succeed(source.endCycle(later));
    expect(await succeed(source.counts())).toEqual({ articles: 0, stories: 0 });
    const listed = [{ title: 'ferry late', publishedAt: null }, ...undated];
    for (const added of [1, 0]) {
      expect(await succeed(source.ingest(fetchedFeed('one.test', listed, later)))).toMatchObject({ added });
    }
    expect(await succeed(source.counts())).toEqual({ articles: 1, stories: 1 });
  });

  it('stores once an article that its feed lists under another address with each answer', async () => {
    const { source, store } = startWorker();
    const list = (session: number) =>
      ['bridge closed', 'harbour open'].map((title, no) => ({ title, path: `${no}-${session}` }));
    for (const [session, added] of [
      [1, 2],
      [2, 0],
      [3, 0],
    ] as const) {
      const feed = fetchedFeed('one.test', list(session));
      const before = await succeed(store.run((db) => db.get('feeds', feed.state.url)));
      const asked = { ...feed, state: { ...before, ...feed.state } };
      expect(await succeed(source.ingest(asked))).toMatchObject({ added });
    }
    expect(await succeed(source.counts())).toMatchObject({ articles: 2 });
  });

  it('does not bring back as news an undated, expired article that is listed under two addresses in turn', async () => {
    const { source, store } = startWorker();
    const later = NOW + 15 * DAY;
    const ingest = async (path: string, at: number) => {
      const item = { title: 'bridge closed', path, publishedAt: null, summary: 'It may fall.' };
      const feed = fetchedFeed('one.test', [item], at);
      const before = await succeed(store.run((db) => db.get('feeds', feed.state.url)));
      return await succeed(source.ingest({ ...feed, state: { ...before, ...feed.state } }));
    };
    expect(await ingest('a', NOW)).toMatchObject({ added: 1 });
    expect(await ingest('b', NOW)).toMatchObject({ added: 0 });
    await succeed(source.endCycle(later));
    expect(await succeed(source.counts())).toMatchObject({ articles: 0 });
    for (const path of ['a', 'b', 'a']) expect(await ingest(path, later)).toMatchObject({ added: 0 });
  });

  it('does not store again at the next poll what was dropped for lack of room', async () => {
    const { source } = startWorker({ limits: async () => ({ keepMs: 14 * DAY, articlesMax: 2 }) });
    const listed = ['bridge closed', 'harbour open', 'tram strikes', 'dairy law'].map((title, no) => ({
      title,
      publishedAt: NOW - (5 - no) * HOUR,
    }));
    const feed = fetchedFeed('one.test', listed);
    await succeed(source.ingest(feed));
    expect(await succeed(source.endCycle(NOW))).toMatchObject({ expiredArticles: 2 });
    expect(await succeed(source.ingest(feed))).toMatchObject({ added: 0 });
    const later = fetchedFeed('one.test', [...listed, { title: 'lighthouse sold', publishedAt: NOW - HOUR / 2 }]);
    expect(await succeed(source.ingest(later))).toMatchObject({ added: 1 });
  });

  it('keeps a page separated from a story that is split from the one its id leads to', async () => {
    const { source, store } = startWorker();
    const old = { title: 'bridge closed', publishedAt: NOW - 13 * DAY };
    await succeed(source.ingest(fetchedFeed('one.test', [old, { title: 'bridge shut', path: 'moving' }])));
    const bridge = await storyOf(source, urlOf('one.test', 'bridge closed'));
    const articleId = articleIdOf('https://page.test/bridge');
    await succeed(source.separate({ articleId, storyId: bridge.id }));
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'harbour open', path: 'moving' }])));
    expect(await succeed(source.endCycle(NOW + 2 * DAY))).toMatchObject({ expiredStories: 1 });
    const harbour = await storyOf(source, urlOf('one.test', 'moving'));
    expect(harbour.id).not.toBe(bridge.id);
    expect((await readDatabase()).separations).toMatchObject([{ articleId, storyId: harbour.id }]);

    const readPlaces = () => succeed(store.run((db) => db.getAll('formerPlaces')));
    expect(await readPlaces()).toHaveLength(1);
    for (const days of [10, 20, 30]) await succeed(source.endCycle(NOW + days * DAY));
    expect(await readDatabase()).toMatchObject({ articles: [], stories: [], separations: [] });
    expect(await readPlaces()).toEqual([]);
  });

  it('drops the oldest stories when there are too many articles, with their redirects and separations', async () => {
    const { source } = startWorker({ limits: async () => ({ keepMs: 14 * DAY, articlesMax: 2 }) });
    await succeed(
      source.ingest(
        fetchedFeed('one.test', [
          { title: 'bridge closed', publishedAt: NOW - 9 * HOUR },
          { title: 'harbour open', publishedAt: NOW - 8 * HOUR },
          { title: 'bridge+harbour plan', publishedAt: NOW - 7 * HOUR },
          { title: 'ferry late', publishedAt: NOW - 2 * HOUR },
          { title: 'market up', publishedAt: NOW - HOUR },
        ]),
      ),
    );
    const { id } = await storyOf(source, urlOf('one.test', 'bridge closed'));
    await succeed(source.separate({ articleId: articleIdOf('https://page.test/bridge'), storyId: id }));
    await succeed(source.endCycle(NOW));
    const { articles, stories, separations } = await readDatabase();
    expect(articles).toHaveLength(2);
    expect(stories).toMatchObject([{ articles: 1 }, { articles: 1 }]);
    expect(separations).toEqual([]);
    expect(await succeed(source.story(id, neverAborted()))).toBeNull();
  });
});

describe('not the same story', () => {
  async function startWithBridge() {
    const worker = startWorker();
    await succeed(worker.source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    await succeed(worker.source.ingest(fetchedFeed('two.test', [{ title: 'bridge shut' }])));
    const story = await storyOf(worker.source, urlOf('two.test', 'bridge shut'));
    return { ...worker, separation: { articleId: articleIdOf(urlOf('two.test', 'bridge shut')), storyId: story.id } };
  }

  it('takes an article out of its story, and undoing puts it back where it was', async () => {
    const { source, separation } = await startWithBridge();
    const before = await readDatabase();
    await succeed(source.separate(separation));
    expect(await storyOf(source, urlOf('two.test', 'bridge shut'))).toMatchObject({ articles: 1 });
    expect(await storyOf(source, urlOf('one.test', 'bridge closed'))).toMatchObject({ articles: 1 });
    await succeed(source.unseparate(separation));
    const after = await readDatabase();
    expect(after.articles).toEqual(before.articles);
    expect(await storyOf(source, urlOf('two.test', 'bridge shut'))).toMatchObject({
      id: separation.storyId,
      articles: 2,
    });
  });

  it('holds for a page that is not indexed, after a restart and in the story it is merged into', async () => {
    const { source, separation } = await startWithBridge();
    const probe = probeOf('page.test', 'bridge seen from page');
    await succeed(source.separate({ articleId: articleIdOf(probe.url), storyId: separation.storyId }));
    expect(await succeed(source.match(probe, neverAborted()))).toBeNull();
    expect(await succeed(source.match(probeOf('other.test', 'bridge shut'), neverAborted()))).not.toBeNull();
    await succeed(
      source.ingest(fetchedFeed('three.test', [{ title: 'harbour open' }, { title: 'harbour+bridge plan' }])),
    );
    const restarted = startWorker().source;
    expect(await succeed(restarted.match(probe, neverAborted()))).toBeNull();
    const undone = await succeed(
      restarted.unseparate({ articleId: articleIdOf(probe.url), storyId: separation.storyId }),
    );
    expect(undone.storyId).not.toBe(separation.storyId);
    expect(await succeed(restarted.match(probe, neverAborted()))).toMatchObject({ storyId: undone.storyId });
  });

  it('holds for a page that names an article of the story as its source', async () => {
    const { source, separation } = await startWithBridge();
    const page = { ...probeOf('page.test', 'in other words'), sourceUrl: urlOf('one.test', 'bridge closed') };
    expect(await succeed(source.match(page, neverAborted()))).toMatchObject({ storyId: separation.storyId });
    await succeed(source.separate({ articleId: articleIdOf(page.url), storyId: separation.storyId }));
    expect(await succeed(source.match(page, neverAborted()))).toBeNull();
  });

  it('keeps the article out when its headline changes', async () => {
    const { source, separation } = await startWithBridge();
    await succeed(source.separate(separation));
    const path = new URL(urlOf('two.test', 'bridge shut')).pathname.slice(1);
    await succeed(source.ingest(fetchedFeed('two.test', [{ title: 'bridge shut again', path }])));
    const story = await storyOf(source, urlOf('two.test', 'bridge shut'));
    expect(story).toMatchObject({ articles: 1, title: 'bridge shut again' });
    expect(story.id).not.toBe(separation.storyId);
  });
});

describe('a new engine version', () => {
  const renewed = {
    engineVersion: 2,
    loadClustering: async () => createTopicClustering({ prefix: 'v2', engineVersion: 2 }),
  };

  it('places all articles anew, and old ids answer with the story of most of their members', async () => {
    const { source } = startWorker();
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }, { title: 'harbour open' }])));
    await succeed(source.ingest(fetchedFeed('two.test', [{ title: 'bridge shut' }])));
    const old = await storyOf(source, urlOf('two.test', 'bridge shut'));
    await succeed(source.endCycle(NOW));

    const next = startWorker(renewed).source;
    expect(await storyOf(next, urlOf('two.test', 'bridge shut'))).toMatchObject({ id: old.id }); // the old story, until the new engine is needed
    await succeed(next.match(probeOf('three.test', 'bridge gone'), neverAborted()));
    const story = await storyOf(next, urlOf('two.test', 'bridge shut'));
    expect(story.id).toMatch(/^v2-/);
    expect(story.articles).toBe(2);
    expect((await succeed(next.story(old.id, neverAborted())))?.story.id).toBe(story.id);
    expect(await succeed(next.counts())).toEqual({ articles: 3, stories: 2 });
    const before = await readDatabase();
    await succeed(next.endCycle(NOW));
    expect(await readDatabase()).toEqual(before);
  });

  it('respects separations, and redirects that were there before', async () => {
    const { source } = startWorker();
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }, { title: 'harbour open' }])));
    const merged = await storyOf(source, urlOf('one.test', 'harbour open'));
    await succeed(source.ingest(fetchedFeed('two.test', [{ title: 'bridge+harbour plan' }, { title: 'bridge shut' }])));
    const { id: storyId } = await storyOf(source, urlOf('two.test', 'bridge shut'));
    const articleId = articleIdOf(urlOf('two.test', 'bridge shut'));
    await succeed(source.separate({ articleId, storyId }));

    const next = startWorker(renewed).source;
    await succeed(next.ingest(fetchedFeed('three.test', [{ title: 'bridge gone' }])));
    expect(await storyOf(next, urlOf('two.test', 'bridge shut'))).toMatchObject({ articles: 1 });
    expect((await succeed(next.story(storyId, neverAborted())))?.story.articles).toBe(4);
    expect((await succeed(next.story(merged.id, neverAborted())))?.story.articles).toBe(4);
  });
});

it.each(['separate', 'unseparate'] as const)(
  'a worker that is started after “%s” need not build the engine from every article',
  async (change) => {
    const { source } = startWorker();
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    await succeed(source.ingest(fetchedFeed('two.test', [{ title: 'bridge shut' }])));
    await succeed(source.endCycle(NOW));
    const { id: storyId } = await storyOf(source, urlOf('one.test', 'bridge closed'));
    const separation = { articleId: articleIdOf(urlOf('two.test', 'bridge shut')), storyId };
    if (change === 'unseparate') await succeed(source.separate(separation));
    await succeed(source[change](separation));
    await succeed(source.match(probeOf('three.test', 'bridge open'), neverAborted()));

    const { restored, clustering } = watchRestoring();
    const { source: restarted } = startWorker({ loadClustering: async () => clustering });
    const explained = restarted.explain(separation.articleId, neverAborted());
    expect(await succeed(explained)).toEqual([{ kind: 'words', words: ['bridge'] }]);
    expect(restored).not.toHaveBeenCalled();
  },
);

function watchRestoring() {
  const plain = createTopicClustering();
  const restored = vi.fn();
  const watch = (clusterer: StoryClusterer): StoryClusterer => ({
    ...clusterer,
    restore: (...article) => {
      restored();
      clusterer.restore(...article);
    },
  });
  const clustering: Clustering = { ...plain, createStoryClusterer: () => watch(plain.createStoryClusterer()) };
  return { restored, clustering };
}

it('loading the engine keeps the worker awake after the request was abandoned, and announces when pages can be answered', async () => {
  await succeed(startWorker().source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
  let isAwake = false;
  const onLate = vi.fn();
  let load: (clustering: Clustering) => void = () => undefined;
  const loading = new Promise<Clustering>((resolve) => {
    load = resolve;
  });
  const { source } = startWorker({
    loadClustering: () => loading,
    onLate,
    stayAwake: async (work) => {
      isAwake = true;
      const done = await work();
      isAwake = false;
      return done;
    },
  });
  const reader = new AbortController();
  const asked = source.match(probeOf('two.test', 'bridge shut'), reader.signal);
  await until(() => expect(isAwake).toBe(true));
  reader.abort();
  expect(await asked).toEqual({ ok: false, error: { reason: 'aborted' } });
  expect(isAwake).toBe(true);
  load(createTopicClustering());
  await until(() => expect(isAwake).toBe(false));
  expect(await succeed(source.match(probeOf('two.test', 'bridge shut'), neverAborted()))).not.toBeNull();
  expect(onLate).toHaveBeenCalledOnce();
});

it('an unreadable feed blocks no other, and is fetched in full the next time', async () => {
  const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { deps } = startWorker();
  const { source } = startWorker({
    readArticles: async (fetched) => {
      if (fetched.source.url.includes('bad.test')) throw new RangeError('a bug of the reader');
      return deps.readArticles(fetched);
    },
  });
  const bad = fetchedFeed('bad.test', [{ title: 'bridge closed' }]);
  const state = { ...bad.state, etag: '"1"', lastModified: 'now' };
  await succeed(source.ingest({ ...bad, state }));
  await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'harbour open' }])));
  const { articles, feeds } = await readDatabase();
  expect([articles?.length, feeds?.length]).toEqual([1, 2]);
  expect(feeds).toContainEqual({ ...state, etag: null, lastModified: null });
  expect(reported).toHaveBeenCalledOnce();
  reported.mockRestore();
});

describe('counts', () => {
  it('are computed once for each change of the index, however often they are requested', async () => {
    const { source } = startWorker();
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    const count = vi.spyOn(IDBObjectStore.prototype, 'count');
    for (const { source: asked } of [{ source }, startWorker(), startWorker()]) {
      expect(await succeed(asked.counts())).toEqual({ articles: 1, stories: 1 });
    }
    expect(count).toHaveBeenCalledOnce();
    await succeed(source.ingest(fetchedFeed('two.test', [{ title: 'harbor closed' }])));
    expect(await succeed(source.counts())).toEqual({ articles: 2, stories: 2 });
    expect(count).toHaveBeenCalledTimes(2);
  });

  it('are returned even if they cannot be stored', async () => {
    const { source, store } = startWorker();
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await succeed(source.counts())).toEqual({ articles: 1, stories: 1 });
    vi.restoreAllMocks();
    store.close();
  });
});

describe('clear', () => {
  it('forgets all that was polled and imported, and ingest starts anew', async () => {
    const { source, store } = startWorker();
    const pack = {
      kind: 'outlets' as const,
      id: 'mine',
      pack: { format: 'parallax-outlets-1' as const, name: 'Mine', date: '2026-03-01', outlets: [] },
    };
    await succeed(store.run((db) => db.put('packs', pack)));
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    await succeed(source.endCycle(NOW));
    await succeed(source.clear());
    expect(await readDatabase()).toEqual({ articles: [], stories: [], feeds: [], separations: [] });
    expect(await succeed(store.run((db) => db.getAll('packs')))).toEqual([]);
    expect(await succeed(source.match(probeOf('two.test', 'bridge shut'), neverAborted()))).toBeNull();
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    expect(await succeed(source.counts())).toEqual({ articles: 1, stories: 1 });
    expect(await succeed(source.story(StoryId.parse('gone'), neverAborted()))).toBeNull();
  });

  it('reads no rows, of which a full device has tens of thousands', async () => {
    const { source } = startWorker();
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    const emptied = vi.spyOn(IDBObjectStore.prototype, 'clear');
    const deleted = vi.spyOn(IDBObjectStore.prototype, 'delete');
    await succeed(source.clear());
    expect([emptied, deleted].flatMap(({ mock }) => mock.calls)).toEqual([]);
    expect(await succeed(source.counts())).toEqual({ articles: 0, stories: 0 });
  });

  it('starts over if a later version has written the database, which could not be opened otherwise', async () => {
    const later = createStore({ migrations: [...MIGRATIONS, () => undefined] });
    await succeed(later.run(async () => undefined));
    const { source } = startWorker();
    expect(await source.counts()).toEqual({ ok: false, error: { reason: 'storage-newer' } });
    await succeed(source.clear());
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    expect(await succeed(source.counts())).toEqual({ articles: 1, stories: 1 });
  });
});

it.each<[string, (source: OnDeviceSource) => Promise<unknown>]>([
  ['a lookup', (source) => source.lookup([urlOf('one.test', 'bridge closed')], neverAborted())],
  ['a match', (source) => source.match(probeOf('one.test', 'bridge closed'), neverAborted())],
  ['a story', (source) => source.story(StoryId.parse('s'), neverAborted())],
  ['the latest stories', (source) => source.stories({ limit: 5 }, neverAborted())],
  ['a feed', (source) => source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }]))],
  ['the end of a cycle', (source) => source.endCycle(NOW)],
])('a database that refuses is told of by %s, which does not throw', async (_, ask) => {
  const refused = { ok: false, error: { reason: 'storage-failed', cause: 'refused' } } as const;
  const { source } = startWorker({
    store: { run: async () => refused, discard: async () => refused, close: () => undefined },
  });
  expect(await ask(source)).toEqual(refused);
});
