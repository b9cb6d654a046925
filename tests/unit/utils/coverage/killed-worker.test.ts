// A worker that is stopped at any point, or whose storage fails, stores what an undisturbed run stores.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createStoryClusterer, openStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import type { PollOutcome } from '../../../../engine/feed/poll-outcome.ts';
import { StoryId, toArticleId } from '../../../../engine/ids.ts';
import type { StoryClusterer } from '../../../../engine/ports.ts';
import { ENGINE_VERSION } from '../../../../engine/version.ts';
import type { OnDeviceSource } from '../../../../utils/coverage/on-device.ts';
import type { OnDeviceDeps } from '../../../../utils/coverage/on-device-deps.ts';
import { writeArticle } from '../../../../utils/store/articles.ts';
import { createStore, type Store } from '../../../../utils/store/database.ts';
import { readIndexState, writeIndexState } from '../../../../utils/store/index-state.ts';
import type { StoredArticle } from '../../../../utils/store/records.ts';
import { deleteSnapshot, SNAPSHOT_STORES } from '../../../../utils/store/snapshots.ts';
import { writeWith } from '../../../../utils/store/transaction.ts';
import {
  fetchedFeed,
  HOUR,
  NOW,
  neverAborted,
  probeOf,
  readDatabase,
  startFreshProfile,
  startWorker,
  succeed,
  TOPICS,
} from '../../../support/on-device-fixtures.ts';
import { createTopicClustering } from '../../../support/topic-clusterer.ts';

beforeEach(startFreshProfile);

const ENDINGS = ['', ', officials say', ' as talks go on', ' amid protest'];

/** Twelve feeds; each topic is in most of them, with varying words. */
const FEEDS: readonly PollOutcome[] = Array.from({ length: 12 }, (_, index) =>
  fetchedFeed(
    `outlet-${index}.test`,
    TOPICS.filter((_topic, topic) => (index + topic) % 4 !== 0).map((title, topic) => ({
      title: title + (ENDINGS[(index + topic) % ENDINGS.length] ?? ''),
      path: `article-${topic}`,
      publishedAt: NOW - ((index * 7 + topic) % 20) * HOUR,
    })),
    NOW + index,
  ),
);

const ENGINES: Record<string, Partial<OnDeviceDeps>> = {
  'a clusterer by first words': {},
  'the engine': {
    engineVersion: ENGINE_VERSION,
    loadClustering: async () => ({ createStoryClusterer, openStoryClusterer }),
  },
};

