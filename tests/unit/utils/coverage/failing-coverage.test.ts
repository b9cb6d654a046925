// If the engine on the device fails on the coverage of one story, that story is not shown until it succeeds, and all others are.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BLINDSPOT_THRESHOLDS, computeBaseline } from '../../../../engine/coverage/blindspot.ts';
import { OutletId } from '../../../../engine/ids.ts';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { createOutletRater } from '../../../../engine/outlet/outlet-rater.ts';
import {
  DAY,
  type Fixture,
  fetchedFeed,
  NOW,
  neverAborted,
  readDatabase,
  startFreshProfile,
  startWorker,
  succeed,
  urlOf,
} from '../../../support/on-device-fixtures.ts';

const BAD = OutletId.parse('host:bad.test');
const BRIDGE = 'Bridge closed';
const DAIRY = 'Dairy law';
const URLS = [urlOf('bad.test', BRIDGE), urlOf('one.test', DAIRY)];

const rater = createOutletRater({ directory: createOutletDirectory([]), packs: [], ownBias: {} });
const rate: typeof rater.rate = (id) => {
  if (id === BAD) throw new TypeError(`cannot read ${BRIDGE}`);
  return rater.rate(id);
};
const inUse = {
  key: 'r1',
  rater: { ...rater, rate },
  baseline: computeBaseline([]),
  blindspotThresholds: BLINDSPOT_THRESHOLDS,
};
const startFailing = () => startWorker({ ratings: { key: async () => 'r1', load: async () => inUse } });

const said: string[] = [];
beforeEach(() => {
  startFreshProfile();
  said.length = 0;
  vi.spyOn(console, 'error').mockImplementation((line) => said.push(line));
});
afterEach(() => vi.restoreAllMocks());

async function takeBoth({ source }: Fixture): Promise<void> {
  await succeed(source.ingest(fetchedFeed('bad.test', [{ title: BRIDGE }])));
  await succeed(source.ingest(fetchedFeed('one.test', [{ title: DAIRY }])));
  await succeed(source.endCycle(NOW));
}

async function readShown({ source }: Fixture): Promise<readonly unknown[]> {
  const found = await succeed(source.lookup(URLS, neverAborted()));
  const latest = await succeed(source.stories({ limit: 9 }, neverAborted()));
  return [[...found.keys()], latest.map(({ title }) => title).toSorted()];
}

it('shows the other story, and that one too once it can', async () => {
  const worker = startFailing();
  await takeBoth(worker);
  expect(await readShown(worker)).toEqual([[URLS[1]], [DAIRY]]);
  expect(said.join()).toMatch(/the engine failed \(TypeError\): the story \S+ is not shown/);
  expect(said.join()).not.toContain(BRIDGE);
  expect(await readShown(startWorker())).toEqual([URLS, [BRIDGE, DAIRY]]);
});

it('drops that story when it expires', async () => {
  const worker = startFailing();
  await takeBoth(worker);
  for (const day of [13, 15]) await succeed(worker.source.endCycle(NOW + day * DAY));
  expect((await readDatabase()).articles).toEqual([]);
});
