// Headlines of links are only matched while the engine is in memory, only if nearly certain, and only a limited number.
import { beforeEach, expect, it, vi } from 'vitest';
import type { TitleSource } from '../../../../utils/coverage/match-titles.ts';
import {
  fetchedFeed,
  HOUR,
  NOW,
  neverAborted,
  probeOf,
  startFreshProfile,
  startWorker,
  succeed,
} from '../../../support/on-device-fixtures.ts';
import { createTopicClustering } from '../../../support/topic-clusterer.ts';

const TITLE = 'bridge: closed after inspection';

beforeEach(startFreshProfile);

async function startWithStory(confidence = 0.9, readTicks = () => 0) {
  const clustering = createTopicClustering({ confidence });
  const fixture = startWorker({ loadClustering: async () => clustering, ticks: readTicks });
  await succeed(fixture.source.ingest(fetchedFeed('one.test', [{ title: TITLE }])));
  await succeed(fixture.source.ingest(fetchedFeed('two.test', [{ title: 'bridge: engineers were warned' }])));
  return fixture;
}

it('finds the story of a headline whose address no feed has', async () => {
  const { source } = await startWithStory();
  const probe = probeOf('three.test', 'bridge: what is known');
  const found = await succeed(
    source.matchTitles({ readProbes: async () => [probe], source: 'headline' }, neverAborted()),
  );
  expect(found.get(probe.url)?.reports).toBe(2);
});

it('leaves out a story that had no report for two days: a page links to what is new', async () => {
  let now = NOW;
  const { source } = startWorker({ now: () => now });
  await succeed(source.ingest(fetchedFeed('one.test', [{ title: TITLE }])));
  const find = async () => {
    const probe = probeOf('three.test', 'bridge: what is known');
    return (await succeed(source.matchTitles({ readProbes: async () => [probe], source: 'headline' }, neverAborted())))
      .size;
  };
  now += 47 * HOUR;
  expect(await find()).toBe(1);
  now += 2 * HOUR;
  expect(await find()).toBe(0);
});

it('creates no probe if the engine would have to be loaded', async () => {
  await startWithStory();
  const { source } = startWorker();
  const readProbes = vi.fn(async () => [probeOf('three.test', TITLE)]);
  expect((await succeed(source.matchTitles({ readProbes, source: 'headline' }, neverAborted()))).size).toBe(0);
  expect(readProbes).not.toHaveBeenCalled();
});

it('compares all of them, even if the clock is changed meanwhile', async () => {
  let now = NOW;
  const { source } = startWorker({ now: () => (now += HOUR) });
  await succeed(source.ingest(fetchedFeed('one.test', [{ title: TITLE }])));
  const probes = ['closed', 'reopened', 'sold'].map((word) => probeOf('three.test', `bridge: ${word}`));
  const found = await succeed(
    source.matchTitles({ readProbes: async () => probes, source: 'headline' }, neverAborted()),
  );
  expect(found.size).toBe(3);
});

it('compares no more than forty headlines a question', async () => {
  const { source } = await startWithStory();
  const probes = Array.from({ length: 60 }, (_, index) => probeOf('three.test', `bridge: number ${index}`));
  const found = await succeed(
    source.matchTitles({ readProbes: async () => probes, source: 'headline' }, neverAborted()),
  );
  expect(found.size).toBe(40);
});

it('accepts a weaker match for words of an address, since the headline has to confirm it', async () => {
  const { source } = await startWithStory(0.5);
  const probe = probeOf('three.test', TITLE);
  const countBy = async (by: TitleSource) =>
    (await succeed(source.matchTitles({ readProbes: async () => [probe], source: by }, neverAborted()))).size;
  expect(await countBy('headline')).toBe(0);
  expect(await countBy('address')).toBe(1);
});

it.each([
  ['there are more than it compares', 200, 0],
  ['time has run out', 100, 1],
])('says of the words of addresses that they were not all compared where %s', async (_, count, msEach) => {
  let now = 0;
  const { source } = await startWithStory(0.5, () => (now += msEach));
  const probes = Array.from({ length: count }, (_one, index) => probeOf('three.test', `ferry: number ${index}`));
  const matched = await source.matchTitles(
    { readProbes: async () => [...probes, probeOf('three.test', TITLE)], source: 'address' },
    neverAborted(),
  );
  expect(matched).toEqual({ ok: false, error: { reason: 'aborted' } });
});
