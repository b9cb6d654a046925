// Decides what the popup shows, from everything known about the tab, the site, the feeds and recent clicks.
import type { PopupNotice, PopupPage, PopupState, ServerNote } from '../../components/popup/popup-state.ts';
import type { RatedOutlet } from '../../engine/schema.ts';
import { isSummaryOnly } from '../../utils/coverage/answer-page.ts';
import { toSiteHost } from '../../utils/reading/readable-sites.ts';
import type { SyncState } from '../../utils/sync-state.ts';
import type { PageState, TabState } from '../../utils/tab-state.ts';

export type PopupFacts = {
  /** Undefined until the browser has said which tab this is; null if it does not disclose the address. */
  readonly pageUrl: string | null | undefined;
  /** The tab has navigated to a page whose address the browser does not disclose. */
  readonly hasMovedOn: boolean;
  /** The tab has no page yet, but one is loading. */
  readonly isComing: boolean;
  /** The tab is in a private window. */
  readonly isPrivate: boolean;
  readonly tab: TabState | null;
  /** The worker has been asked to read the tab, and has answered. */
  readonly hasAsked: boolean;
  /** Why the worker failed to answer; null if it did not fail. */
  readonly askFailure: string | null;
  readonly sync: SyncState | null;
  /** Feeds are polled automatically. */
  readonly isPollingOn: boolean;
  /** How long articles are kept; null until settings are read. */
  readonly kept: { readonly days: number; readonly since: number } | null;
  readonly isSiteOff: boolean;
  readonly badges: PopupState['badges'];
  readonly wasRefused: boolean;
  /** The browser allows the page's host over http and https, as its own “Always allow on this site” does. */
  readonly isHostAllowed: boolean;
  /** The user said that the page is an article. */
  readonly isSaidArticle: boolean;
  readonly hasCopiedDetails: boolean | null;
  /** The server that answers; null when the device does. `isPolling`: feeds are polled as well. */
  readonly server: {
    readonly host: string;
    readonly isPolling: boolean;
    readonly locked: PopupState['serverLocks'];
  } | null;
  /** The outlet of an address, if the worker knows it; null until it has answered. */
  readonly outlet: { readonly url: string; readonly rated: RatedOutlet | null } | null;
  /** The story that the user confirmed to be this page's. */
  readonly confirmedStoryId: string | null;
};

export function toPopupState(facts: PopupFacts): PopupState {
  const host = toSiteHost(facts.pageUrl ?? '');
  const found = toPage(facts, host);
  // What a failing worker is waited for does not come.
  const page = found.status === 'reading' && facts.askFailure !== null ? toFailed(facts) : found;
  // Choices for a site have no effect on a page that the browser closes to extensions.
  const site = host === null || page.status === 'unsupported' ? null : { host, isOn: !facts.isSiteOff };
  return {
    site,
    isPrivate: facts.isPrivate,
    serverHost: facts.server?.host ?? null,
    serverLocks: facts.server?.locked ?? [],
    badges: site === null || facts.isPrivate ? null : facts.badges,
    offer: site !== null && hasOffer(facts) ? { wasRefused: facts.wasRefused, isAllowed: facts.isHostAllowed } : null,
    outlet: STILL_COMING.has(page.status) ? null : (findOutlet(facts)?.rated ?? null),
    page,
    notices: toNotices(facts),
  };
}

/** The address by which to look up the page's outlet; null if the story's coverage contains the outlet. */
export function findOutletLookupUrl({ pageUrl, tab, isSiteOff }: PopupFacts): string | null {
  if (isSiteOff || toSiteHost(pageUrl ?? '') === null) return null;
  const page = tab?.page;
  if (page === undefined || !('article' in page)) return pageUrl ?? null;
  const isInCoverage = 'coverage' in page && page.article.outletId in page.coverage.outlets;
  return isInCoverage ? null : page.article.url;
}

/** Null until it has been looked up. */
function findOutlet(facts: PopupFacts): PopupFacts['outlet'] {
  return facts.outlet?.url === findOutletLookupUrl(facts) ? facts.outlet : null;
}

/** The story may contain the outlet in a moment, so it is not shown yet. */
const STILL_COMING: ReadonlySet<PopupPage['status']> = new Set(['starting', 'reading']);

/** The page was read on a click, and its site is not read automatically. */
function hasOffer({ tab, badges, isSiteOff, isPrivate }: PopupFacts): boolean {
  return tab !== null && tab.page.status !== 'unread' && badges === null && !isSiteOff && !isPrivate;
}

function toPage(facts: PopupFacts, host: string | null): PopupPage {
  if (facts.pageUrl === undefined) return facts.askFailure === null ? { status: 'starting' } : toFailed(facts);
  if (facts.hasMovedOn) return { status: 'moved-on' };
  if (host === null) {
    if (facts.isComing) return { status: 'reading' };
    return { status: 'unsupported', why: isReaderView(facts.pageUrl) ? 'reader-view' : 'not-web' };
  }
  if (facts.isSiteOff) return { status: 'site-off' };
  // Only a summary is known so far: the whole story is requested now that the popup is open.
  if (facts.tab !== null && isSummaryOnly(facts.tab.page)) return { status: 'reading' };
  if (facts.tab !== null && facts.tab.page.status !== 'unread') return toReadPage(facts, facts.tab.page);
  if (!facts.hasAsked) return { status: 'starting' };
  if (facts.askFailure !== null) return toFailed(facts);
  // The browser discloses the address of pages that may be read, if only after a click on the toolbar button. A page that
  // was not read all the same did not load, or is closed to extensions, and no permission helps.
  if (facts.tab !== null) return { status: 'unsupported', why: 'kept-out' };
  return { status: 'needs-permission', wasRefused: facts.wasRefused };
}

