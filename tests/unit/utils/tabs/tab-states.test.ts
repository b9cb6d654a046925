// The state of a tab is deleted with the tab, and makes room for others.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dropGoneTabs, readClickedPage, writeClickedPage } from '../../../../utils/tabs/tab-states.ts';

const { session } = fakeBrowser.storage;
const KEPT = {
  'tab:7': 'open',
  'report:7': 'open',
  'tab:8': 'gone',
  'report:8': 'gone',
  'confirmed:8': 'gone',
  'clicked:8': 'gone',
  sync: 'of no tab',
};

const openTabs = (ids: readonly number[]) =>
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () => ids.map((id) => ({ id }))) as never);

beforeEach(() => session.set(KEPT));

test('no state of closed tabs is kept', async () => {
  openTabs([7, 9]);
  await dropGoneTabs();
  expect(Object.keys(await session.get(null)).sort()).toEqual(['report:7', 'sync', 'tab:7']);
});

test('a browser that cannot list keys is asked for all stored values', async () => {
  openTabs([7]);
  const { getKeys } = session;
  Object.assign(session, { getKeys: undefined });
  await dropGoneTabs();
  Object.assign(session, { getKeys });
  expect(Object.keys(await session.get(null)).sort()).toEqual(['report:7', 'sync', 'tab:7']);
});

test('a tab that is opened meanwhile does not count as closed', async () => {
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () => {
    await session.set({ 'tab:9': 'opened meanwhile' });
    return [{ id: 7 }];
  }) as never);
  await dropGoneTabs();
  expect(await session.get('tab:9')).toEqual({ 'tab:9': 'opened meanwhile' });
});

describe('memory that is full', () => {
  /** As in browsers: an item that does not fit is not stored at all. */
  function keepRoomFor(items: number) {
    const set = session.set.bind(session);
    vi.spyOn(session, 'set').mockImplementation((async (item: Record<string, unknown>) => {
      const others = Object.keys(await session.get(null)).filter((key) => !Object.hasOwn(item, key));
      if (others.length >= items) throw new Error('Session storage quota bytes exceeded. Values were not stored.');
      await set(item);
    }) as never);
  }

  test('with state of closed tabs gets room for an open one', async () => {
    openTabs([7, 9]);
    keepRoomFor(7);
    await writeClickedPage(9, 'https://own.test/');
    expect(await readClickedPage(9)).toBe('https://own.test/');
  });

  test('with answers of other open tabs gets room for this one, and keeps their reports', async () => {
    openTabs([7, 8, 9]);
    keepRoomFor(6);
    await writeClickedPage(9, 'https://own.test/');
    expect(await readClickedPage(9)).toBe('https://own.test/');
    expect(Object.keys(await session.get(null)).filter((key) => /^(tab|report)/.test(key))).toEqual([
      'report:7',
      'report:8',
    ]);
  });

  test('with anything else is reported as full', async () => {
    openTabs([7, 8, 9]);
    keepRoomFor(4);
    await expect(writeClickedPage(9, 'https://own.test/')).rejects.toThrow('quota');
  });
});
