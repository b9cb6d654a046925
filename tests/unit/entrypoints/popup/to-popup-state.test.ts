// From what is known of tab, site and feeds to the one state of the popup.
import { describe, expect, it } from 'vitest';
import { ArticleId, OutletId } from '../../../../engine/ids.ts';
import { NO_FACTS } from '../../../../entrypoints/popup/popup-facts.ts';
import { type PopupFacts, toPopupState } from '../../../../entrypoints/popup/to-popup-state.ts';
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
  storageFull: false,
};
const RUNNING = { done: 3, total: 118, startedAt: NOW };
const article = {
  url: URL,
  title: 'Pier',
  kind: 'report',
  host: 'herald.test',
  outletId: OutletId.parse('herald'),
} as const;
const coverage = inventedCoverage();
const SEPARATED = { articleId: ArticleId.parse('a'), storyId: coverage.story.id, title: 'Pier' };

const tab = (page: PageState, separated: TabState['separated'] = null): TabState => ({ pageUrl: URL, page, separated });
const facts = (known: Partial<PopupFacts>): PopupFacts => ({ ...NO_FACTS, pageUrl: URL, sync: SYNC, ...known });
const statusOf = (known: Partial<PopupFacts>) => toPopupState(facts(known)).page.status;
const uncovered = tab({ status: 'uncovered', article });

describe('the page’s state', () => {
  it.each([
    ['starting', { pageUrl: undefined }],
    ['unsupported', { pageUrl: null }],
    ['unsupported', { pageUrl: 'chrome://extensions' }],
    ['unsupported', { pageUrl: 'file:///home/page.html' }],
    ['site-off', { isSiteOff: true, tab: uncovered }],
    ['starting', { tab: null }],
    ['starting', { tab: tab({ status: 'unread' }) }],
    ['needs-permission', { tab: tab({ status: 'unread' }), hasAsked: true }],
    ['needs-permission', { tab: null, hasAsked: true }],
    ['failed', { tab: null, hasAsked: true, askFailure: 'no-answer' }],
    ['reading', { tab: tab({ status: 'reading', since: NOW }) }],
    ['not-article', { tab: tab({ status: 'not-article', kind: 'front', outletStories: [] }) }],
    ['uncovered', { tab: uncovered }],
    ['reading', { tab: uncovered, sync: null }],
    ['first-sync', { tab: uncovered, sync: { ...SYNC, isFirst: true, running: RUNNING } }],
    ['unasked', { tab: uncovered, sync: { ...SYNC, isFirst: true } }],
    ['unasked', { tab: uncovered, sync: { ...SYNC, isFirst: true, offlineSince: NOW } }],
    ['no-feeds', { tab: uncovered, sync: { ...SYNC, feedsAllowed: 0, articles: 0 } }],
    ['uncovered', { tab: uncovered, sync: { ...SYNC, feedsAllowed: 0 } }],
    ['failed', { tab: tab({ status: 'failed', reason: 'timeout', detail: '' }) }],
    ['covered', { tab: tab({ status: 'covered', article, match: CERTAIN, coverage }) }],
    ['possible', { tab: tab({ status: 'possible', article, match: CERTAIN, coverage }) }],
  ] satisfies [string, Partial<PopupFacts>][])('is %s with %j', (expected, known) => {
    expect(statusOf(known)).toBe(expected);
  });

  it('takes a confirmed match for covered, and no other story’s', () => {
    const possible = tab({ status: 'possible', article, match: CERTAIN, coverage });
    expect(statusOf({ tab: possible, confirmedStoryId: coverage.story.id })).toBe('covered');
    expect(statusOf({ tab: possible, confirmedStoryId: 'another' })).toBe('possible');
  });

  it('names the site without www', () => {
    expect(toPopupState(facts({})).site).toEqual({ host: 'herald.test', isOn: true });
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
    [['separated'], { tab: tab(uncovered.page, SEPARATED) }],
  ] satisfies [string[], Partial<PopupFacts>][])('are %j with %j', (expected, known) => {
    expect(kindsOf(known)).toEqual(expected);
  });
});
