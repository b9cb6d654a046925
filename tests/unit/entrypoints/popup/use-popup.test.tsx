// The whole popup with a browser in memory: its first render, its buttons, and navigations of its tab.
// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Popup } from '../../../../components/popup/Popup.tsx';
import { OutletId, StoryId } from '../../../../engine/ids.ts';
import { type FirstFacts, readFirstFacts, usePopup } from '../../../../entrypoints/popup/use-popup.ts';
import { browser, type Tabs } from '../../../../utils/browser.ts';
import { onSettingsChanged, readSetting, writeSetting, writeSettings } from '../../../../utils/settings.ts';
import { publishSyncState } from '../../../../utils/sync/sync-publication.ts';
import type { SyncState } from '../../../../utils/sync-state.ts';
import type { TabState } from '../../../../utils/tab-state.ts';
import { dropTab, writeTabState } from '../../../../utils/tabs/tab-states.ts';
import { inventedCoverage } from '../../../support/ui/invented-story.ts';
import { CERTAIN } from '../../../support/ui/popup-states.ts';
import { until } from '../../../support/until.ts';
import { draw, findButton, textOf } from '../../components/draw.tsx';

const FIRST = 'https://herald.test/pier';
const NEXT = 'https://gull.test/wall';
const coverage = inventedCoverage();

/** The browser's event for a permission that was granted or revoked. */
let tellAccess: () => void = () => {};

beforeEach(() => {
  const onAdded = {
    addListener: (listener: () => void) => {
      tellAccess = listener;
    },
    removeListener: () => {},
  };
  Object.assign(browser.permissions, { onAdded, onRemoved: { addListener: () => {}, removeListener: () => {} } });
});

function PopupEntry({ first }: { first: FirstFacts }) {
  const { state, actions } = usePopup(first);
  return <Popup state={state} actions={actions} />;
}

const coveredBy = (pageUrl: string, title: string): TabState => ({
  pageUrl,
  page: {
    status: 'covered',
    article: {
      url: pageUrl,
      title,
      kind: 'report',
      host: 'herald.test',
      outletId: OutletId.parse('herald'),
      publishedAt: null,
    },
    match: CERTAIN,
    coverage: { ...coverage, story: { ...coverage.story, id: StoryId.parse(title), title } },
    answeredBy: { by: 'device' },
  },
  separated: null,
});

const PAUSED: SyncState = {
  feedsAllowed: 2,
  feedsChosen: 2,
  running: null,
  isFirst: false,
  lastSuccessAt: 1,
  offlineSince: null,
  articles: 900,
  stories: 200,
  failing: 2,
  pausedUntil: null,
  storageFull: false,
  unreadable: null,
};

const frontPage = (pageUrl: string): TabState => ({
  pageUrl,
  page: { status: 'not-article', kind: 'front', outletStories: [coverage.story] },
  separated: null,
});

it('a failing browser call is reported, and can be retried', async () => {
  vi.spyOn(browser.tabs, 'query').mockRejectedValue(new Error('no tabs'));
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => {});
  const root = draw(<PopupEntry first={await readFirstFacts('')} />);
  expect(textOf(root.querySelector('main'))).toContain('This should not have happened');
  findButton(root, 'Try again').click();
  expect(reload).toHaveBeenCalledOnce();
});

it.each([
  ['that they were not copied', () => Promise.reject(new DOMException('not focused', 'NotAllowedError')), 'Not copied'],
  ['that they were copied', () => Promise.resolve(), 'Copied.'],
])('of details of a failure it is said %s', async (_, write, said) => {
  vi.spyOn(browser.tabs, 'query').mockRejectedValue(new Error('no tabs'));
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ manifest_version: 3, name: 'Parallax', version: '1.0' });
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(write);
  const root = draw(<PopupEntry first={await readFirstFacts('')} />);
  findButton(root, 'Copy details').click();
  await until(() => expect(textOf(root.querySelector('main [role=status]'))).toContain(said));
});

