// Every story id ever shown leads to a story with an article that it led to before, as long as one of these exists.
import { beforeEach, expect, it } from 'vitest';
import { createStoryClusterer, openStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { ENGINE_VERSION } from '../../../../engine/version.ts';
import { createRandom } from '../../../../scripts/bench/invented-stream.ts';
import { createStore, type Store } from '../../../../utils/store/database.ts';
import {
  fetchedFeed,
  HOUR,
  NOW,
  startFreshProfile,
  startWorker,
  succeed,
} from '../../../support/on-device-fixtures.ts';
import { createIdWatch, type StoredPlaces } from '../../../support/story-id-watch.ts';
import { createTurbulence } from '../../../support/turbulence.ts';

beforeEach(startFreshProfile);

async function readPlaces(store: Store): Promise<StoredPlaces> {
  const [articles, stories] = await succeed(
    store.run(async (db) => [await db.getAll('articles'), await db.getAll('stories')] as const),
  );
  return {
    places: new Map(articles.map(({ id, storyId }) => [id, storyId])),
    redirects: new Map(stories.flatMap(({ id, mergedInto }) => (mergedInto === null ? [] : [[id, mergedInto]]))),
  };
}

it.each([12, 17])(
  'while stories merge, part and expire within half a day (stream %i)',
  { timeout: 60_000 },
  async (seed) => {
    const random = createRandom(seed);
    const headlines = createTurbulence(random);
    const watch = createIdWatch();
    let now = NOW;
    const store = createStore();
    /** A user may read between any two transactions. */
    const watched: Store = {
      async run(work) {
        const done = await store.run(work);
        watch.check(await readPlaces(store));
        return done;
      },
      discard: store.discard,
      close: store.close,
    };
    const start = () =>
      startWorker({
        store: watched,
        engineVersion: ENGINE_VERSION,
        loadClustering: async () => ({ createStoryClusterer, openStoryClusterer }),
        now: () => now,
        limits: async () => ({ keepMs: 12 * HOUR, articlesMax: random() < 0.1 ? 30 : 1000 }),
      }).source;
    let source = start();
    for (let poll = 0; poll < 36; poll++) {
      now += HOUR;
      const host = `outlet-${poll % 12}.test`;
      await succeed(source.ingest(fetchedFeed(host, headlines(host, now), now)));
      if (random() < 0.3) await succeed(source.endCycle(now));
      if (random() < 0.1) source = start(); // with and without a current snapshot
    }
    expect(Math.min(...Object.values(watch.seen()))).toBeGreaterThan(2);
  },
);
