// The state of a tab's page: each step, and what happens when pages, workers and answers overlap.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OutletId, StoryId, toArticleId } from '../../../../engine/ids.ts';
import type { CoverageError, Separation } from '../../../../engine/ports.ts';
import { err, ok, type Result } from '../../../../engine/result.ts';
import type { AnsweredState } from '../../../../utils/coverage/answer-page.ts';
import type { ParsedPageReport } from '../../../../utils/page-report-schema.ts';
import type { PageState, TabState } from '../../../../utils/tab-state.ts';
import { tabKey } from '../../../../utils/tabs/tab-keys.ts';
import { createTabPages } from '../../../../utils/tabs/tab-pages.ts';
import type { Tab, TabPagesDeps } from '../../../../utils/tabs/tab-pages-deps.ts';
import { readReport, readTabState } from '../../../../utils/tabs/tab-states.ts';
import { coverageOf } from '../../../support/coverage-fixtures.ts';
import { until } from '../../../support/until.ts';

const PAGE = 'https://own.test/bridge';
const TAB: Tab = { id: 7, url: PAGE, isPrivate: false };
const NOW = 1_700_000_000_000;
const STORY = StoryId.parse('s-1');

const reportOf = (pageUrl: string): ParsedPageReport => ({
  type: 'article',
  pageUrl,
  article: {
    url: pageUrl,
    title: 'Bridge closed after inspection',
    lead: '',
    author: null,
    section: null,
    siteName: null,
    lang: 'en',
    kind: 'report',
    publishedAt: null,
    modifiedAt: null,
    credit: null,
    isPaywalled: false,
    sourceUrl: null,
  },
});

const articleOf = (url: string) => ({
  url,
  title: 'Bridge closed after inspection',
  kind: 'report' as const,
  host: 'own.test',
  outletId: OutletId.parse('own.test'),
  publishedAt: null,
});

const uncovered = (url: string): AnsweredState => ({
  status: 'uncovered',
  article: articleOf(url),
  answeredBy: { by: 'device' },
});

const covered = (url: string): AnsweredState => {
  const coverage = coverageOf({ outlets: ['own.test', 'other.test'] });
  const match = { storyId: coverage.story.id, confidence: 0.9, reasons: [] };
  return { status: 'covered', article: articleOf(url), match, coverage, answeredBy: { by: 'device' } };
};

function setUp(changes: Partial<TabPagesDeps> = {}) {
  const separations: Separation[] = [];
  const shown: (PageState['status'] | null)[] = [];
  const answer = async ({ pageUrl }: { pageUrl: string }): Promise<Result<AnsweredState, CoverageError>> =>
    ok(separations.length > 0 ? uncovered(pageUrl) : covered(pageUrl));
  const pages = createTabPages({
    findTab: async () => TAB,
    isLoading: async () => false,
    listTabs: async () => [TAB],
    dropGoneTabs: async () => undefined,
    readTab: async () => true,
    readTabAsArticle: async () => true,
    isSiteOff: async () => false,
    mayReadByItself: async () => true,
    findSeparated: async () => (separations[0] ? { ...separations[0], title: 'Bridge closed after inspection' } : null),
    findOutlet: async () => OutletId.parse('own.test'),
    answer,
    listOutletStories: async () => ok([coverageOf({ outlets: ['own.test', 'other.test'] }).story]),
    separate: async (separation) => ok(separations.push(separation)),
    unseparate: async () => ok(separations.pop()),
    showInToolbar: async (_, page) => {
      shown.push(page?.status ?? null);
    },
    now: () => NOW,
    after: () => undefined,
    ...changes,
  });
  return { pages, separations, shown };
}

const statusOf = async () => (await readTabState(TAB.id))?.page.status ?? null;

beforeEach(() => fakeBrowser.reset());

test('reading, then the report, then covered; the toolbar follows', async () => {
  const { pages, shown } = setUp();
  await pages.onReading(TAB, PAGE);
  expect(await statusOf()).toBe('reading');
  await pages.onReport(TAB, reportOf(PAGE));
  expect(await statusOf()).toBe('covered');
  expect(shown).toEqual(['reading', 'covered']);
});

test('the outlet is looked up by the canonical address: a cache is not the outlet', async () => {
  const asked: string[] = [];
  const { pages } = setUp({
    answer: async ({ article, pageUrl }) => {
      asked.push(article.url);
      return ok(covered(pageUrl));
    },
  });
  const report = reportOf(PAGE);
  const url = 'https://own-test.cdn.ampproject.org/c/s/www.own.test/news/bridge-closed-after-inspection?utm_source=x';
  if (report.type === 'article') await pages.onReport(TAB, { ...report, article: { ...report.article, url } });
  expect(asked).toEqual(['https://own.test/news/bridge-closed-after-inspection']);
});

test('a page with kilobytes of tracking parameters is looked up by its address without them', async () => {
  const marked = `${PAGE}?utm_content=${'x'.repeat(5_000)}`;
  const asked: string[] = [];
  const { pages } = setUp({
    findTab: async () => ({ ...TAB, url: marked }),
    answer: async ({ article }) => {
      asked.push(article.url);
      return ok(covered(article.url));
    },
  });
  await pages.onReport(TAB, reportOf(marked));
  expect(await statusOf()).toBe('covered');
  expect(asked).toEqual([PAGE]);
});

