// Decides what the popup shows, from everything that is known of the tab, the site, the feeds and what was just clicked.
import type { PopupNotice, PopupPage, PopupState } from '../../components/popup/popup-state.ts';
import { toSiteHost } from '../../utils/reading/readable-sites.ts';
import type { SyncState } from '../../utils/sync-state.ts';
import type { PageState, TabState } from '../../utils/tab-state.ts';

export type PopupFacts = {
  /** Undefined until the browser has told which tab this is; null where it keeps the address to itself. */
  readonly pageUrl: string | null | undefined;
  /** The tab stands in a private window. */
  readonly isPrivate: boolean;
  readonly tab: TabState | null;
  /** The worker has been asked to read the tab, and has answered. */
  readonly hasAsked: boolean;
  /** What went wrong when it was asked. */
  readonly askFailure: string | null;
  readonly sync: SyncState | null;
  readonly isSiteOff: boolean;
  readonly badges: PopupState['badges'];
  readonly wasRefused: boolean;
  readonly hasCopiedDetails: boolean;
  /** The story that the user took for the same as this page's. */
  readonly confirmedStoryId: string | null;
};

export function toPopupState(facts: PopupFacts): PopupState {
  const host = toSiteHost(facts.pageUrl ?? '');
  return {
    site: host === null ? null : { host, isOn: !facts.isSiteOff },
    isPrivate: facts.isPrivate,
    badges: facts.isPrivate ? null : facts.badges,
    page: toPage(facts, host),
    notices: toNotices(facts),
  };
}

function toPage(facts: PopupFacts, host: string | null): PopupPage {
  if (facts.pageUrl === undefined) return { status: 'starting' };
  if (host === null) return { status: 'unsupported' };
  if (facts.isSiteOff) return { status: 'site-off' };
  if (facts.tab !== null && facts.tab.page.status !== 'unread') return toReadPage(facts, facts.tab.page);
  if (!facts.hasAsked) return { status: 'starting' };
  if (facts.askFailure !== null) {
    return { status: 'failed', reason: 'unexpected', hasCopiedDetails: facts.hasCopiedDetails };
  }
  return { status: 'needs-permission', wasRefused: facts.wasRefused };
}

function toReadPage(facts: PopupFacts, page: Exclude<PageState, { status: 'unread' }>): PopupPage {
  const { sync } = facts;
  const hasNoFeeds = sync !== null && sync.feedsAllowed === 0 && sync.articles === 0;
  switch (page.status) {
    case 'reading':
      return { status: 'reading' };
    case 'not-article':
      return hasNoFeeds ? { status: 'no-feeds' } : { status: 'not-article', stories: page.outletStories };
    case 'uncovered':
      if (sync === null) return { status: 'reading' }; // how many feeds were asked belongs to the answer
      if (hasNoFeeds) return { status: 'no-feeds' };
      if (sync.isFirst) return { status: sync.running === null ? 'unasked' : 'first-sync' };
      return {
        status: 'uncovered',
        feeds: sync.feedsAllowed,
        askedAt: sync.lastSuccessAt,
        isAsking: sync.running !== null,
      };
    case 'possible': {
      const { article, match, coverage } = page;
      const status = coverage.story.id === facts.confirmedStoryId ? 'covered' : 'possible';
      return { status, article, match, coverage };
    }
    case 'covered':
      return { status: 'covered', article: page.article, match: page.match, coverage: page.coverage };
    case 'failed':
      return { status: 'failed', reason: page.reason, hasCopiedDetails: facts.hasCopiedDetails };
  }
}

function toNotices({ sync, tab }: PopupFacts): PopupNotice[] {
  const notices: PopupNotice[] = [];
  if (tab?.separated) notices.push({ kind: 'separated', title: tab.separated.title });
  if (sync === null) return notices;
  if (sync.storageFull) notices.push({ kind: 'storage-full' });
  if (sync.offlineSince !== null) {
    notices.push({ kind: 'offline', since: sync.offlineSince, lastSuccessAt: sync.lastSuccessAt });
  } else if (sync.isFirst && sync.running !== null) {
    const { done, total } = sync.running;
    notices.push({ kind: 'first-sync', done, total, articles: sync.articles, stories: sync.stories });
  }
  return notices;
}
