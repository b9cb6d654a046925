// Follows the tab while the popup is open: the state of its page, and navigations to other pages.
import { browser } from '../../utils/browser.ts';
import { mayReadByItself } from '../../utils/reading/may-read.ts';
import { isSamePage } from '../../utils/same-page.ts';
import { createSerialQueue } from '../../utils/serial-queue.ts';
import { tabKey } from '../../utils/tabs/tab-keys.ts';
import { readTabState } from '../../utils/tabs/tab-states.ts';
import {
  askWorker,
  type FactsListener,
  findTabAgain,
  isCurrent,
  type PopupTab,
  parseTab,
  readStoredFacts,
} from './popup-facts.ts';

export type FollowedPage = {
  /** Of the page that is shown: the tab's address or, if the browser does not disclose it, the one under which it was read. */
  readonly url: () => string | null;
  readonly stop: () => void;
};

/** Requests and clicks on one page do not apply to the next. */
const NEW_PAGE = {
  hasMovedOn: false,
  isComing: false,
  askFailure: null,
  wasRefused: false,
  isSaidArticle: false,
  hasCopiedDetails: null,
  confirmedStoryId: null,
} as const;

export function followPage(
  { pageUrl, ...opened }: PopupTab & { readonly pageUrl: string | null },
  tell: FactsListener,
): FollowedPage {
  let tab: PopupTab = opened;
  let shownUrl = pageUrl;
  const inTurn = createSerialQueue();

  /** Reads where the tab is now; reports everything again if that is another page. */
  const look = () =>
    inTurn(async () => {
      const now = await findTabAgain(tab.id);
      if (now === null || (isSameAddress(now.url, tab.url) && now.isComing === tab.isComing)) return;
      tab = now;
      shownUrl = now.url;
      await showNewPage(now, tell);
    });

  const onUpdated = (tabId: number) => {
    if (tabId === tab.id) void look();
  };
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[tabKey(tab.id)];
    if (area === 'session' && change) void onTabState(change.newValue);
  };
  /** The worker may learn of a navigation before the popup does, so the new page is reported before its state. */
  const onTabState = async (stored: unknown) => {
    const state = parseTab(stored);
    if (state !== null && !tab.isComing && isCurrent(state.pageUrl, tab.url)) return tell({ tab: state });
    await look();
    tell({ tab: await readTabState(tab.id) });
  };

  browser.tabs.onUpdated.addListener(onUpdated);
  browser.storage.onChanged.addListener(onChanged);
  return {
    url: () => shownUrl,
    stop: () => {
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.storage.onChanged.removeListener(onChanged);
    },
  };
}

async function showNewPage(tab: PopupTab, tell: FactsListener): Promise<void> {
  if (tab.url === null) {
    // The click on the toolbar button was for the page before: the browser no longer discloses the address.
    const nothing = { pageUrl: null, tab: null, isSiteOff: false, badges: null, hasAsked: true };
    return tell({ ...NEW_PAGE, ...nothing, hasMovedOn: true });
  }
  const isReadByItself = await mayReadByItself(tab.url);
  // If reading takes a click, one click is for one page: the user is asked again.
  tell({ ...(await readStoredFacts(tab)), ...NEW_PAGE, hasAsked: !isReadByItself });
  if (isReadByItself) void askWorker(tab.id, tell);
}

function isSameAddress(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : isSamePage(a, b);
}