describe('without a current snapshot', () => {
  const clustering = ENGINES['the engine'];
  const mixed = StoryId.parse('s-mixed');
  const readStoryIds = async () => (await readDatabase()).articles?.map((one) => (one as StoredArticle).storyId);

  async function forgetSnapshot(): Promise<void> {
    await succeed(createStore().run(writeWith(SNAPSHOT_STORES, deleteSnapshot)));
  }

  /** A fight and a trial, as if they had become one story. */
  async function startWithMixed(): Promise<OnDeviceSource> {
    const titles = [
      ['Brandt knocks out Oduya in Lund to keep title', 'Tax court fines Brandt over Westmark villa'],
      ['Brandt stops Oduya in round six, keeps title', 'Brandt fined by tax court for villa in Westmark'],
      ['Oduya knocked out by Brandt in round six', 'Westmark villa: tax court fines Brandt 40,000'],
      ['Lund: Brandt beats Oduya by knock-out'],
    ];
    const feeds = titles.map((own, no) =>
      fetchedFeed(
        `paper-${no}.test`,
        own.map((title) => ({ title })),
      ),
    );
    const first = startWorker(clustering);
    for (const feed of feeds) await succeed(first.source.ingest(feed));
    await succeed(
      first.store.run(
        writeWith(['articles', 'meta'], async (transaction) => {
          for (const article of await transaction.objectStore('articles').getAll()) {
            await writeArticle(transaction, { ...article, storyId: mixed });
          }
          const index = await readIndexState(transaction);
          if (index !== null) await writeIndexState(transaction, { ...index, revision: index.revision + 1 });
        }),
      ),
    );
    return startWorker(clustering).source;
  }

  it('the engine leaves settled places alone', async () => {
    const source = await startWithMixed();
    await succeed(source.ingest(fetchedFeed('late.test', [{ title: 'Quillon tram strike enters second week' }])));
    await succeed(source.endCycle(NOW));
    expect((await readStoryIds())?.filter((id) => id === mixed)).toHaveLength(7);
  });

  it('a rebuilt engine knows what was split', async () => {
    const source = await startWithMixed();
    const more = ['Brandt beats Oduya by knock-out in Lund', 'Oduya loses to Brandt in Lund by knock-out'];
    for (const title of more) await succeed(source.ingest(fetchedFeed(`${title.length}.test`, [{ title }])));
    await succeed(source.endCycle(NOW));
    await forgetSnapshot();

    const built: StoryClusterer[] = [];
    const createWatched = () => {
      const clusterer = createStoryClusterer();
      built.push(clusterer);
      return clusterer;
    };
    const loadClustering = async () => ({ createStoryClusterer: createWatched, openStoryClusterer });
    const { source: restarted } = startWorker({ ...clustering, loadClustering });
    await succeed(restarted.match(probeOf('page.test', 'Quillon tram strike'), neverAborted()));
    expect(built.map((one) => one.memory().partings.length)).toEqual([1]);
  });

  it('a page stays separated from what was split from the story that it was separated from', async () => {
    const source = await startWithMixed();
    const page = probeOf('page.test', 'Tax court fines Brandt over villa in Westmark');
    const match = () => succeed(source.match(page, neverAborted()));
    expect(await match()).toMatchObject({ storyId: mixed });
    await succeed(source.separate({ articleId: toArticleId(page.url), storyId: mixed }));
    const more = ['Brandt beats Oduya by knock-out in Lund', 'Oduya loses to Brandt in Lund by knock-out'];
    for (const title of more) await succeed(source.ingest(fetchedFeed(`${title.length}.test`, [{ title }])));
    await succeed(source.endCycle(NOW));
    expect(new Set(await readStoryIds()).size).toBe(2);
    expect(await match()).toBeNull();

    await forgetSnapshot();
    const { source: restarted } = startWorker(clustering);
    expect(await succeed(restarted.match(page, neverAborted()))).toBeNull();
  });
});

class Killed extends Error {}

/** Allows `steps` further writes of any kind, then stops the worker for good. */
function killAfter(steps: number): { store: Store; wasKilled: () => boolean } {
  const store = createStore();
  let left = steps;
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    left -= 1;
    if (left < 0) {
      this.transaction.abort();
      throw new Killed();
    }
    return put.apply(this, args);
  });
  return { store, wasKilled: () => left < 0 };
}

async function runCycle(deps: Partial<OnDeviceDeps>): Promise<void> {
  const { source } = startWorker(deps);
  for (const feed of FEEDS) await succeed(source.ingest(feed));
  await succeed(source.endCycle(NOW + HOUR));
}

/** The worker can be stopped at every write of a whole round. */
async function countWrites(deps: Partial<OnDeviceDeps>): Promise<number> {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  await runCycle(deps);
  const writes = put.mock.calls.length;
  put.mockRestore();
  return writes;
}

describe.each(Object.entries(ENGINES))('with %s', (_name, deps) => {
  it('stores the same articles and stories wherever the worker was stopped', async () => {
    const writes = await countWrites(deps);
    const undisturbed = await readDatabase();
    expect(undisturbed.articles).toHaveLength(36);
    expect(writes).toBeGreaterThan(90);
    for (let steps = 0; steps < writes; steps += 1) {
      startFreshProfile();
      const { store, wasKilled } = killAfter(steps);
      await runCycle({ ...deps, store }).catch((cause: unknown) => expect(wasKilled(), String(cause)).toBe(true));
      vi.restoreAllMocks();
      store.close();
      await runCycle(deps);
      expect(await readDatabase(), `stopped after ${steps} writes`).toEqual(undisturbed);
    }
  }, 600_000);

  it('stores the same when a new worker takes each feed, and again when all come a second time', async () => {
    await runCycle(deps);
    const undisturbed = await readDatabase();
    startFreshProfile();
    for (const feed of FEEDS) await succeed(startWorker(deps).source.ingest(feed));
    await succeed(startWorker(deps).source.endCycle(NOW + HOUR));
    expect(await readDatabase()).toEqual(undisturbed);
    await runCycle(deps);
    expect(await readDatabase()).toEqual(undisturbed);
  });
});