describe('a page that declares another address as its article’s', () => {
  const GIVEN = 'https://herald.example/bridge';

  /** The registry lists the outlets by their hosts. */
  async function readAddresses(pageUrl: string, outlets: Readonly<Record<string, string>>, given = GIVEN) {
    const asked: (string | null)[][] = [];
    const looked: string[] = [];
    const { pages } = setUp({
      findTab: async () => ({ ...TAB, url: pageUrl }),
      findOutlet: async (url) => {
        const { hostname } = new URL(url);
        return OutletId.parse(outlets[hostname] ?? `host:${hostname}`);
      },
      answer: async ({ article }) => {
        asked.push([article.url, article.sourceUrl]);
        return ok(uncovered(article.url));
      },
      findSeparated: async (url) => {
        looked.push(url);
        return null;
      },
    });
    const report = reportOf(pageUrl);
    if (report.type === 'article') await pages.onReport(TAB, { ...report, article: { ...report.article, url: given } });
    expect(looked).toEqual([asked[0]?.[0]]);
    return asked[0];
  }

  test.each([
    ['of the same outlet', 'https://herald.test/bridge', { 'herald.example': 'herald', 'herald.test': 'herald' }],
    [
      'above its own',
      'https://live.herald.example/bridge',
      { 'herald.example': 'herald', 'live.herald.example': 'live' },
    ],
    ['of an outlet that nobody knows', 'https://herald.test/bridge', {}],
    ['as the copy of an archive', 'https://web.archive.org/web/2026/herald', { 'herald.example': 'herald' }],
  ])('has that one: %s', async (_, pageUrl, outlets) => {
    expect(await readAddresses(pageUrl, outlets)).toEqual([GIVEN, null]);
  });

  test.each([
    ['of an outlet of like name', 'https://herald.test/bridge', GIVEN],
    ['above its own, where anybody gets a name', 'https://another.blogspot.com/bridge', 'https://blogspot.com/bridge'],
  ])('has its own, and that one as its source: %s', async (_, pageUrl, given) => {
    const outlets = { 'herald.example': 'herald', 'blogspot.com': 'platform' };
    expect(await readAddresses(pageUrl, outlets, given)).toEqual([pageUrl, given]);
  });
});

test('the page is answered however long the browser takes over the toolbar button', async () => {
  const { pages } = setUp({ showInToolbar: () => new Promise(() => undefined) });
  await pages.onReading(TAB, PAGE);
  await pages.onReport(TAB, reportOf(PAGE));
  expect(await statusOf()).toBe('covered');
});

test('a second report of the same page keeps what is shown', async () => {
  const { pages } = setUp();
  await pages.onReport(TAB, reportOf(PAGE));
  await pages.onReading(TAB, `${PAGE}#comments`);
  expect(await statusOf()).toBe('covered');
});

test('an answer that arrives after the tab has navigated is dropped', async () => {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = async ({ pageUrl }: { pageUrl: string }) => {
    if (pageUrl === PAGE) await released;
    return ok(covered(pageUrl));
  };
  let url = PAGE;
  const { pages } = setUp({ answer: slow, findTab: async () => ({ ...TAB, url }) });
  const first = pages.onReport(TAB, reportOf(PAGE));
  url = 'https://own.test/other';
  await pages.onReport(TAB, reportOf(url));
  release();
  await first;
  expect((await readTabState(TAB.id))?.pageUrl).toBe('https://own.test/other');
});

describe('of a page that the tab has left while it was being answered', () => {
  const leave = async (next: string | null, changes: Partial<TabPagesDeps> = {}) => {
    let tab: Tab = TAB;
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isAnswering = false;
    const answer = async ({ pageUrl }: { pageUrl: string }) => {
      isAnswering = true;
      await released;
      return ok(covered(pageUrl));
    };
    const set = setUp({ answer, findTab: async () => tab, listTabs: async () => [tab], ...changes });
    const answered = set.pages.onReport(TAB, reportOf(PAGE));
    await until(() => expect(isAnswering).toBe(true));
    tab = { ...TAB, url: next };
    return { ...set, answered, release };
  };

  test.each(['https://own.test/next', null])('nothing is shown on the next one (%s)', async (next) => {
    const { pages, answered, release, shown } = await leave(next);
    await pages.onNavigation(TAB.id, next);
    release();
    await answered;
    expect(await statusOf()).toBeNull();
    expect(shown).not.toContain('covered');
    await pages.renew();
    expect(shown).not.toContain('covered');
  });

  test('nothing is shown where the browser tells of the next one before the report is kept', async () => {
    const { pages, shown } = setUp({ findTab: async () => ({ ...TAB, url: 'https://own.test/next' }) });
    await pages.onReport(TAB, reportOf(PAGE));
    expect(await statusOf()).toBeNull();
    expect(shown).toEqual([]);
  });

  test('nothing is shown once its site is off', async () => {
    let mayRead = true;
    const { pages, answered, release, shown } = await leave(PAGE, { mayReadByItself: async () => mayRead });
    mayRead = false;
    await pages.recheck();
    release();
    await answered;
    expect(await statusOf()).toBeNull();
    expect(shown).not.toContain('covered');
  });
});

