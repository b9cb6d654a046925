// Maps what is known of tab, site and feeds to the popup's state.
import { describe, expect, it } from 'vitest';
import { ArticleId, OutletId } from '../../../../engine/ids.ts';
import type { Coverage } from '../../../../engine/schema.ts';
import { NO_FACTS } from '../../../../entrypoints/popup/popup-facts.ts';
import { findOutletLookupUrl, type PopupFacts, toPopupState } from '../../../../entrypoints/popup/to-popup-state.ts';
import type { SyncState } from '../../../../utils/sync-state.ts';
import type { PageState, TabState } from '../../../../utils/tab-state.ts';
import { inventedCoverage, NOW } from '../../../support/ui/invented-story.ts';
import { CERTAIN } from '../../../support/ui/popup-states.ts';

const URL = 'https://www.herald.test/pier';
const SYNC: SyncState = {
  feedsAllowed: 118,
  feedsChosen: 120,
  running: null,
  isFirst: false,
  lastSuccessAt: NOW,
  offlineSince: null,
  articles: 900,
  stories: 200,
  failing: 0,
  pausedUntil: null,
  storageFull: false,
  unreadable: null,
};
const RUNNING = { done: 3, total: 118, startedAt: NOW };
const article = {
  url: URL,
  title: 'Pier',
  kind: 'report',
  host: 'herald.test',
  outletId: OutletId.parse('herald'),
  publishedAt: NOW,
} as const;
const coverage = inventedCoverage();
const SEPARATED = { articleId: ArticleId.parse('a'), storyId: coverage.story.id, title: 'Pier' };

const tab = (page: PageState, separated: TabState['separated'] = null): TabState => ({ pageUrl: URL, page, separated });
const facts = (known: Partial<PopupFacts>): PopupFacts => ({ ...NO_FACTS, pageUrl: URL, sync: SYNC, ...known });
const statusOf = (known: Partial<PopupFacts>) => toPopupState(facts(known)).page.status;
const answeredBy = { by: 'device' } as const;
const byServer = {
  by: 'server',
  host: 'library.test',
  crowd: 76,
  hasSentHeadline: false,
  hasNamedStory: true,
  askedAt: NOW,
  staleFor: null,
} as const;
const server = { host: 'library.test', isPolling: false, locked: ['address'] } as const;
const noFeeds = { ...SYNC, feedsAllowed: 0, articles: 0, isFirst: true };
const front = tab({ status: 'not-article', kind: 'front', outletStories: [] });
const guide = tab({ status: 'not-article', kind: 'docs', outletStories: [] });
const uncovered = tab({ status: 'uncovered', article, answeredBy });
const kept = { days: 14, since: NOW - 14 * 86_400_000 };
const publishedAt = (at: number | null) =>
  tab({ status: 'uncovered', article: { ...article, publishedAt: at }, answeredBy });

