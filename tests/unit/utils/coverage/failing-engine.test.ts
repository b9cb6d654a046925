// If the engine fails on stored articles, not on new ones, the device goes on without the article, or with a rebuilt engine.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { StoryId, toArticleId } from '../../../../engine/ids.ts';
import type { ClusterArticle, StoryClusterer } from '../../../../engine/ports.ts';
import { deleteSnapshot, SNAPSHOT_STORES } from '../../../../utils/store/snapshots.ts';
import { writeWith } from '../../../../utils/store/transaction.ts';
import {
  DAY,
  type Fixture,
  fetchedFeed,
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

const BAD = 'Bridge collapses';
const HEADLINES = ['Bridge closed', BAD, 'Harbour open'];
const LATE = 'Dairy law';

/** Which of an engine's calls fail, and how often they did. */
type Failing = { readonly in: 'restore' | 'separate' | 'maintain' | 'opened' | 'remove' | 'snapshot'; tries: number };

function startFailing(failing: Failing, engineVersion = 1): Fixture {
  const clustering = createTopicClustering({ engineVersion });
  const bad = toArticleId(urlOf('one.test', BAD));
  const wrap = (clusterer: StoryClusterer, { isOpened = false } = {}): StoryClusterer => {
    let isBroken = isOpened;
    const failOn = (step: Failing['in'], isIt: boolean) => {
      if (failing.in !== step || !isIt) return;
      failing.tries += 1;
      throw new TypeError(`cannot read ${BAD}`);
    };
    const see = (article: ClusterArticle) => {
      isBroken ||= article.id === bad;
    };
    return {
      ...clusterer,
      add(article) {
        see(article);
        return clusterer.add(article);
      },
      restore(article, placement) {
        see(article);
        failOn('restore', isBroken);
        clusterer.restore(article, placement);
      },
      separate(separation) {
        failOn('separate', isBroken && separation.articleId === bad);
        clusterer.separate(separation);
      },
      maintain() {
        failOn('maintain', isBroken);
        failOn('opened', isOpened);
        return clusterer.maintain();
      },
      remove(id) {
        failOn('remove', true);
        clusterer.remove(id);
      },
      snapshot() {
        failOn('snapshot', true);
        return clusterer.snapshot();
      },
    };
  };
  return startWorker({
    engineVersion,
    loadClustering: async () => ({
      createStoryClusterer: () => wrap(clustering.createStoryClusterer()),
      openStoryClusterer: (snapshot) => {
        const opened = clustering.openStoryClusterer(snapshot);
        return opened && wrap(opened, { isOpened: true });
      },
    }),
  });
}

const said: string[] = [];

beforeEach(() => {
  startFreshProfile();
  said.length = 0;
  const keep = (...parts: unknown[]) => said.push(parts.map(String).join(' '));
  vi.spyOn(console, 'error').mockImplementation(keep);
  vi.spyOn(console, 'warn').mockImplementation(keep);
});
afterEach(() => {
  expect(said.join()).not.toContain(BAD);
  vi.restoreAllMocks();
});

/** An earlier round, with an engine that does not fail. */
async function fill(headlines = HEADLINES): Promise<Fixture> {
  const worker = startWorker();
  for (const title of headlines) await succeed(worker.source.ingest(fetchedFeed('one.test', [{ title }])));
  await succeed(worker.source.endCycle(NOW));
  return worker;
}

async function forgetSnapshot({ store }: Fixture): Promise<void> {
  await succeed(store.run(writeWith(SNAPSHOT_STORES, deleteSnapshot)));
}

const titles = async () =>
  ((await readDatabase()).articles as { title: string }[]).map(({ title }) => title).toSorted();

/** Articles by story, as the source returns them. */
async function readSizes({ source }: Fixture): Promise<number[]> {
  const latest = await succeed(source.stories({ limit: 9 }, neverAborted()));
  return latest.map(({ articles }) => articles).toSorted();
}

async function takeLate({ source }: Fixture): Promise<void> {
  await succeed(source.ingest(fetchedFeed('late.test', [{ title: LATE }])));
  await succeed(source.endCycle(NOW));
}

it('the engine cannot be rebuilt with one of the stored articles', async () => {
  await forgetSnapshot(await fill());
  const failing: Failing = { in: 'restore', tries: 0 };
  const worker = startFailing(failing);
  const match = await succeed(worker.source.match(probeOf('page.test', 'Harbour news'), neverAborted()));
  expect(match).not.toBeNull();
  await takeLate(worker);
  expect(await titles()).toEqual(['Bridge closed', LATE, 'Harbour open']);
  expect(await readSizes(worker)).toEqual([1, 1, 1]);
  expect([failing.tries, said.length]).toEqual([1, 1]);
});

it('the engine fails on a separated article', async () => {
  const articleId = toArticleId(urlOf('one.test', BAD));
  const worker = await fill();
  const storyId = StoryId.parse(`s-${toArticleId(urlOf('one.test', 'Harbour open'))}`);
  await succeed(worker.source.separate({ articleId, storyId }));
  const failing: Failing = { in: 'separate', tries: 0 };
  await takeLate(startFailing(failing));
  expect(await titles()).toEqual(['Bridge closed', LATE, 'Harbour open']);
});

it('an engine of another version fails at the maintenance after clustering everything again', async () => {
  await fill();
  const failing: Failing = { in: 'maintain', tries: 0 };
  const worker = startFailing(failing, 2);
  await takeLate(worker);
  expect(await titles()).toEqual([LATE]); // all three had arrived since the last maintenance
  expect(await readSizes(worker)).toEqual([1]);
  expect(failing.tries).toBe(1);
});

it('the engine fails at maintenance work that was pending in its snapshot', async () => {
  await fill();
  const failing: Failing = { in: 'opened', tries: 0 };
  const worker = startFailing(failing);
  await takeLate(worker);
  expect(await titles()).toEqual([...HEADLINES, LATE].toSorted());
  await takeLate(worker);
  expect(failing.tries).toBe(2); // with the article, and without it
});

it('the engine fails at dropping old articles', async () => {
  const worker = startFailing({ in: 'remove', tries: 0 });
  await succeed(worker.source.ingest(fetchedFeed('one.test', [{ title: BAD, publishedAt: NOW - 13 * DAY }])));
  await takeLate(worker);
  for (const day of [1, 2, 3]) await succeed(worker.source.endCycle(NOW + day * DAY));
  expect(await titles()).toEqual([LATE]);
  expect(await succeed(worker.source.match(probeOf('page.test', 'Dairy news'), neverAborted()))).not.toBeNull();
});

it('the engine cannot be saved', async () => {
  const worker = startFailing({ in: 'snapshot', tries: 0 });
  await takeLate(worker);
  expect(said.join()).toContain('it is not saved');
  expect(await succeed(worker.source.match(probeOf('page.test', 'Dairy news'), neverAborted()))).not.toBeNull();
});