describe('of two answers to one page', () => {
  const setUpTwo = () => {
    const answers: ((answer: AnsweredState) => void)[] = [];
    const answer = () =>
      new Promise<Result<AnsweredState, CoverageError>>((resolve) => answers.push((state) => resolve(ok(state))));
    return { ...setUp({ answer }), answers };
  };

  test('the one to the earlier question, which comes last, is dropped', async () => {
    const { pages, answers } = setUpTwo();
    const first = pages.onReport(TAB, reportOf(PAGE));
    await until(() => expect(answers).toHaveLength(1));
    const second = pages.renew();
    await until(() => expect(answers).toHaveLength(2));
    answers[1]?.(covered(PAGE));
    await second;
    answers[0]?.(uncovered(PAGE));
    await first;
    expect(await statusOf()).toBe('covered');
  });

  test('the one to the earlier question is shown as long as there is no other', async () => {
    const { pages, answers } = setUpTwo();
    const first = pages.onReport(TAB, reportOf(PAGE));
    await until(() => expect(answers).toHaveLength(1));
    const second = pages.renew();
    await until(() => expect(answers).toHaveLength(2));
    answers[0]?.(uncovered(PAGE));
    await first;
    expect(await statusOf()).toBe('uncovered');
    answers[1]?.(covered(PAGE));
    await second;
    expect(await statusOf()).toBe('covered');
  });

  test('none is lost after the tab was closed and another page got its id', async () => {
    const { pages, answers } = setUpTwo();
    void pages.onReport(TAB, reportOf(PAGE));
    await until(() => expect(answers).toHaveLength(1));
    await pages.drop(TAB.id);
    const second = pages.onReport(TAB, reportOf(PAGE));
    await until(() => expect(answers).toHaveLength(2));
    answers[1]?.(covered(PAGE));
    await second;
    expect(await statusOf()).toBe('covered');
  });
});

describe('a page that the user says is an article', () => {
  const page = { ...TAB, url: 'https://own.test/guide' };
  const notArticle = { type: 'not-article', pageUrl: page.url, kind: 'docs' } as const;

  test('is read as one', async () => {
    const readTabAsArticle = vi.fn(async () => true);
    const { pages } = setUp({ findTab: async () => page, readTabAsArticle });
    await pages.onReport(page, notArticle);
    expect(await pages.readAsArticle(page.id)).toMatchObject({ page: { status: 'reading' } });
    expect(readTabAsArticle).toHaveBeenCalledWith(page.id);
    await pages.onReport(page, reportOf(page.url));
    expect(await readTabState(page.id)).toMatchObject({ page: { status: 'covered' } });
  });

  test('is unread where the browser no longer allows it', async () => {
    const { pages } = setUp({ findTab: async () => page, readTabAsArticle: async () => false });
    await pages.onReport(page, notArticle);
    expect(await pages.readAsArticle(page.id)).toMatchObject({ page: { status: 'unread' } });
  });

  test('has gone: nothing is read', async () => {
    const readTabAsArticle = vi.fn(async () => true);
    const { pages } = setUp({ readTabAsArticle });
    await pages.onReport(TAB, reportOf(PAGE));
    expect(await pages.readAsArticle(TAB.id)).toMatchObject({ page: { status: 'covered' } });
    expect(readTabAsArticle).not.toHaveBeenCalled();
  });
});

test('a page that is no article lists stories of its outlet', async () => {
  const front = { ...TAB, url: 'https://own.test/' };
  const { pages } = setUp({ findTab: async () => front });
  await pages.onReport(front, { type: 'not-article', pageUrl: front.url, kind: 'front' });
  expect(await readTabState(TAB.id)).toMatchObject({
    page: { status: 'not-article', kind: 'front', outletStories: [{ title: 'Bridge closed after inspection' }] },
  });
});

test.each([
  ['storage-full', 'storage-full'],
  ['storage-failed', 'storage-failed'],
  ['aborted', 'timeout'],
] as const)('an answer that fails with %s is shown as %s', async (reason, shown) => {
  const error: CoverageError = reason === 'storage-failed' ? { reason, cause: 'disk' } : { reason };
  const { pages } = setUp({ answer: async () => err(error) });
  await pages.onReport(TAB, reportOf(PAGE));
  expect(await readTabState(TAB.id)).toMatchObject({ page: { status: 'failed', reason: shown } });
});