describe('the page’s state', () => {
  it.each([
    ['starting', { pageUrl: undefined }],
    ['failed', { pageUrl: undefined, hasAsked: true, askFailure: 'no tabs' }],
    ['unsupported', { pageUrl: null }],
    ['reading', { pageUrl: null, isComing: true, hasAsked: true }],
    ['moved-on', { pageUrl: null, hasMovedOn: true, hasAsked: true }],
    ['unsupported', { pageUrl: 'chrome://extensions' }],
    ['unsupported', { pageUrl: 'file:///home/page.html' }],
    ['site-off', { isSiteOff: true, tab: uncovered }],
    ['starting', { tab: null }],
    ['starting', { tab: tab({ status: 'unread' }) }],
    ['needs-permission', { tab: null, hasAsked: true }],
    ['unsupported', { tab: tab({ status: 'unread' }), hasAsked: true }],
    ['reading', { tab: tab({ status: 'reading', since: NOW }), hasAsked: true }],
    ['failed', { tab: null, hasAsked: true, askFailure: 'no-answer' }],
    ['reading', { tab: tab({ status: 'reading', since: NOW }) }],
    ['failed', { tab: tab({ status: 'reading', since: NOW }), hasAsked: true, askFailure: 'failed: quota' }],
    ['failed', { tab: uncovered, sync: null, hasAsked: true, askFailure: 'no-answer' }],
    ['uncovered', { tab: uncovered, hasAsked: true, askFailure: 'no-answer' }],
    ['not-article', { tab: front }],
    ['uncovered', { tab: uncovered }],
    ['reading', { tab: uncovered, sync: null }],
    ['first-sync', { tab: uncovered, sync: { ...SYNC, isFirst: true, running: RUNNING } }],
    ['unasked', { tab: uncovered, sync: { ...SYNC, isFirst: true } }],
    ['unasked', { tab: uncovered, sync: { ...SYNC, isFirst: true, offlineSince: NOW } }],
    ['unasked', { tab: uncovered, sync: { ...SYNC, articles: 0 } }],
    ['too-old', { tab: publishedAt(kept.since - 1), kept }],
    ['too-old', { tab: publishedAt(kept.since - 1), kept, sync: { ...SYNC, isFirst: true } }],
    ['uncovered', { tab: publishedAt(kept.since), kept }],
    ['uncovered', { tab: { ...publishedAt(kept.since - 1), separated: SEPARATED }, kept }],
    ['uncovered', { tab: publishedAt(null), kept }],
    ['uncovered', { tab: publishedAt(0), kept: null }],
    ['no-feeds', { tab: publishedAt(0), kept, sync: noFeeds }],
    ['uncovered', { tab: uncovered, sync: { ...SYNC, articles: 0, lastSuccessAt: null, failing: 118 } }],
    ['no-feeds', { tab: uncovered, sync: { ...SYNC, feedsAllowed: 0, articles: 0 } }],
    ['no-feeds', { tab: uncovered, sync: { ...SYNC, feedsAllowed: 0 } }],
    ['not-article', { tab: front, sync: { ...SYNC, feedsAllowed: 0 } }],
    ['no-feeds', { tab: front, sync: { ...SYNC, feedsAllowed: 0, articles: 0 } }],
    ['failed', { tab: tab({ status: 'failed', reason: 'timeout', detail: '' }) }],
    ['covered', { tab: tab({ status: 'covered', article, match: CERTAIN, coverage, answeredBy }) }],
    ['possible', { tab: tab({ status: 'possible', article, match: CERTAIN, coverage, answeredBy }) }],
    ['uncovered-by-server', { tab: tab({ status: 'uncovered', article, answeredBy: byServer }), server, sync: null }],
    ['not-article', { tab: front, server, sync: noFeeds }],
    ['covered', { tab: tab({ status: 'covered', article, match: CERTAIN, coverage, answeredBy: byServer }), server }],
    [
      'reading',
      {
        tab: tab({
          status: 'covered',
          article,
          match: CERTAIN,
          coverage: { ...coverage, articles: [] },
          answeredBy: byServer,
        }),
        server,
      },
    ],
  ] satisfies [string, Partial<PopupFacts>][])('is %s with %j', (expected, known) => {
    expect(statusOf(known)).toBe(expected);
  });

  it('counts the feeds that answered, and says whether they are asked by themselves', () => {
    const shown = (known: Partial<PopupFacts>) => toPopupState(facts({ tab: uncovered, ...known })).page;
    expect(shown({ sync: { ...SYNC, failing: 18 } })).toMatchObject({ feeds: 100, isPolling: true });
    expect(shown({ sync: { ...SYNC, failing: 120 }, isPollingOn: false })).toMatchObject({
      feeds: 0,
      isPolling: false,
    });
  });

  it('says until when no feed can be asked, unless some are being asked', () => {
    const shown = (known: Partial<SyncState>) =>
      toPopupState(facts({ tab: uncovered, sync: { ...SYNC, pausedUntil: NOW + 1, ...known } })).page;
    expect([shown({}), shown({ running: RUNNING })]).toMatchObject([{ pausedUntil: NOW + 1 }, { pausedUntil: null }]);
  });

  it('knows earlier articles of feeds that may no longer be polled', () => {
    const shown = (articles: number) =>
      toPopupState(facts({ tab: uncovered, sync: { ...SYNC, feedsAllowed: 0, articles } })).page;
    expect([shown(900), shown(0)]).toMatchObject([{ hasArticles: true }, { hasArticles: false }]);
  });

  it('shows a confirmed match as covered, but no other story', () => {
    const possible = tab({ status: 'possible', article, match: CERTAIN, coverage, answeredBy });
    expect(statusOf({ tab: possible, confirmedStoryId: coverage.story.id })).toBe('covered');
    expect(statusOf({ tab: possible, confirmedStoryId: 'another' })).toBe('possible');
  });

  it('names the site without www', () => {
    expect(toPopupState(facts({})).site).toEqual({ host: 'herald.test', isOn: true });
  });
});

