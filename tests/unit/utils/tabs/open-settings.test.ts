// The settings open once per window: on a further request, their tab comes to the front with the section.
import { beforeEach, expect, it, vi } from 'vitest';
import { browser, type Runtime, type Tabs } from '../../../../utils/browser.ts';
import { openSettings } from '../../../../utils/tabs/open-settings.ts';

const SETTINGS = browser.runtime.getURL('/options.html');
const opener = { id: 7, index: 3, windowId: 2 } as Tabs.Tab;
const create = vi.fn();
const update = vi.fn();
let pages: { documentUrl: string; tabId: number; windowId: number }[];

beforeEach(() => {
  vi.restoreAllMocks();
  pages = [{ documentUrl: browser.runtime.getURL('/onboarding.html'), tabId: 11, windowId: 2 }];
  const getContexts = async ({ windowIds }: Runtime.ContextFilter) =>
    pages.filter(({ windowId }) => windowIds?.includes(windowId));
  Object.assign(browser.runtime, { getContexts });
  vi.spyOn(browser.tabs, 'get').mockResolvedValue(opener);
  vi.spyOn(browser.tabs, 'create').mockImplementation(create.mockReset().mockResolvedValue(opener));
  vi.spyOn(browser.tabs, 'update').mockImplementation(update.mockReset().mockResolvedValue(opener));
});

it.each(['', '#feeds'])(
  'a tab that has the settings%s comes to the front with the section that is asked for',
  async (at) => {
    pages.push({ documentUrl: SETTINGS + at, tabId: 12, windowId: 2 });
    await openSettings('ledger', 7);
    expect(update.mock.calls).toEqual([[12, { active: true, url: `${SETTINGS}#ledger` }]]);
    expect(create).not.toHaveBeenCalled();
  },
);

it('where no section is asked for it stays where it is', async () => {
  pages.push({ documentUrl: `${SETTINGS}#feeds`, tabId: 12, windowId: 2 });
  await openSettings('', 7);
  expect(update.mock.calls).toEqual([[12, { active: true }]]);
});

it('settings that are open in another window stay there', async () => {
  pages.push({ documentUrl: SETTINGS, tabId: 12, windowId: 3 });
  await openSettings('feeds', 7);
  expect(update).not.toHaveBeenCalled();
  expect(create.mock.calls).toEqual([[expect.objectContaining({ url: `${SETTINGS}#feeds`, index: 4 })]]);
});

it('a tab that was closed meanwhile is opened anew', async () => {
  pages.push({ documentUrl: SETTINGS, tabId: 12, windowId: 2 });
  update.mockRejectedValue(new Error('no tab'));
  await openSettings('', 7);
  expect(create).toHaveBeenCalledOnce();
});

it('if the browser does not list its pages, they open all the same', async () => {
  Object.assign(browser.runtime, { getContexts: undefined });
  await openSettings('', 7);
  expect(create).toHaveBeenCalledOnce();
});