describe('opening the popup', () => {
  test('shows what is known without reading again', async () => {
    const { pages } = setUp({ readTab: () => Promise.reject(new Error('must not read')) });
    await pages.onReport(TAB, reportOf(PAGE));
    expect(await pages.open(TAB.id)).toMatchObject({ page: { status: 'covered' } });
  });

  test('reads a page that nobody has read', async () => {
    const { pages } = setUp();
    expect(await pages.open(TAB.id)).toMatchObject({ pageUrl: PAGE, page: { status: 'reading', since: NOW } });
  });

  test.each([
    ['the browser refuses', { readTab: async () => false }],
    ['the site is off', { isSiteOff: async () => true }],
    ["it is the browser's own page", { findTab: async () => ({ ...TAB, url: 'chrome://extensions' }) }],
    ['the address is not to be seen', { findTab: async () => ({ ...TAB, url: null }) }],
  ] satisfies [string, Partial<TabPagesDeps>][])('stays unread when %s', async (_, changes) => {
    const { pages } = setUp(changes);
    expect(await pages.open(TAB.id)).toMatchObject({ page: { status: 'unread' } });
  });

  test('a state of another page is not shown', async () => {
    const { pages } = setUp({ findTab: async () => ({ ...TAB, url: 'https://own.test/next' }) });
    await pages.onReport(TAB, reportOf(PAGE));
    expect(await pages.open(TAB.id)).toMatchObject({ pageUrl: 'https://own.test/next', page: { status: 'reading' } });
  });

  test('a page that never reports is given up, and read again on the next opening', async () => {
    let giveUp: () => Promise<void> = async () => undefined;
    let reads = 0;
    const { pages } = setUp({
      after: (_, work) => {
        giveUp = work;
      },
      readTab: async () => {
        reads += 1;
        return true;
      },
    });
    await pages.open(TAB.id);
    await giveUp();
    expect(await readTabState(TAB.id)).toMatchObject({ page: { status: 'failed', reason: 'page-unreadable' } });
    await pages.open(TAB.id);
    expect(reads).toBe(2);
  });

  test('a page whose text arrives slowly is not given up before it is complete', async () => {
    let giveUp: () => Promise<void> = async () => undefined;
    let isLoading = true;
    const { pages } = setUp({
      after: (_, work) => {
        giveUp = work;
      },
      isLoading: async () => isLoading,
    });
    await pages.open(TAB.id);
    await giveUp();
    expect(await statusOf()).toBe('reading');
    isLoading = false;
    await giveUp();
    expect(await statusOf()).toBe('failed');
  });

  test('giving up without room in memory is logged to the console', async () => {
    let giveUp: () => Promise<void> = async () => undefined;
    const { pages } = setUp({
      after: (_, work) => {
        giveUp = work;
      },
    });
    await pages.open(TAB.id);
    const told = vi.spyOn(console, 'error').mockReturnValue();
    const full = vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('QUOTA_BYTES exceeded'));
    await giveUp();
    expect(told).toHaveBeenCalledTimes(1);
    full.mockRestore();
    told.mockRestore();
  });

  test('giving up has no effect on a page that has its answer', async () => {
    let giveUp: () => Promise<void> = async () => undefined;
    const { pages } = setUp({
      after: (_, work) => {
        giveUp = work;
      },
    });
    await pages.open(TAB.id);
    await pages.onReport(TAB, reportOf(PAGE));
    await giveUp();
    expect(await statusOf()).toBe('covered');
  });

  test('giving up has no effect on a page that has reported, however long its answer takes', async () => {
    let giveUp: () => Promise<void> = async () => undefined;
    const { pages } = setUp({
      after: (_, work) => {
        giveUp = work;
      },
      answer: () => new Promise(() => undefined),
    });
    await pages.open(TAB.id);
    void pages.onReport(TAB, reportOf(PAGE));
    await until(async () => expect(await readReport(TAB.id)).not.toBeNull());
    await giveUp();
    expect(await statusOf()).toBe('reading');
  });

  test('a report whose worker was stopped is answered by the next worker', async () => {
    const dying = setUp({ answer: () => new Promise(() => undefined) });
    await dying.pages.onReading(TAB, PAGE);
    void dying.pages.onReport(TAB, reportOf(PAGE));
    await until(async () => expect(await readReport(TAB.id)).not.toBeNull());
    const { pages } = setUp({ readTab: () => Promise.reject(new Error('must not read again')) });
    expect(await pages.open(TAB.id)).toMatchObject({ page: { status: 'covered' } });
  });

  test.each([
    ['by the clock', 30_000],
    ['when the clock was set back by a day', -86_400_000],
  ])('a report that its worker does not come to an end with is answered once more: %s', async (_, passedMs) => {
    let isFirst = true;
    const answer = async ({ pageUrl }: { pageUrl: string }): Promise<Result<AnsweredState, CoverageError>> => {
      if (!isFirst) return ok(covered(pageUrl));
      isFirst = false;
      return new Promise(() => undefined);
    };
    let now = NOW;
    const readTab = () => Promise.reject(new Error('must not read again'));
    const { pages } = setUp({ answer, readTab, now: () => now });
    await pages.onReading(TAB, PAGE);
    void pages.onReport(TAB, reportOf(PAGE));
    await until(async () => expect(await readReport(TAB.id)).not.toBeNull());
    now += 30_000;
    expect(await pages.open(TAB.id)).toMatchObject({ page: { status: 'reading' } });
    now += passedMs;
    expect(await pages.open(TAB.id)).toMatchObject({ page: { status: 'covered' } });
  });

  test.each([
    ['that nothing was kept of', null],
    ['while the report of the one before was still kept', 'https://own.test/before'],
  ])('a page whose worker died before the report is read again: %s', async (_, before) => {
    if (before !== null) await setUp().pages.onReport(TAB, reportOf(before));
    await setUp().pages.onReading(TAB, PAGE);
    let reads = 0;
    const readTab = async () => {
      reads += 1;
      return true;
    };
    await setUp({ readTab }).pages.open(TAB.id);
    expect(reads).toBe(1);
  });

  test('a tab that is gone has no state', async () => {
    expect(await setUp({ findTab: async () => null }).pages.open(TAB.id)).toBeNull();
  });
});

describe('pages that may not be read automatically', () => {
  const unasked = { mayReadByItself: async () => false };

  test('are ignored', async () => {
    const { pages } = setUp(unasked);
    expect(await pages.onReading(TAB, PAGE)).toBe(false);
    await pages.onReport(TAB, reportOf(PAGE));
    expect(await statusOf()).toBeNull();
    expect(await readReport(TAB.id)).toBeNull();
  });

  test('are accepted after a click, for the page that was clicked', async () => {
    const { pages } = setUp(unasked);
    await pages.open(TAB.id);
    await pages.onReport(TAB, reportOf(PAGE));
    expect(await statusOf()).toBe('covered');
    await pages.onNavigation(TAB.id, 'https://own.test/next');
    await pages.onReport(TAB, reportOf('https://own.test/next'));
    expect(await statusOf()).toBeNull();
  });

  test('are ignored after a click once their site is off', async () => {
    let isOff = false;
    const { pages } = setUp({ ...unasked, isSiteOff: async () => isOff });
    await pages.open(TAB.id);
    isOff = true;
    await pages.onReport(TAB, reportOf(PAGE));
    expect(await statusOf()).toBe('reading');
  });

  test('are not looked up again once access is revoked', async () => {
    let mayRead = true;
    let answers = 0;
    const answer = async ({ pageUrl }: { pageUrl: string }) => {
      answers += 1;
      return ok(covered(pageUrl));
    };
    const { pages } = setUp({ mayReadByItself: async () => mayRead, answer });
    await pages.onReport(TAB, reportOf(PAGE));
    mayRead = false;
    await pages.renew();
    expect(answers).toBe(1);
  });

  test('are forgotten when access is revoked', async () => {
    let mayRead = true;
    const { pages, shown } = setUp({ mayReadByItself: async () => mayRead });
    await pages.onReport(TAB, reportOf(PAGE));
    await pages.recheck();
    expect(await statusOf()).toBe('covered');
    mayRead = false;
    await pages.recheck();
    expect(await statusOf()).toBeNull();
    expect(await readReport(TAB.id)).toBeNull();
    expect(shown.at(-1)).toBeNull();
  });
});

