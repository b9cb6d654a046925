// Stored settings: values that no longer parse count as unset, and older forms are still read.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readSetting } from '../../../utils/settings.ts';

beforeEach(() => fakeBrowser.reset());

describe('own ratings', () => {
  const store = (value: unknown) => fakeBrowser.storage.local.set({ 'setting:ownBias': value });

  it('are read with the day they were given, and without it where it was not kept', async () => {
    const own = { herald: { bias: -2, date: '2026-03-01' }, gazette: 1 };
    await store(own);
    expect(await readSetting('ownBias')).toEqual(own);
  });

  it.each([{ herald: 4 }, { herald: { bias: 4, date: '2026-03-01' } }, { herald: { bias: 1, date: 'today' } }])(
    'count as unset when they are %j',
    async (stored) => {
      await store(stored);
      expect(await readSetting('ownBias')).toEqual({});
    },
  );
});

it('no change is lost if two windows make one at the same moment', async () => {
  const openWindow = async () => {
    vi.resetModules();
    return import('../../../utils/settings.ts');
  };
  const [one, other] = [await openWindow(), await openWindow()];
  const add = (feed: string) => (feeds: string[]) => [...feeds, feed];
  await Promise.all([one.changeSetting('feedsAdded', add('a')), other.changeSetting('feedsAdded', add('b'))]);
  expect(await readSetting('feedsAdded')).toEqual(['a', 'b']);
});