it('a pause of all feeds that ends under the open popup ends there', async () => {
  const tab = await browser.tabs.create({ url: FIRST });
  vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue({ ok: true, value: null });
  vi.spyOn(browser.permissions, 'contains').mockResolvedValue(false);
  const { article } = coveredBy(FIRST, 'Pier').page as Extract<TabState['page'], { status: 'covered' }>;
  const page = { status: 'uncovered', article, answeredBy: { by: 'device' } } as const;
  await writeTabState(tab.id ?? -1, { pageUrl: FIRST, page, separated: null });
  await publishSyncState({ ...PAUSED, pausedUntil: Date.now() + 100 });
  const root = draw(<PopupEntry first={await readFirstFacts(`?tab=${tab.id}`)} />);
  const isResting = () => findButton(root, 'Read the feeds again').getAttribute('aria-disabled') === 'true';
  expect(isResting()).toBe(true);
  await until(() => expect(isResting()).toBe(false));
});

it('feeds are read as soon as the network is back, where they are read by themselves', async () => {
  const tab = await browser.tabs.create({ url: FIRST });
  vi.spyOn(browser.permissions, 'contains').mockResolvedValue(false);
  const asked: string[] = [];
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    asked.push((message as { name: string }).name);
    return { ok: true, value: null };
  });
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await publishSyncState({ ...PAUSED, offlineSince: 1 });
  await writeTabState(tab.id ?? -1, coveredBy(FIRST, 'Pier'));
  const openPopup = async () => {
    asked.length = 0;
    const first = await readFirstFacts(`?tab=${tab.id}`);
    const root = draw(<PopupEntry first={first} />);
    await until(() => expect(asked).toContain('tab/open'));
    expect(textOf(root)).toContain('Offline since');
  };

  await openPopup();
  expect(asked).not.toContain('sync/now');
  onLine.mockReturnValue(true);
  dispatchEvent(new Event('online'));
  expect(asked).toContain('sync/now');

  await openPopup();
  expect(asked).toContain('sync/now');
  await writeSetting('isPollingOn', false);
  await openPopup();
  expect(asked).not.toContain('sync/now');
});

describe('a page that was read on a click', () => {
  const PAGE = FIRST;
  let tab: Tabs.Tab;

  beforeEach(async () => {
    await writeSettings({ readingMode: 'on-click', chosenSites: [], sitesOff: [] });
    tab = await browser.tabs.create({ url: PAGE });
    vi.spyOn(browser.permissions, 'contains').mockResolvedValue(false);
    vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue({ ok: true, value: null });
    await writeTabState(tab.id ?? -1, coveredBy(PAGE, 'Pier'));
  });

  const drawPopup = async () => draw(<PopupEntry first={await readFirstFacts(`?tab=${tab.id}`)} />);
  const titleOf = (root: HTMLElement) => textOf(root.querySelector('main h1'));

  it('can have its site switched off, and shows it, although the browser no longer discloses its address', async () => {
    const { url: _, ...tabWithoutAddress } = tab;
    vi.spyOn(browser.tabs, 'get').mockResolvedValue(tabWithoutAddress);
    const stop = onSettingsChanged(() => void dropTab(tab.id ?? -1)); // as the worker does
    const root = await drawPopup();
    expect(titleOf(root)).toBe('Pier');
    act(() => root.querySelector<HTMLElement>('[role=switch]')?.click());
    await until(async () => expect(await readSetting('sitesOff')).toEqual(['herald.test']));
    await until(() => expect(titleOf(root)).toBe('Switched off on herald.test'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(titleOf(root)).toBe('Switched off on herald.test');
    stop();
  });

  it('can have its site read by itself from now on', async () => {
    const root = await drawPopup();
    const request = vi.spyOn(browser.permissions, 'request').mockImplementation(async () => {
      vi.spyOn(browser.permissions, 'contains').mockResolvedValue(true);
      return true;
    });
    act(() => findButton(root, 'Always on herald.test').click());
    expect(request).toHaveBeenCalledWith({ origins: ['*://*.herald.test/*'] });
    await until(() => expect(textOf(root)).toContain('Badges on herald.test'));
    expect(textOf(root)).not.toContain('only when you click');
    expect(await readSetting('chosenSites')).toEqual(['herald.test']);
  });

  it('is offered that no longer once the browser allows a site that was chosen before', async () => {
    await writeSettings({ readingMode: 'chosen-sites', chosenSites: ['herald.test'] });
    const root = await drawPopup();
    expect(textOf(root)).toContain('only when you click');
    vi.spyOn(browser.permissions, 'contains').mockResolvedValue(true);
    tellAccess();
    await until(() => expect(textOf(root)).not.toContain('only when you click'));
  });
});

it('tells of a front page’s outlet, and then which of its stories others cover', async () => {
  vi.spyOn(browser.permissions, 'contains').mockResolvedValue(true);
  let answer: (message: unknown) => void = () => {};
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const { name, input } = message as { name: string; input: unknown };
    if (name !== 'outlets/of-page') return { ok: true, value: null };
    expect(input).toEqual({ url: FIRST });
    return new Promise((resolve) => {
      answer = resolve;
    });
  });
  const tab = await browser.tabs.create({ url: FIRST });
  await writeTabState(tab.id ?? -1, frontPage(FIRST));
  const root = draw(<PopupEntry first={await readFirstFacts(`?tab=${tab.id}`)} />);
  expect(textOf(root)).toContain('No single story here');
  expect(textOf(root)).not.toContain(coverage.story.title);
  answer({ ok: true, value: coverage.outlets.herald });
  await until(() => expect(textOf(root)).toContain(coverage.story.title));
  expect(textOf(root.querySelector('.open-outlet h2'))).toBe('Harbour HeraldLean left');
});