test('a click on a page whose site was just switched on again counts, although its old state is being deleted', async () => {
  let isOff = true;
  const { pages } = setUp({ mayReadByItself: async () => false, isSiteOff: async () => isOff });
  await pages.open(TAB.id);
  isOff = false;
  const { session } = fakeBrowser.storage;
  const remove = session.remove.bind(session);
  let opened: Promise<unknown> = Promise.resolve();
  vi.spyOn(session, 'remove').mockImplementationOnce(async (keys) => {
    opened = pages.open(TAB.id);
    await new Promise((resolve) => setTimeout(resolve));
    await remove(keys);
  });
  await pages.recheck();
  await opened;
  await pages.onReport(TAB, reportOf(PAGE));
  expect(await statusOf()).toBe('covered');
});

test('a page whose site is switched off during its request no longer counts as being read', async () => {
  let isAsked = false;
  let rechecked: Promise<void> = Promise.resolve();
  const mayReadByItself = async () => {
    if (isAsked) return false;
    isAsked = true;
    rechecked = pages.recheck();
    await new Promise((resolve) => setTimeout(resolve));
    return true;
  };
  const { pages } = setUp({ mayReadByItself });
  await pages.onReading(TAB, PAGE);
  await rechecked;
  expect(await statusOf()).toBeNull();
});

test('no state is kept of a page that is forgotten at the very end of its request', async () => {
  let mayRead = true;
  const { pages } = setUp({
    mayReadByItself: async () => mayRead,
    findSeparated: async () => {
      mayRead = false;
      await pages.recheck();
      return null;
    },
  });
  await pages.onReport(TAB, reportOf(PAGE));
  expect(await fakeBrowser.storage.session.get(null)).toEqual({});
});

test('in a private window, a pending answer does not bring a separated story back', async () => {
  const { pages } = setUpPrivate();
  await pages.onReport(PRIVATE_TAB, reportOf(PAGE));
  const { session } = fakeBrowser.storage;
  const set = session.set.bind(session);
  let separated: Promise<unknown> = Promise.resolve();
  vi.spyOn(session, 'set').mockImplementationOnce(async (items) => {
    separated = pages.separate(TAB.id, STORY);
    await new Promise((resolve) => setTimeout(resolve));
    await set(items);
  });
  await pages.renew();
  await separated;
  expect(await readTabState(TAB.id)).toMatchObject({ page: { status: 'uncovered' }, separated: { storyId: 's-1' } });
});

test('a repeated request shows the page as being looked up, without reading it again', async () => {
  const answers = [ok(uncovered(PAGE)), ok(covered(PAGE))];
  const { pages, shown } = setUp({
    answer: async () => answers.shift() ?? ok(uncovered(PAGE)),
    readTab: () => Promise.reject(new Error('must not read again')),
  });
  await pages.onReport(TAB, reportOf(PAGE));
  expect(await pages.askAgain(TAB.id)).toMatchObject({ page: { status: 'covered' } });
  expect(shown).toEqual(['uncovered', 'reading', 'covered']);
});

test('all state of tabs is cleared, including pages read on a click and separations in private windows', async () => {
  const { pages, shown } = setUpPrivate();
  await pages.open(TAB.id);
  await pages.onReport(PRIVATE_TAB, reportOf(PAGE));
  await pages.separate(TAB.id, STORY);
  expect(await readTabState(TAB.id)).toMatchObject({ separated: { storyId: 's-1' } });
  await pages.dropAll();
  expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  expect(shown.at(-1)).toBeNull();
});

test('closed tabs are forgotten when the others are checked again or cleared', async () => {
  const dropGoneTabs = vi.fn(async () => undefined);
  await setUp({ dropGoneTabs }).pages.recheck();
  expect(dropGoneTabs).toHaveBeenCalledTimes(1);
  await setUp({ dropGoneTabs }).pages.dropAll();
  expect(dropGoneTabs).toHaveBeenCalledTimes(2);
});

test('an answer that throws is shown as an error, and does not affect other tabs', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const other: Tab = { id: 8, url: 'https://other.test/a', isPrivate: false };
  const answer = async ({ pageUrl }: { pageUrl: string }) => {
    if (pageUrl === PAGE) throw new Error('a bug');
    return ok(covered(pageUrl));
  };
  const tabs = [TAB, other];
  const findTab = async (id: number) => tabs.find((tab) => tab.id === id) ?? null;
  const { pages } = setUp({ answer, findTab, listTabs: async () => tabs });
  await pages.onReport(TAB, reportOf(PAGE));
  expect(await readTabState(TAB.id)).toMatchObject({
    page: { status: 'failed', reason: 'unexpected', detail: 'a bug' },
  });
  await pages.onReport(other, reportOf('https://other.test/a'));
  await pages.renew();
  expect(await readTabState(other.id)).toMatchObject({ page: { status: 'covered' } });
});

