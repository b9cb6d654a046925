// If the engine on the device fails on one article, the others are stored, the round goes on, and that one is not retried with each poll.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FeedState } from '../../../../engine/feed/feed-state.ts';
import type { PollOutcome } from '../../../../engine/feed/poll-outcome.ts';
import type { StoryClusterer } from '../../../../engine/ports.ts';
import { readFeedState } from '../../../../utils/store/feed-states.ts';
import { readWith } from '../../../../utils/store/transaction.ts';
import {
  type Fixture,
  fetchedFeed,
  NOW,
  readDatabase,
  startFreshProfile,
  startWorker,
  succeed,
} from '../../../support/on-device-fixtures.ts';
import { createTopicClustering } from '../../../support/topic-clusterer.ts';

const BAD = 'Tram strike';
const HEADLINES = ['Bridge closed', BAD, 'Harbour open'].map((title) => ({ title }));

type Failing = { in: 'add' | 'maintain' | 'nothing' | 'all'; tries: number };

function startFailing(failing: Failing, engineVersion = 1): Fixture {
  const clustering = createTopicClustering();
  const wrap = (clusterer: StoryClusterer): StoryClusterer => {
    let isBroken = failing.in === 'all';
    const fail = (): never => {
      failing.tries += 1;
      throw new TypeError(`cannot read ${BAD}`);
    };
    return {
      ...clusterer,
      add(article) {
        if (article.title === BAD && failing.in === 'add') fail();
        isBroken ||= article.title === BAD && failing.in === 'maintain';
        return clusterer.add(article);
      },
      maintain: () => (isBroken ? fail() : clusterer.maintain()),
    };
  };
  return startWorker({
    engineVersion,
    loadClustering: async () => ({
      createStoryClusterer: () => wrap(clustering.createStoryClusterer()),
      openStoryClusterer: (snapshot) => {
        const opened = clustering.openStoryClusterer(snapshot);
        return opened && wrap(opened);
      },
    }),
  });
}

const titles = async () =>
  ((await readDatabase()).articles as { title: string }[]).map(({ title }) => title).toSorted();

/** As in the feed's next poll: the feed's stored state is passed on. */
async function pollAgain({ store }: Fixture, headlines = HEADLINES): Promise<PollOutcome> {
  const outcome = fetchedFeed('one.test', headlines);
  const before = await succeed(
    store.run(readWith(['feeds'], (transaction) => readFeedState(transaction, outcome.state.url))),
  );
  return { ...outcome, state: { ...outcome.state, ...before } as FeedState };
}

afterEach(() => vi.restoreAllMocks());

describe.each(['add', 'maintain'] as const)('the engine fails in %s', (step) => {
  const said: string[] = [];
  let failing: Failing;
  beforeEach(() => {
    startFreshProfile();
    failing = { in: step, tries: 0 };
    said.length = 0;
    const keep = (...parts: unknown[]) => said.push(parts.map(String).join(' '));
    vi.spyOn(console, 'error').mockImplementation(keep);
    vi.spyOn(console, 'warn').mockImplementation(keep);
  });

  it('stores the others, and the feeds after it', async () => {
    const { source } = startFailing(failing);
    const report = await succeed(source.ingest(fetchedFeed('one.test', HEADLINES)));
    expect(report).toEqual({ added: 2, changed: 0, known: 0 });
    await succeed(source.ingest(fetchedFeed('two.test', [{ title: 'Dairy law' }])));
    await succeed(source.endCycle(NOW));
    expect(await titles()).toEqual(['Bridge closed', 'Dairy law', 'Harbour open']);
    expect(said).toHaveLength(2);
    expect(said.join()).not.toContain(BAD);
  });

  it('does not try it again while the feed lists it, also after a restart', async () => {
    await succeed(startFailing(failing).source.ingest(fetchedFeed('one.test', HEADLINES)));
    failing.tries = 0;
    const worker = startFailing(failing);
    await succeed(worker.source.ingest(await pollAgain(worker, [...HEADLINES, { title: 'Dairy law' }])));
    expect(failing.tries).toBe(0);
    expect(await titles()).toEqual(['Bridge closed', 'Dairy law', 'Harbour open']);
    await succeed(worker.source.ingest(await pollAgain(worker, [{ title: 'Dairy law' }])));
    expect((await readDatabase()).feeds).toEqual([expect.not.objectContaining({ setAside: expect.anything() })]);
  });

  it('tries it again with an engine of another version', async () => {
    await succeed(startFailing(failing).source.ingest(fetchedFeed('one.test', HEADLINES)));
    const worker = startFailing({ in: 'nothing', tries: 0 }, 2);
    await succeed(worker.source.ingest(await pollAgain(worker)));
    expect(await titles()).toEqual(['Bridge closed', 'Harbour open', BAD]);
  });

  it('fetches the feed again if the worker was stopped in between', async () => {
    const worker = startFailing(failing);
    await succeed(worker.source.ingest(fetchedFeed('one.test', HEADLINES.slice(0, 1))));
    const [before] = (await readDatabase()).feeds ?? [];
    const stop = new Error('the worker is stopped');
    vi.spyOn(console, 'error').mockImplementation(() => {
      throw stop;
    });
    await expect(worker.source.ingest(await pollAgain(worker))).rejects.toBe(stop);
    expect((await readDatabase()).feeds).toEqual([before]);
  });
});

it('blames no article if an engine fails without any', async () => {
  startFreshProfile();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { source } = startFailing({ in: 'all', tries: 0 });
  await expect(source.ingest(fetchedFeed('one.test', HEADLINES))).rejects.toThrow('the engine failed');
  expect((await readDatabase()).feeds).toEqual([]);
});

it('clusters all others again after an update if the new engine fails on one', async () => {
  startFreshProfile();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await succeed(startFailing({ in: 'nothing', tries: 0 }).source.ingest(fetchedFeed('one.test', HEADLINES)));
  const failing: Failing = { in: 'add', tries: 0 };
  const worker = startFailing(failing, 2);
  await succeed(worker.source.ingest(fetchedFeed('two.test', [{ title: 'Dairy law' }])));
  expect(await titles()).toEqual(['Bridge closed', 'Dairy law', 'Harbour open']);
  expect(await succeed(worker.source.counts())).toEqual({ articles: 3, stories: 3 });
  for (const tries of [1, 3, 3]) {
    expect(failing.tries).toBe(tries);
    await succeed(worker.source.ingest(await pollAgain(worker)));
  }
});