it('an outlet whose place the user changes is shown with the new one', async () => {
  vi.spyOn(browser.permissions, 'contains').mockResolvedValue(true);
  const { herald, sentinel } = coverage.outlets;
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const { name } = message as { name: string };
    if (name !== 'outlets/of-page') return { ok: true, value: null };
    const own = (await readSetting('ownBias')).herald;
    return { ok: true, value: herald && sentinel && own ? { ...herald, bias: sentinel.bias } : herald };
  });
  const tab = await browser.tabs.create({ url: FIRST });
  await writeTabState(tab.id ?? -1, frontPage(FIRST));
  const root = draw(<PopupEntry first={await readFirstFacts(`?tab=${tab.id}`)} />);
  const told = () => textOf(root.querySelector('.open-outlet h2'));
  await until(() => expect(told()).toBe('Harbour HeraldLean left'));
  const place = root.querySelector<HTMLSelectElement>('.open-outlet select');
  if (place === null) throw new Error('no place to choose');
  place.value = 'far-right';
  act(() => void place.dispatchEvent(new Event('change')));
  await until(() => expect(told()).toBe('Harbour HeraldRight'));
  expect(await readSetting('ownBias')).toEqual({
    herald: { bias: 3, date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
  });
});

it('an outlet that arrives too late is not shown for the next page', async () => {
  vi.spyOn(browser.permissions, 'contains').mockResolvedValue(true);
  await writeSetting('readingMode', 'every-site');
  const answers = new Map<string, (message: unknown) => void>();
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const { name, input } = message as { name: string; input: { url: string } };
    if (name !== 'outlets/of-page') return { ok: true, value: null };
    return new Promise((resolve) => answers.set(input.url, resolve));
  });
  const tab = await browser.tabs.create({ url: FIRST });
  const id = tab.id ?? -1;
  await writeTabState(id, frontPage(FIRST));
  const root = draw(<PopupEntry first={await readFirstFacts(`?tab=${id}`)} />);
  await until(() => expect(answers.has(FIRST)).toBe(true));
  await browser.tabs.update(id, { url: NEXT });
  await writeTabState(id, frontPage(NEXT));
  await until(() => expect(answers.has(NEXT)).toBe(true));
  answers.get(NEXT)?.({ ok: true, value: coverage.outlets.tribune });
  answers.get(FIRST)?.({ ok: true, value: coverage.outlets.herald });
  await until(() => expect(textOf(root.querySelector('.open-outlet h2'))).toMatch(/^Cape Tribune/));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(textOf(root.querySelector('.open-outlet h2'))).toMatch(/^Cape Tribune/);
});