describe('a page that the browser keeps closed', () => {
  const shown = toPopupState(facts({ tab: tab({ status: 'unread' }), hasAsked: true, badges: 'all' }));

  it('has neither a switch nor badges, which would have no effect', () => {
    expect(shown).toMatchObject({ site: null, badges: null, page: { status: 'unsupported', why: 'kept-out' } });
  });

  it('is not offered to be read by itself', () => {
    expect(toPopupState(facts({ tab: tab({ status: 'unread' }), hasAsked: true })).offer).toBeNull();
  });
});

it('an article in Firefox’s reader view is told apart from pages that are none', () => {
  const shown = (pageUrl: string) => toPopupState(facts({ pageUrl, hasAsked: true })).page;
  const article = encodeURIComponent('https://www.herald.test/bridge');
  expect(shown(`about:reader?url=${article}`)).toEqual({ status: 'unsupported', why: 'reader-view' });
  expect(shown('about:preferences')).toEqual({ status: 'unsupported', why: 'not-web' });
});

describe('a page that was read on a click', () => {
  const offer = (known: Partial<PopupFacts>) => toPopupState(facts({ tab: uncovered, ...known })).offer;

  it('can have its site read by itself from now on, also after the browser was asked in vain', () => {
    expect(offer({})).toEqual({ wasRefused: false, isAllowed: false });
    expect(offer({ wasRefused: true })).toMatchObject({ wasRefused: true });
    expect(offer({ isHostAllowed: true })).toMatchObject({ isAllowed: true });
  });

  it.each([
    ['its site is read by itself', { badges: 'off' }],
    ['its site is off', { isSiteOff: true }],
    ['the choice could not be kept', { isPrivate: true }],
    ['nothing was read yet', { tab: null }],
  ] satisfies [string, Partial<PopupFacts>][])('is offered no such thing where %s', (_, known) => {
    expect(offer(known)).toBeNull();
  });
});

describe('the open page’s outlet', () => {
  const rated = coverage.outlets.herald ?? expect.fail('no such outlet');
  const outlet = { url: URL, rated };
  const { herald: _, ...outlets } = coverage.outlets;
  const covered = (shown: Coverage) => tab({ status: 'covered', article, match: CERTAIN, coverage: shown, answeredBy });
  const shown = (known: Partial<PopupFacts>) => toPopupState(facts({ outlet, ...known }));

  it.each([
    ['nobody else covers it', 'uncovered', { tab: uncovered }],
    ['what came out with it is no longer kept', 'too-old', { tab: publishedAt(kept.since - 1), kept }],
    ['nothing is kept to compare it with', 'no-feeds', { tab: uncovered, sync: noFeeds }],
    ['it is a front page', 'not-article', { tab: front }],
    ['it is a front page, and nothing is kept', 'no-feeds', { tab: front, sync: noFeeds }],
    ['it is a front page, and a server would be asked', 'not-article', { tab: front, server, sync: noFeeds }],
    ['the tab stands in a private window', 'not-article', { tab: front, isPrivate: true }],
    ['it may not be read yet', 'needs-permission', { tab: null, hasAsked: true }],
    ['the browser keeps it closed', 'unsupported', { tab: tab({ status: 'unread' }), hasAsked: true }],
    ['it could not be read', 'failed', { tab: tab({ status: 'failed', reason: 'page-unreadable', detail: '' }) }],
    ['none of its own is in the story', 'covered', { tab: covered({ ...coverage, outlets }) }],
  ] satisfies [string, string, Partial<PopupFacts>][])('is told where %s', (_, status, known) => {
    expect(shown(known)).toMatchObject({ page: { status }, outlet: rated });
  });

  it.each([
    ['a report in the story tells of it', { tab: covered(coverage) }],
    ['only the number of reports is known yet', { tab: covered({ ...coverage, articles: [], outlets: {} }) }],
    ['the story may tell of it in a moment', { tab: tab({ status: 'reading', since: NOW }) }],
    ['nothing is known of the page yet', { tab: null }],
    ['it is that of another page', { tab: front, outlet: { ...outlet, url: `${URL}-2` } }],
    ['nobody knows it', { tab: front, outlet: { url: URL, rated: null } }],
    ['the site is off', { tab: front, isSiteOff: true }],
    ['the tab has gone on', { pageUrl: null, hasMovedOn: true }],
  ] satisfies [string, Partial<PopupFacts>][])('is not told where %s', (_, known) => {
    expect(shown(known).outlet).toBeNull();
  });

  it('is asked for by the address of the article, where that is another than the page’s', () => {
    const amp = tab({ status: 'uncovered', article: { ...article, url: `${URL}.html` }, answeredBy });
    expect(findOutletLookupUrl(facts({ tab: amp }))).toBe(`${URL}.html`);
    expect(findOutletLookupUrl(facts({ tab: front }))).toBe(URL);
  });

  it.each([
    ['the site is off', { isSiteOff: true }],
    ['the page is the browser’s own', { pageUrl: 'about:addons' }],
    ['a report in the story tells of it', { tab: covered(coverage) }],
  ] satisfies [string, Partial<PopupFacts>][])('is not asked for where %s', (_, known) => {
    expect(findOutletLookupUrl(facts(known))).toBeNull();
  });

  it('is waited for before the stories of a front page are shown, which it would push down', () => {
    expect(shown({ tab: front, outlet: null }).page).toMatchObject({ isOutletAwaited: true });
    expect(shown({ tab: front, outlet: { url: URL, rated: null } }).page).toMatchObject({ isOutletAwaited: false });
  });
});