const PRIVATE_TAB: Tab = { ...TAB, isPrivate: true };
type PrivatePage = ReturnType<typeof setUpPrivate>;

function setUpPrivate() {
  const server: { error: CoverageError | null } = { error: null };
  const set = setUp({
    findTab: async () => PRIVATE_TAB,
    listTabs: async () => [PRIVATE_TAB],
    answer: async ({ pageUrl }) => (server.error === null ? ok(covered(pageUrl)) : err(server.error)),
  });
  return { ...set, server };
}

async function failAndReadAgain({ pages, server }: PrivatePage): Promise<void> {
  server.error = { reason: 'offline' };
  await pages.renew();
  expect(await statusOf()).toBe('failed');
  server.error = null;
  await pages.open(TAB.id);
  await pages.onReport(PRIVATE_TAB, reportOf(PAGE));
}

describe('"not the same story"', () => {
  test('can be undone after the tab was reopened', async () => {
    const { pages } = setUp();
    await pages.onReport(TAB, reportOf(PAGE));
    await pages.separate(TAB.id, STORY);
    await pages.drop(TAB.id);
    await pages.onReport(TAB, reportOf(PAGE));
    expect(await readTabState(TAB.id)).toMatchObject({ page: { status: 'uncovered' }, separated: { storyId: 's-1' } });
    expect(await pages.unseparate(TAB.id, STORY)).toMatchObject({ page: { status: 'covered' }, separated: null });
  });

  test('takes effect in another tab with the article too, and so does its undo', async () => {
    const other: Tab = { ...TAB, id: 8 };
    const { pages } = setUp({
      findTab: async (id) => (id === TAB.id ? TAB : other),
      listTabs: async () => [TAB, other],
    });
    await pages.onReport(TAB, reportOf(PAGE));
    await pages.onReport(other, reportOf(PAGE));
    await pages.separate(TAB.id, STORY);
    await until(async () =>
      expect(await readTabState(other.id)).toMatchObject({
        page: { status: 'uncovered' },
        separated: { storyId: 's-1' },
      }),
    );
    await pages.unseparate(other.id, STORY);
    await until(async () =>
      expect(await readTabState(TAB.id)).toMatchObject({ page: { status: 'covered' }, separated: null }),
    );
  });

  test('is answered once in the tab itself', async () => {
    const other: Tab = { ...TAB, id: 8, url: `${PAGE}/other` };
    const answer = vi.fn(async ({ pageUrl }: { pageUrl: string }) => ok(covered(pageUrl)));
    const { pages } = setUp({
      answer,
      findTab: async (id) => (id === TAB.id ? TAB : other),
      listTabs: async () => [TAB, other],
    });
    await pages.onReport(TAB, reportOf(PAGE));
    await pages.onReport(other, reportOf(`${PAGE}/other`));
    answer.mockClear();
    await pages.separate(TAB.id, STORY);
    await until(() => expect(answer).toHaveBeenCalledTimes(2));
    expect(answer.mock.calls.map(([{ pageUrl }]) => pageUrl)).toEqual([PAGE, `${PAGE}/other`]);
  });

  test('removes the match and restores it', async () => {
    const { pages, separations } = setUp();
    await pages.onReport(TAB, reportOf(PAGE));
    const after = await pages.separate(TAB.id, STORY);
    expect(after).toMatchObject({ page: { status: 'uncovered' }, separated: { storyId: 's-1' } });
    expect(separations).toEqual([expect.objectContaining({ articleId: toArticleId(PAGE), storyId: 's-1' })]);
    const undone = await pages.unseparate(TAB.id, STORY);
    expect(undone).toMatchObject({ page: { status: 'covered' }, separated: null });
    expect(separations).toEqual([]);
  });

  test('in a private window stores nothing, and the undo works all the same', async () => {
    const listTabs = vi.fn(async () => [PRIVATE_TAB]);
    const { pages, separations } = setUp({ findTab: async () => PRIVATE_TAB, listTabs });
    await pages.onReport(TAB, reportOf(PAGE));
    expect(await pages.separate(TAB.id, STORY)).toMatchObject({ page: { status: 'uncovered' } });
    expect(separations).toEqual([]);
    expect(await pages.unseparate(TAB.id, STORY)).toMatchObject({ page: { status: 'covered' }, separated: null });
    expect(listTabs, 'nothing has changed for other tabs').not.toHaveBeenCalled();
  });

  test.each([
    ['reported again', ({ pages }: PrivatePage) => pages.onReport(PRIVATE_TAB, reportOf(PAGE))],
    ['renewed', ({ pages }: PrivatePage) => pages.renew()],
    ['read again after a failure', failAndReadAgain],
  ])('in a private window holds while the tab stays on the page: %s', async (_, happen) => {
    const page = setUpPrivate();
    await page.pages.onReport(PRIVATE_TAB, reportOf(PAGE));
    await page.pages.separate(TAB.id, STORY);
    await happen(page);
    expect(await readTabState(TAB.id)).toMatchObject({ page: { status: 'uncovered' }, separated: { storyId: 's-1' } });
    expect(await page.pages.unseparate(TAB.id, STORY)).toMatchObject({ page: { status: 'covered' }, separated: null });
  });

  test('in a private window is forgotten with the page', async () => {
    const { pages } = setUpPrivate();
    await pages.onReport(PRIVATE_TAB, reportOf(PAGE));
    await pages.separate(TAB.id, STORY);
    await pages.onNavigation(TAB.id, 'https://own.test/next');
    await pages.onReport(PRIVATE_TAB, reportOf(PAGE));
    expect(await readTabState(TAB.id)).toMatchObject({ page: { status: 'covered' }, separated: null });
  });

  describe('for a page that the tab leaves while it is being stored', () => {
    const storageFull = err({ reason: 'storage-full' } as const);
    const NEXT = 'https://own.test/next';

    test.each<[string, 'separate' | 'unseparate', Result<number, CoverageError>]>([
      ['without success', 'separate', storageFull],
      ['without success, for its undo', 'unseparate', storageFull],
      ['for its undo', 'unseparate', ok(0)],
    ])('brings nothing of that page back: %s', async (_, what, outcome) => {
      let url = PAGE;
      const leave = async () => {
        url = NEXT;
        await pages.onNavigation(TAB.id, NEXT);
        return outcome;
      };
      const { pages } = setUp({ findTab: async () => ({ ...TAB, url }), [what]: leave });
      await pages.onReport(TAB, reportOf(PAGE));
      if (what === 'unseparate') await pages.separate(TAB.id, STORY);
      expect(await pages[what](TAB.id, STORY)).toBeNull();
      expect(await statusOf()).toBeNull();
    });
  });

  test('said again after the worker died, does not affect the story that is shown next', async () => {
    const next = covered(PAGE);
    if (next.status !== 'covered') throw new Error('not covered');
    const story = { ...next.coverage.story, id: StoryId.parse('s-2') };
    const { pages, separations } = setUp({
      answer: async () =>
        ok(separations.length === 0 ? covered(PAGE) : { ...next, coverage: { ...next.coverage, story } }),
    });
    await pages.onReport(TAB, reportOf(PAGE));
    await pages.separate(TAB.id, STORY);
    expect(await pages.separate(TAB.id, STORY)).toMatchObject({ page: { coverage: { story: { id: 's-2' } } } });
    expect(separations).toHaveLength(1);
    expect(await pages.unseparate(TAB.id, story.id)).toMatchObject({ separated: { storyId: 's-1' } });
    expect(separations).toHaveLength(1);
  });

  test('on a page without a story changes nothing', async () => {
    const { pages, separations } = setUp();
    await pages.onReport(TAB, { type: 'not-article', pageUrl: PAGE, kind: 'front' });
    expect(await pages.separate(TAB.id, STORY)).toMatchObject({ page: { status: 'not-article' } });
    expect(separations).toEqual([]);
  });
});

