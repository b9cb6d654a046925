// What the toolbar button shows for a tab: its page's state, the user's confirmation, and its site's switch.
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OutletId } from '../../../../engine/ids.ts';
import type { PageState } from '../../../../utils/tab-state.ts';
import { confirmedKey } from '../../../../utils/tabs/tab-keys.ts';
import { writeTabState } from '../../../../utils/tabs/tab-states.ts';
import { createTabToolbar } from '../../../../utils/tabs/tab-toolbar.ts';
import { coverageOf } from '../../../support/coverage-fixtures.ts';
import { CERTAIN } from '../../../support/ui/popup-states.ts';
import { until } from '../../../support/until.ts';

const TAB = { id: 7, url: 'https://own.test/bridge', isPrivate: false };
const coverage = coverageOf({ outlets: ['own.test', 'other.test', 'third.test'] });
const possible: PageState = {
  status: 'possible',
  article: {
    url: TAB.url,
    title: 'Bridge',
    kind: 'report',
    host: 'own.test',
    outletId: OutletId.parse('own.test'),
    publishedAt: null,
  },
  match: CERTAIN,
  coverage,
  answeredBy: { by: 'device' },
};

let isOff: boolean;
const toolbar = createTabToolbar({
  findTab: async () => TAB,
  listTabs: async () => [TAB],
  isSiteOff: async () => isOff,
});
const shownText = () => fakeBrowser.action.getBadgeText({ tabId: TAB.id });
const shownTitle = () => fakeBrowser.action.getTitle({ tabId: TAB.id });

beforeEach(async () => {
  isOff = false;
  const { action, i18n } = fakeBrowser;
  Object.assign(action, { setIcon: vi.fn(async () => undefined) });
  Object.assign(i18n, { getMessage: (key: string) => key });
  await writeTabState(TAB.id, { pageUrl: TAB.url, page: possible, separated: null });
});

test('a question where the story is only possible, in words too', async () => {
  await toolbar.renew(TAB.id);
  expect(await shownText()).toBe('?');
  expect(await shownTitle()).toBe('extensionName: possibleTitle');
});

test('its reports, once the user has said that it is the same story', async () => {
  await fakeBrowser.storage.session.set({ [confirmedKey(TAB.id)]: coverage.story.id });
  await toolbar.renew(TAB.id);
  expect(await shownText()).toBe(String(coverage.story.reports));
});

test('a question again when the page is found in another story than the one that was confirmed', async () => {
  await fakeBrowser.storage.session.set({ [confirmedKey(TAB.id)]: 'another' });
  await toolbar.renew(TAB.id);
  expect(await shownText()).toBe('?');
});

test('nothing where the site is off', async () => {
  isOff = true;
  await toolbar.renew(TAB.id);
  expect(await shownText()).toBe('');
});

test('nothing for a page other than the tab’s, such as one that was given up after a navigation', async () => {
  const failed: PageState = { status: 'failed', reason: 'page-unreadable', detail: 'no report' };
  await writeTabState(TAB.id, { pageUrl: 'https://own.test/before', page: failed, separated: null });
  await toolbar.renew(TAB.id);
  expect(await shownText()).toBe('');
  await writeTabState(TAB.id, { pageUrl: `${TAB.url}#part`, page: failed, separated: null });
  await toolbar.renew(TAB.id);
  expect(await shownText()).toBe('!');
  expect(await shownTitle()).toBe('extensionName: failedTitle');
});

test('the icon is set if it has to change, and left if it is right', async () => {
  const icons = vi.mocked(fakeBrowser.action.setIcon);
  await toolbar.renew(TAB.id);
  expect(icons).not.toHaveBeenCalled();
  isOff = true;
  await toolbar.renew(TAB.id);
  expect(icons.mock.lastCall?.[0].path).toMatchObject({ 16: '/icons/icon-off-16.png' });
  isOff = false;
  await toolbar.renew(TAB.id);
  expect(icons.mock.lastCall?.[0].path).toMatchObject({ 16: '/icons/icon-16.png' });
  await toolbar.renew(TAB.id);
  expect(icons).toHaveBeenCalledTimes(2);
});

test('after many changes of a page’s title within a second, its button is updated once, to the final state', async () => {
  let looks = 0;
  let url = 'https://own.test/first';
  const asked: string[] = [];
  const toolbar = createTabToolbar({
    findTab: async () => {
      looks += 1;
      return { ...TAB, url };
    },
    listTabs: async () => [],
    isSiteOff: async (site) => {
      asked.push(site);
      return false;
    },
  });
  const first = toolbar.renew(TAB.id);
  url = 'https://own.test/last';
  await Promise.all([first, ...Array.from({ length: 100 }, () => toolbar.renew(TAB.id))]);
  expect(asked).toEqual(['https://own.test/first', url]);
  await toolbar.renew(TAB.id);
  expect(looks).toBe(3);
});

test('the icon is right after a site was switched off and on again while its button was being updated', async () => {
  const icons = vi.mocked(fakeBrowser.action.setIcon);
  let drawn = () => {};
  icons.mockImplementationOnce(() => new Promise<void>((resolve) => (drawn = resolve)));
  isOff = true;
  const off = toolbar.renewAll();
  await until(() => expect(icons).toHaveBeenCalled());
  isOff = false;
  const on = toolbar.renewAll();
  await new Promise((resolve) => setTimeout(resolve, 20));
  drawn();
  await Promise.all([off, on]);
  expect(icons.mock.lastCall?.[0].path).toMatchObject({ 16: '/icons/icon-16.png' });
  expect(await shownTitle()).toBe('extensionName: possibleTitle');
});
