// Headlines of links: matched only while the engine is in memory, only when nearly certain, and a bounded number.
import { beforeEach, expect, it, vi } from 'vitest';
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

const TITLE = 'bridge: closed after inspection';

beforeEach(startFreshProfile);

async function startWithStory() {
  const fixture = startWorker();
  await succeed(fixture.source.ingest(fetchedFeed('one.test', [{ title: TITLE }])));
  await succeed(fixture.source.ingest(fetchedFeed('two.test', [{ title: 'bridge: engineers were warned' }])));
  return fixture;
}

it('finds the story of a headline whose address no feed has', async () => {
  const { source } = await startWithStory();
  const probe = probeOf('three.test', 'bridge: what is known');
  const found = await succeed(source.matchTitles(async () => [probe], neverAborted()));
  expect(found.get(probe.url)?.reports).toBe(2);
});

it('leaves out a story that had no report for two days: a page links to what is new', async () => {
  let now = NOW;
  const { source } = startWorker({ now: () => now });
  await succeed(source.ingest(fetchedFeed('one.test', [{ title: TITLE }])));
  const find = async () => {
    const probe = probeOf('three.test', 'bridge: what is known');
    return (await succeed(source.matchTitles(async () => [probe], neverAborted()))).size;
  };
  now += 47 * HOUR;
  expect(await find()).toBe(1);
  now += 2 * HOUR;
  expect(await find()).toBe(0);
});

it('asks for no probe where the engine would have to be loaded', async () => {
  await startWithStory();
  const { source } = startWorker();
  const readProbes = vi.fn(async () => [probeOf('three.test', TITLE)]);
  expect((await succeed(source.matchTitles(readProbes, neverAborted()))).size).toBe(0);
  expect(readProbes).not.toHaveBeenCalled();
});

it('compares them all, whatever the clock is set to meanwhile', async () => {
  let now = NOW;
  const { source } = startWorker({ now: () => (now += HOUR) });
  await succeed(source.ingest(fetchedFeed('one.test', [{ title: TITLE }])));
  const probes = ['closed', 'reopened', 'sold'].map((word) => probeOf('three.test', `bridge: ${word}`));
  const found = await succeed(source.matchTitles(async () => probes, neverAborted()));
  expect(found.size).toBe(3);
});

it('compares no more than forty headlines a question', async () => {
  const { source } = await startWithStory();
  const probes = Array.from({ length: 60 }, (_, index) => probeOf('three.test', `bridge: number ${index}`));
  const found = await succeed(source.matchTitles(async () => probes, neverAborted()));
  expect(found.size).toBe(40);
});
