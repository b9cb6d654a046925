// Where a page of the extension opens: beside the tab that requested it, or where the browser puts it.
import { beforeEach, expect, it, vi } from 'vitest';
import { browser, type Tabs } from '../../../../utils/browser.ts';
import { openBeside } from '../../../../utils/tabs/open-beside.ts';

const URL = browser.runtime.getURL('/story.html?id=s');
const opener = { id: 7, index: 3, windowId: 2 } as Tabs.Tab;

beforeEach(() => vi.restoreAllMocks());

it('a page opened from a tab is beside it, and that tab is selected again when it is closed', async () => {
  vi.spyOn(browser.tabs, 'get').mockResolvedValue(opener);
  const create = vi.spyOn(browser.tabs, 'create').mockResolvedValue(opener);
  await openBeside('/story.html?id=s', 7);
  expect(create.mock.calls).toEqual([[{ url: URL, openerTabId: 7, windowId: 2, index: 4 }]]);
});

it('where the browser refuses that place, it opens all the same', async () => {
  vi.spyOn(browser.tabs, 'get').mockResolvedValue(opener);
  const create = vi.spyOn(browser.tabs, 'create').mockRejectedValueOnce(new Error('a private window'));
  create.mockResolvedValue(opener);
  await openBeside('/story.html?id=s', 7);
  expect(create.mock.lastCall).toEqual([{ url: URL }]);
});

it('from a tab that is gone it opens all the same', async () => {
  vi.spyOn(browser.tabs, 'get').mockRejectedValue(new Error('no tab'));
  const create = vi.spyOn(browser.tabs, 'create').mockResolvedValue(opener);
  await openBeside('/story.html?id=s', 7);
  expect(create.mock.calls).toEqual([[{ url: URL }]]);
});