describe('navigation', () => {
  test('to another page clears state and badge', async () => {
    const { pages, shown } = setUp();
    await pages.onReport(TAB, reportOf(PAGE));
    await pages.onNavigation(TAB.id, 'https://own.test/next');
    expect(await statusOf()).toBeNull();
    expect(shown.at(-1)).toBeNull();
  });

  test('to an address that the browser does not disclose clears it too', async () => {
    const { pages } = setUp();
    await pages.onReport(TAB, reportOf(PAGE));
    await pages.onNavigation(TAB.id, null);
    expect(await statusOf()).toBeNull();
  });

  test('of a tab without any state shows its site’s switch, which the browser has reset', async () => {
    const { pages, shown } = setUp();
    await pages.onNavigation(TAB.id, PAGE);
    expect(shown).toEqual([null]);
  });

  test('that begins while an answer is being stored leaves nothing of it', async () => {
    const { pages } = setUp();
    const { session } = fakeBrowser.storage;
    const set = session.set.bind(session);
    let leaving: Promise<void> | null = null;
    const spy = vi.spyOn(session, 'set').mockImplementation(async (items) => {
      if (Object.hasOwn(items, tabKey(TAB.id))) {
        leaving = pages.onNavigation(TAB.id, 'https://own.test/next');
        await new Promise((resolve) => setTimeout(resolve)); // time enough to read what is stored
      }
      await set(items);
    });
    await pages.onReport(TAB, reportOf(PAGE));
    await leaving;
    spy.mockRestore();
    expect(leaving).not.toBeNull();
    expect(await statusOf()).toBeNull();
  });

  test('within the page keeps it', async () => {
    const { pages } = setUp();
    await pages.onReport(TAB, reportOf(PAGE));
    await pages.onNavigation(TAB.id, `${PAGE}#part-2`);
    expect(await statusOf()).toBe('covered');
  });
});

test('renewing answers open pages again with the current data', async () => {
  let isKnown = false;
  const answer = async ({ pageUrl }: { pageUrl: string }) => ok(isKnown ? covered(pageUrl) : uncovered(pageUrl));
  const { pages } = setUp({ answer });
  await pages.onReport(TAB, reportOf(PAGE));
  expect(await statusOf()).toBe('uncovered');
  isKnown = true;
  await pages.renew();
  expect(await statusOf()).toBe('covered');
});

test('an answer without room in memory does not affect other tabs', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const tabs: Tab[] = [TAB, { id: 8, url: 'https://other.test/a', isPrivate: false }];
  let isKnown = false;
  const { pages } = setUp({
    answer: async ({ pageUrl }) => ok(isKnown ? covered(pageUrl) : uncovered(pageUrl)),
    findTab: async (id) => tabs.find((tab) => tab.id === id) ?? null,
    listTabs: async () => tabs,
  });
  for (const tab of tabs) await pages.onReport(tab, reportOf(tab.url ?? ''));
  isKnown = true;
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () => tabs) as never);
  const { session } = fakeBrowser.storage;
  const set = session.set.bind(session);
  vi.spyOn(session, 'set').mockImplementation((async (items: Record<string, unknown>) => {
    if (Object.hasOwn(items, tabKey(TAB.id))) throw new Error('Session storage quota bytes exceeded.');
    await set(items);
  }) as never);
  await pages.renew();
  expect(await readTabState(8)).toMatchObject({ page: { status: 'covered' } });
});

