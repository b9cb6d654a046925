// Which separation "undo" applies to, since both a server's stories and the device's own have separations.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StoryId, toArticleId } from '../../../../engine/ids.ts';
import { createSeparations } from '../../../../entrypoints/background/coverage-parts.ts';
import { writeSetting } from '../../../../utils/settings.ts';
import {
  fetchedFeed,
  NOW,
  neverAborted,
  startFreshProfile,
  startWorker,
  succeed,
  urlOf,
} from '../../../support/on-device-fixtures.ts';

const PAGE = 'https://page.test/all-of-it';
const URL_OF_BRIDGE = urlOf('one.test', 'bridge closed');
const SERVER = {
  by: 'server',
  host: 'parallax.test',
  crowd: null,
  hasSentHeadline: false,
  hasNamedStory: true,
  askedAt: null,
  staleFor: null,
};

beforeEach(() => {
  startFreshProfile();
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => vi.useRealTimers());

async function separateBoth(order: readonly ('server' | 'device')[], { isNamedAlike = false } = {}) {
  await writeSetting('sourceMode', 'server');
  await writeSetting('isFallBackOn', true);
  const { source, store } = startWorker({ now: () => Date.now() });
  await succeed(source.ingest(fetchedFeed('one.test', [{ title: 'bridge closed' }])));
  const story = (await succeed(source.lookup([URL_OF_BRIDGE], neverAborted()))).get(URL_OF_BRIDGE);
  const device = StoryId.parse(story?.id);
  const ids = { server: isNamedAlike ? device : StoryId.parse('of-the-server'), device };
  const separations = createSeparations({ store, source });
  for (const [turn, by] of order.entries()) {
    vi.setSystemTime(NOW + turn * 1000);
    const separated = { articleId: toArticleId(PAGE), storyId: ids[by], title: 'bridge closed' };
    await separations.separate(separated, by === 'server' ? { ...SERVER, by, staleFor: null } : { by });
  }
  return { separations, ids };
}

test.each([
  ['device', 'server'],
  ['server', 'device'],
] as const)('the later one: of the %s, then of the %s', async (first, last) => {
  const { separations, ids } = await separateBoth([first, last]);
  const found = await separations.findSeparated(PAGE);
  expect(found?.storyId).toBe(ids[last]);
  if (found) await succeed(separations.unseparate(found));
  expect((await separations.findSeparated(PAGE))?.storyId).toBe(ids[first]);
});

test('applies only to a server’s stories while the device has no index of its own', async () => {
  const { separations, ids } = await separateBoth(['server', 'device']);
  await writeSetting('isFallBackOn', false);
  expect((await separations.findSeparated(PAGE))?.storyId).toBe(ids.server);
  await writeSetting('sourceMode', 'on-device');
  expect((await separations.findSeparated(PAGE))?.storyId).toBe(ids.device);
});

test('applies to the device’s own story while the device answers, even if a server’s story has the same id', async () => {
  const { separations } = await separateBoth(['server', 'device'], { isNamedAlike: true });
  await writeSetting('sourceMode', 'on-device');
  const found = await separations.findSeparated(PAGE);
  expect(found).not.toBeNull();
  if (found) await succeed(separations.unseparate(found));
  expect(await separations.findSeparated(PAGE)).toBeNull();
  await writeSetting('sourceMode', 'server');
  expect(await separations.findSeparated(PAGE)).not.toBeNull();
});