it('changes nothing when feeds come again, whatever they hold and in whatever order', async () => {
  const words = ['bridge', 'harbour', 'bridge+harbour', 'ferry', 'ferry+harbour', '🌉', '橋', ''];
  let seed = 20_260_310;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  for (let round = 0; round < 8; round += 1) {
    startFreshProfile();
    const { source } = startWorker();
    const feeds = Array.from({ length: 1 + next(4) }, (_, feed) =>
      fetchedFeed(
        `outlet-${feed}.test`,
        Array.from({ length: next(9) }, () => ({
          title: `${words[next(words.length)]} ${words[next(words.length)]} ${next(3)}`,
          path: String(next(6)),
          publishedAt: next(4) === 0 ? null : NOW - next(40) * HOUR,
        })),
      ),
    );
    for (const feed of feeds) await succeed(source.ingest(feed));
    const settled = await readDatabase();
    for (const feed of feeds.toReversed()) {
      expect(await succeed(source.ingest(feed))).toMatchObject({ added: 0, changed: 0 });
    }
    expect(await readDatabase(), `round ${round}`).toEqual(settled);
  }
});

describe('when storage fails', () => {
  /** Refuses the next `times` writes of articles. */
  function refuseArticles(times: number, reason: string): void {
    let left = times;
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'articles' && left > 0) {
        left -= 1;
        throw new DOMException('refused', reason);
      }
      return put.apply(this, args);
    });
  }

  it('drops from memory what storage did not accept', async () => {
    const { source } = startWorker();
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    refuseArticles(1, 'UnknownError');
    const feed = fetchedFeed('two.test', [{ title: 'harbour open' }]);
    expect(await source.ingest(feed)).toMatchObject({ ok: false, error: { reason: 'storage-failed' } });
    expect(await succeed(source.match(probeOf('three.test', 'harbour full'), neverAborted()))).toBeNull();
    expect((await readDatabase()).feeds).toHaveLength(1);
    expect(await succeed(source.ingest(feed))).toEqual({ added: 1, changed: 0, known: 0 });
    expect(await succeed(source.match(probeOf('three.test', 'harbour full'), neverAborted()))).not.toBeNull();
  });

  it('drops the engine when the engine itself fails', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const clustering = createTopicClustering();
    let isBroken = false;
    const { source } = startWorker({
      loadClustering: async () => ({
        ...clustering,
        createStoryClusterer: () => {
          const clusterer = clustering.createStoryClusterer();
          return {
            ...clusterer,
            add: (article) => {
              const placement = clusterer.add(article);
              if (isBroken) throw new TypeError('a bug');
              return placement;
            },
          };
        },
      }),
    });
    await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
    isBroken = true;
    const feed = fetchedFeed('two.test', [{ title: 'harbour open' }]);
    expect(await succeed(source.ingest(feed))).toEqual({ added: 0, changed: 0, known: 0 });
    isBroken = false;
    expect(await succeed(source.match(probeOf('three.test', 'harbour full'), neverAborted()))).toBeNull();
    expect(await succeed(source.counts())).toEqual({ articles: 1, stories: 1 });
  });

  const filled = Array.from({ length: 10 }, (_, index) => ({
    title: `topic${index} one`,
    publishedAt: NOW - (20 - index) * HOUR,
  }));

  it('makes room by dropping the oldest fifth when storage is full, and tries once more', async () => {
    const { source } = startWorker();
    await succeed(source.ingest(fetchedFeed('one.test', filled)));
    await succeed(source.endCycle(NOW));
    refuseArticles(1, 'QuotaExceededError');
    expect(await succeed(source.ingest(fetchedFeed('two.test', [{ title: 'bridge closed' }])))).toMatchObject({
      added: 1,
    });
    const { articles } = await readDatabase();
    expect(articles).toHaveLength(9);
    const titles = articles?.map((article) => (article as { title: string }).title);
    expect(titles).not.toContain('topic0 one');
    expect(titles).not.toContain('topic1 one');
    expect(await succeed(source.match(probeOf('three.test', 'topic0 again'), neverAborted()))).toBeNull();
    expect(await succeed(source.match(probeOf('three.test', 'topic2 again'), neverAborted()))).not.toBeNull();
  });

  it('says that storage is full when that did not help, and goes on answering', async () => {
    const { source } = startWorker();
    await succeed(source.ingest(fetchedFeed('one.test', filled)));
    refuseArticles(2, 'QuotaExceededError');
    const full = await source.ingest(fetchedFeed('two.test', [{ title: 'bridge closed' }]));
    expect(full).toEqual({ ok: false, error: { reason: 'storage-full' } });
    expect(await succeed(source.counts())).toEqual({ articles: 8, stories: 8 });
    expect(await succeed(source.match(probeOf('three.test', 'topic9 again'), neverAborted()))).not.toBeNull();
  });

  it('drops articles once, and again only after a feed has been stored', async () => {
    const { source } = startWorker();
    await succeed(source.ingest(fetchedFeed('one.test', filled)));
    refuseArticles(3, 'QuotaExceededError');
    const take = (no: number) => source.ingest(fetchedFeed(`${no}.test`, [{ title: `bridge ${no}` }]));
    expect([await take(1), await take(2)].map(({ ok }) => ok)).toEqual([false, false]);
    expect(await succeed(source.counts())).toEqual({ articles: 8, stories: 8 });
    await succeed(take(3));
    vi.restoreAllMocks();
    refuseArticles(1, 'QuotaExceededError');
    await succeed(take(4));
    expect(await succeed(source.counts())).toMatchObject({ articles: 8 });
  });

  describe('a snapshot that does not fit', () => {
    const FULL = { ok: false, error: { reason: 'storage-full' } };
    /** More changes than are made before the next attempt. */
    const CHANGES = 110;

    function refuseSnapshots() {
      const put = IDBObjectStore.prototype.put;
      const tries = { count: 0, isFull: true };
      vi.spyOn(console, 'warn').mockImplementation(() => undefined);
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
        if (this.name === 'snapshots') tries.count += 1;
        if (this.name === 'snapshots' && tries.isFull) throw new DOMException('refused', 'QuotaExceededError');
        return put.apply(this, args);
      });
      return tries;
    }

    /** A round with one new article, in a new worker, as after a pause. */
    async function runRound(no: number) {
      const { source } = startWorker();
      await succeed(source.ingest(fetchedFeed('two.test', [{ title: `bridge ${no}` }], NOW + no)));
      return await source.endCycle(NOW + no);
    }

    it('is not retried each round, and is reported until there is room', async () => {
      const { source } = startWorker();
      await succeed(source.ingest(fetchedFeed('one.test', filled)));
      const tries = refuseSnapshots();
      expect(await source.endCycle(NOW)).toEqual(FULL);
      expect(await source.endCycle(NOW)).toEqual(FULL);
      expect(await runRound(1)).toEqual(FULL);
      expect(tries.count).toBe(1);
      expect(await succeed(startWorker().source.match(probeOf('two.test', 'topic3'), neverAborted()))).not.toBeNull();

      for (let no = 2; no < CHANGES; no += 1) {
        await succeed(source.ingest(fetchedFeed('two.test', [{ title: `bridge ${no}` }], NOW + no)));
      }
      expect(await runRound(CHANGES)).toEqual(FULL);
      expect(tries.count).toBe(2);
      tries.isFull = false;
      expect(await runRound(CHANGES + 1)).toEqual(FULL);
      expect(tries.count).toBe(2);
      for (let no = CHANGES + 2; no < 2 * CHANGES; no += 1) {
        await succeed(source.ingest(fetchedFeed('two.test', [{ title: `bridge ${no}` }], NOW + no)));
      }
      expect(await runRound(2 * CHANGES)).toMatchObject({ ok: true });
      expect(tries.count).toBe(3);
      expect(await startWorker().source.endCycle(NOW)).toMatchObject({ ok: true });
    });

    it('is retried once articles have been dropped', async () => {
      const { source } = startWorker();
      await succeed(source.ingest(fetchedFeed('one.test', filled)));
      const tries = refuseSnapshots();
      expect(await source.endCycle(NOW)).toEqual(FULL);
      tries.isFull = false;
      const fewer = startWorker({ limits: async () => ({ keepMs: 30 * 24 * HOUR, articlesMax: 8 }) });
      expect(await fewer.source.endCycle(NOW)).toMatchObject({ ok: true, value: { expiredArticles: 2 } });
      expect(tries.count).toBe(2);
    });
  });
});