test('a tab that waits for its answer blocks no other, and only a few are looked up at once', async () => {
  const tabs = Array.from(
    { length: 9 },
    (_, n): Tab => ({ id: n + 1, url: `https://own.test/${n}`, isPrivate: false }),
  );
  let isRenewing = false;
  let waiting = 0;
  let most = 0;
  const { pages } = setUp({
    answer: async ({ pageUrl }) => {
      if (!isRenewing) return ok(uncovered(pageUrl));
      waiting += 1;
      most = Math.max(most, waiting);
      await new Promise((resolve) => pageUrl !== tabs[0]?.url && setTimeout(resolve));
      waiting -= 1;
      return ok(covered(pageUrl));
    },
    findTab: async (id) => tabs.find((tab) => tab.id === id) ?? null,
    listTabs: async () => tabs,
  });
  for (const tab of tabs) await pages.onReport(tab, reportOf(tab.url ?? ''));
  isRenewing = true;
  void pages.renew();
  const statuses = async () => Promise.all(tabs.map(async ({ id }) => (await readTabState(id))?.page.status));
  await until(async () => expect(await statuses()).toEqual(['uncovered', ...tabs.slice(1).map(() => 'covered')]));
  expect(most).toBe(4);
});

describe('a page that a server knows by its address', () => {
  const summaryOnly = (url: string): AnsweredState => {
    const state = covered(url);
    return state.status === 'covered' ? { ...state, coverage: { ...state.coverage, articles: [] } } : state;
  };
  const setUpServer = (tab: Tab = TAB, changes: Partial<TabPagesDeps> = {}) => {
    const asked: { isPrivate: boolean; isOpened: boolean }[] = [];
    const set = setUp({
      findTab: async () => tab,
      answer: async ({ pageUrl }, reader) => {
        asked.push(reader);
        return ok(reader.isOpened ? covered(pageUrl) : summaryOnly(pageUrl));
      },
      ...changes,
    });
    return { ...set, asked };
  };

  test('is requested as a whole story only when the popup is opened on it, and stays whole when it is renewed', async () => {
    const { pages, asked } = setUpServer();
    await pages.onReport(TAB, reportOf(PAGE));
    expect(asked).toEqual([{ isPrivate: false, isOpened: false }]);
    const opened = await pages.open(TAB.id);
    expect(opened?.page).toMatchObject({ status: 'covered', coverage: { articles: [{}, {}] } });
    await pages.open(TAB.id);
    expect(asked).toHaveLength(2);
    await pages.renew();
    expect(asked.at(-1)).toEqual({ isPrivate: false, isOpened: true });
  });

  test('is shown whole when the popup was opened while its summary was still being looked up', async () => {
    let answer = () => {};
    const summaryComes = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const asked: boolean[] = [];
    const { pages } = setUp({
      findTab: async () => TAB,
      answer: async ({ pageUrl }, { isOpened }) => {
        asked.push(isOpened);
        if (!isOpened) await summaryComes;
        return ok(isOpened ? covered(pageUrl) : summaryOnly(pageUrl));
      },
    });
    await pages.onReading(TAB, PAGE);
    const read = pages.onReport(TAB, reportOf(PAGE));
    await until(() => expect(asked).toEqual([false]));
    expect((await pages.open(TAB.id))?.page.status).toBe('reading');
    answer();
    await read;
    expect((await readTabState(TAB.id))?.page).toMatchObject({ coverage: { articles: [{}, {}] } });
    expect(asked).toEqual([false, true]);
  });

  test('is shown whole when the popup was opened between the summary’s arrival and its display', async () => {
    const opened: (TabState | null)[] = [];
    const { pages } = setUpServer(TAB, {
      findSeparated: async () => {
        if (opened.length === 0) opened.push(await pages.open(TAB.id));
        return null;
      },
    });
    await pages.onReading(TAB, PAGE);
    await pages.onReport(TAB, reportOf(PAGE));
    expect(opened.map((state) => state?.page.status)).toEqual(['reading']);
    expect((await readTabState(TAB.id))?.page).toMatchObject({ coverage: { articles: [{}, {}] } });
  });

  test('is shown whole when its summary was shown before the worker had noted that the popup was opened', async () => {
    const { pages } = setUpServer();
    await pages.onReading(TAB, PAGE);
    const { session } = fakeBrowser.storage;
    const set = session.set.bind(session);
    const noted = vi.spyOn(session, 'set').mockImplementationOnce(async (click) => {
      await pages.onReport(TAB, reportOf(PAGE));
      await set(click);
    });
    const opened = await pages.open(TAB.id);
    noted.mockRestore();
    expect(opened?.page).toMatchObject({ coverage: { articles: [{}, {}] } });
  });

  test('is shown whole when the popup was opened after the worker that had its report was stopped', async () => {
    const stopped = setUp({ answer: () => new Promise(() => undefined) });
    await stopped.pages.onReading(TAB, PAGE);
    void stopped.pages.onReport(TAB, reportOf(PAGE));
    await until(async () => expect(await readReport(TAB.id)).not.toBeNull());
    const { pages } = setUpServer();
    const opened = await pages.open(TAB.id);
    expect(opened?.page).toMatchObject({ coverage: { articles: [{}, {}] } });
  });

  test('is requested as private in a private window', async () => {
    const tab = { ...TAB, isPrivate: true };
    const { pages, asked } = setUpServer(tab);
    await pages.onReport(tab, reportOf(PAGE));
    await pages.open(tab.id);
    expect(asked).toEqual([
      { isPrivate: true, isOpened: false },
      { isPrivate: true, isOpened: true },
    ]);
  });
});