describe('a tab that navigates while the popup is open', () => {
  const asked: string[] = [];
  let tab: Tabs.Tab;

  beforeEach(async () => {
    asked.length = 0;
    tab = await browser.tabs.create({ url: FIRST });
    vi.spyOn(browser.permissions, 'contains').mockResolvedValue(true);
    vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
      asked.push((message as { name: string }).name);
      return { ok: true, value: null };
    });
  });

  const idOf = ({ id = -1 }: Tabs.Tab) => id;
  const goTo = (url: string) => browser.tabs.update(idOf(tab), { url });
  const titleOf = (root: HTMLElement) => textOf(root.querySelector('main h1'));
  const siteOf = (root: HTMLElement) => root.querySelector('[role=switch]')?.getAttribute('title');

  async function openOnFirst(): Promise<HTMLElement> {
    await writeTabState(idOf(tab), coveredBy(FIRST, 'Pier'));
    const root = draw(<PopupEntry first={await readFirstFacts(`?tab=${tab.id}`)} />);
    await until(() => expect(asked).toContain('tab/open'));
    expect([titleOf(root), siteOf(root)]).toEqual(['Pier', 'Parallax on herald.test']);
    asked.length = 0;
    return root;
  }

  it('the switch, the story and the requests are the next page’s', async () => {
    await writeSetting('readingMode', 'every-site');
    const root = await openOnFirst();
    await goTo(NEXT);
    await until(() => expect(siteOf(root)).toBe('Parallax on gull.test'));
    expect(titleOf(root)).not.toBe('Pier');
    await writeTabState(idOf(tab), coveredBy(NEXT, 'Wall'));
    await until(() => expect(titleOf(root)).toBe('Wall'));
    expect(asked).toContain('tab/open');
    act(() => root.querySelector<HTMLElement>('[role=switch]')?.click());
    await until(async () => expect(await readSetting('sitesOff')).toEqual(['gull.test']));
  });

  it('a state of the next page that arrives before the browser’s event is not shown for the first page', async () => {
    await writeSetting('readingMode', 'every-site');
    const root = await openOnFirst();
    vi.spyOn(browser.tabs, 'get').mockResolvedValue({ ...tab, url: NEXT });
    await writeTabState(idOf(tab), coveredBy(NEXT, 'Wall'));
    await until(() => expect(titleOf(root)).toBe('Wall'));
    expect(siteOf(root)).toBe('Parallax on gull.test');
  });

  it('a navigation within the page changes nothing', async () => {
    const root = await openOnFirst();
    await goTo(`${FIRST}#comments`);
    await writeTabState(idOf(tab), coveredBy(`${FIRST}#comments`, 'Pier again'));
    await until(() => expect(titleOf(root)).toBe('Pier again'));
    expect(asked).toEqual([]);
  });

  it('where pages are read on a click, the next one is read on another', async () => {
    const root = await openOnFirst();
    vi.spyOn(browser.permissions, 'contains').mockResolvedValue(false);
    await dropTab(idOf(tab));
    await goTo('https://herald.test/mayor');
    await until(() => expect(titleOf(root)).toBe('May Parallax read this page?'));
    expect(asked).toEqual(['outlets/of-page']);
    act(() => findButton(root, 'Just this once').click());
    await until(() => expect(asked).toEqual(['outlets/of-page', 'tab/open']));
  });

  it('if the browser no longer discloses the address, a click on the toolbar button is requested', async () => {
    const root = await openOnFirst();
    const { url: _, ...tabWithoutAddress } = tab;
    vi.spyOn(browser.tabs, 'get').mockResolvedValue(tabWithoutAddress);
    await dropTab(idOf(tab));
    await until(() => expect(titleOf(root)).toBe('The page has changed'));
    expect(textOf(root.querySelector('main'))).toContain('Click its toolbar button again');
    expect(siteOf(root)).toBeUndefined();
  });

  describe('a link that was opened in a new tab, whose page has not come yet', () => {
    async function openOnComing(): Promise<HTMLElement> {
      await writeSetting('readingMode', 'every-site');
      const { url: _before, ...empty } = tab;
      tab = { ...empty, status: 'loading' };
      vi.spyOn(browser.tabs, 'get').mockImplementation(async () => tab);
      const root = draw(<PopupEntry first={await readFirstFacts(`?tab=${tab.id}`)} />);
      await until(() => expect(asked).toContain('tab/open'));
      return root;
    }

    it('is not taken for a page of the browser’s own, and is read when it comes', async () => {
      const root = await openOnComing();
      expect(titleOf(root)).toBe('Reading this page…');
      asked.length = 0;
      tab = { ...tab, url: NEXT };
      await writeTabState(idOf(tab), coveredBy(NEXT, 'Wall'));
      await until(() => expect(titleOf(root)).toBe('Wall'));
      expect(asked).toEqual(['tab/open']);
    });

    it('takes another click where the browser does not tell what has come', async () => {
      const root = await openOnComing();
      tab = { ...tab, status: 'complete' };
      await writeTabState(idOf(tab), { pageUrl: '', page: { status: 'unread' }, separated: null });
      await until(() => expect(titleOf(root)).toBe('The page has changed'));
    });
  });
});