/** Firefox's reader view, which is closed to extensions. */
const isReaderView = (pageUrl: string | null) => pageUrl?.startsWith('about:reader?') ?? false;

const toFailed = ({ hasCopiedDetails }: PopupFacts): PopupPage => ({
  status: 'failed',
  reason: 'unexpected',
  hasCopiedDetails,
});

function toReadPage(facts: PopupFacts, page: Exclude<PageState, { status: 'unread' }>): PopupPage {
  const { sync, kept } = facts;
  const isPolled = facts.server === null || facts.server.isPolling;
  const hasNoFeeds = isPolled && sync !== null && sync.feedsAllowed === 0;
  const hasArticles = sync !== null && sync.articles > 0;
  switch (page.status) {
    case 'reading':
      return { status: 'reading' };
    case 'not-article':
      if (hasNoFeeds && !hasArticles) return { status: 'no-feeds', hasArticles };
      return {
        status: 'not-article',
        stories: isPolled ? page.outletStories : null,
        isOutletAwaited: findOutlet(facts) === null,
        asArticle: MANY_STORIES.has(page.kind) ? 'no' : facts.isSaidArticle ? 'said' : 'offered',
      };
    case 'uncovered': {
      const { publishedAt } = page.article;
      if (page.answeredBy.by === 'server') return { status: 'uncovered-by-server', server: page.answeredBy };
      if (sync === null) return { status: 'reading' }; // the answer includes how many feeds were polled
      if (hasNoFeeds) return { status: 'no-feeds', hasArticles };
      // After a separation this does not apply: the separated story was there to compare the page with.
      if (kept !== null && publishedAt !== null && publishedAt < kept.since && !facts.tab?.separated)
        return { status: 'too-old', publishedAt, keepDays: kept.days };
      // Feeds may have brought articles that are gone: the browser deletes IndexedDB by itself when the disk is full.
      if (sync.isFirst || (sync.lastSuccessAt !== null && !hasArticles))
        return { status: sync.running === null ? 'unasked' : 'first-sync' };
      return {
        status: 'uncovered',
        feeds: Math.max(0, sync.feedsAllowed - sync.failing),
        askedAt: sync.lastSuccessAt,
        isAsking: sync.running !== null,
        pausedUntil: sync.running === null ? sync.pausedUntil : null,
        isPolling: facts.isPollingOn,
      };
    }
    case 'possible': {
      const { article, match, coverage } = page;
      const status = coverage.story.id === facts.confirmedStoryId ? 'covered' : 'possible';
      return { status, article, match, coverage, server: toServerNote(page) };
    }
    case 'covered': {
      const { article, match, coverage } = page;
      return { status: 'covered', article, match, coverage, server: toServerNote(page) };
    }
    case 'failed':
      return { status: 'failed', reason: page.reason, hasCopiedDetails: facts.hasCopiedDetails };
  }
}

const MANY_STORIES = new Set(['front', 'search']);

function toServerNote({ answeredBy }: Extract<PageState, { status: 'covered' | 'possible' }>): ServerNote | null {
  return answeredBy.by === 'server' ? answeredBy : null;
}

function toServerNotices({ tab }: PopupFacts): PopupNotice[] {
  const answeredBy = tab !== null && 'answeredBy' in tab.page ? tab.page.answeredBy : null;
  if (answeredBy?.by === 'device-instead') {
    return [{ kind: 'device-instead', host: answeredBy.host, reason: answeredBy.reason }];
  }
  if (answeredBy?.by !== 'server' || answeredBy.staleFor === null || answeredBy.askedAt === null) return [];
  const { host, askedAt, staleFor } = answeredBy;
  return [{ kind: 'server-old', host, askedAt, isOffline: staleFor === 'offline' }];
}

function toNotices(facts: PopupFacts): PopupNotice[] {
  const { sync, tab, server } = facts;
  const notices = toServerNotices(facts);
  if (tab?.separated) notices.push({ kind: 'separated', title: tab.separated.title });
  if (sync === null || server !== null) return notices;
  const isSaidByPage = tab?.page.status === 'failed' && tab.page.reason.startsWith('storage-');
  if (sync.unreadable !== null && !isSaidByPage) notices.push({ kind: 'storage-unreadable', reason: sync.unreadable });
  else if (sync.storageFull && !isSaidByPage) notices.push({ kind: 'storage-full' });
  if (sync.offlineSince !== null) {
    notices.push({ kind: 'offline', since: sync.offlineSince, lastSuccessAt: sync.lastSuccessAt });
  } else if (sync.isFirst && sync.running !== null) {
    const { done, total } = sync.running;
    notices.push({ kind: 'first-sync', done, total, articles: sync.articles, stories: sync.stories });
  }
  return notices;
}