it('says when the tab stands in a private window', () => {
  expect(toPopupState(facts({})).isPrivate).toBe(false);
  expect(toPopupState(facts({ isPrivate: true })).isPrivate).toBe(true);
});

describe('notices', () => {
  const kindsOf = (known: Partial<PopupFacts>) => toPopupState(facts(known)).notices.map(({ kind }) => kind);
  const running = RUNNING;

  it.each([
    [[], {}],
    [[], { sync: null }],
    [[], { sync: { ...SYNC, running } }],
    [['first-sync'], { sync: { ...SYNC, running, isFirst: true } }],
    [[], { sync: { ...SYNC, isFirst: true } }],
    [['offline'], { sync: { ...SYNC, isFirst: true, offlineSince: NOW } }],
    [['offline'], { sync: { ...SYNC, running, isFirst: true, offlineSince: NOW } }],
    [['storage-full', 'offline'], { sync: { ...SYNC, storageFull: true, offlineSince: NOW } }],
    [['storage-unreadable'], { sync: { ...SYNC, storageFull: true, unreadable: 'storage-newer' } }],
    [['separated'], { tab: tab(uncovered.page, SEPARATED) }],
    // The page's own message says it, with what helps.
    [[], { sync: { ...SYNC, storageFull: true }, tab: tab({ status: 'failed', reason: 'storage-full', detail: '' }) }],
    [
      [],
      {
        sync: { ...SYNC, unreadable: 'storage-newer' },
        tab: tab({ status: 'failed', reason: 'storage-newer', detail: '' }),
      },
    ],
  ] satisfies [string[], Partial<PopupFacts>][])('are %j with %j', (expected, known) => {
    expect(kindsOf(known)).toEqual(expected);
  });
});

describe('a server’s part in the answer', () => {
  const page = (answer: Extract<PageState, { status: 'covered' }>['answeredBy']) =>
    toPopupState(
      facts({
        tab: tab({ status: 'covered', article, match: CERTAIN, coverage, answeredBy: answer }),
        server,
        sync: { ...SYNC, offlineSince: NOW, storageFull: true },
      }),
    );

  it('is shown with the story, without any note about feeds', () => {
    const shown = page(byServer);
    expect(shown).toMatchObject({
      serverHost: 'library.test',
      serverLocks: ['address'],
      page: { server: { crowd: 76 } },
      notices: [],
    });
  });

  it('is shown as old if the server could not be reached again', () => {
    expect(page({ ...byServer, askedAt: NOW - 5, staleFor: 'offline' }).notices).toEqual([
      { kind: 'server-old', host: 'library.test', askedAt: NOW - 5, isOffline: true },
    ]);
  });

  it('is shown as the device’s, with the reason, if the device answered instead', () => {
    const shown = page({ by: 'device-instead', host: 'library.test', reason: 'server-token-refused' });
    expect(shown.page).toMatchObject({ status: 'covered', server: null });
    expect(shown.notices).toEqual([{ kind: 'device-instead', host: 'library.test', reason: 'server-token-refused' }]);
  });

  it('has no list of an outlet’s stories, rather than an empty one', () => {
    const shown = toPopupState(facts({ tab: front, server }));
    expect(shown.page).toMatchObject({ status: 'not-article', stories: null, asArticle: 'no' });
  });
});

describe('a page that is no article by itself', () => {
  const asArticle = (change: Partial<PopupFacts>) => toPopupState(facts(change)).page;

  it.each([
    ['offered', { tab: guide }],
    ['said', { tab: guide, isSaidArticle: true }],
    ['no', { tab: front }],
    ['no', { tab: front, isSaidArticle: true }],
  ] as const)('that the user may say it is one: %s', (expected, change) => {
    expect(asArticle(change)).toMatchObject({ status: 'not-article', asArticle: expected });
  });
});
