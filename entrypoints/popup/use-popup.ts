// The popup's state and actions as one hook: the wiring between the browser and the components.
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { PopupActions, PopupState } from '../../components/popup/popup-state.ts';
import { browser } from '../../utils/browser.ts';
import { sendMessage } from '../../utils/messaging.ts';
import { toMatchPattern, toSiteHost } from '../../utils/reading/readable-sites.ts';
import { readSetting, writeSetting } from '../../utils/settings.ts';
import {
  askWorker,
  type FactsListener,
  findPopupTab,
  followFacts,
  NO_FACTS,
  type PopupTab,
  readStoredFacts,
  rememberConfirmed,
} from './popup-facts.ts';
import { describeForReport } from './report-details.ts';
import { type PopupFacts, toPopupState } from './to-popup-state.ts';

export function usePopup(): { state: PopupState; actions: PopupActions } {
  const [facts, setFacts] = useState<PopupFacts>(NO_FACTS);
  const [tab, setTab] = useState<PopupTab | null>(null);
  const tell: FactsListener = (change) => setFacts((before) => ({ ...before, ...change }));

  // Before the first paint, not after it: what is stored is to be seen at once.
  useLayoutEffect(() => {
    let stop = () => {};
    void findPopupTab(location.search).then(async (found) => {
      if (found === null) return tell({ pageUrl: null });
      setTab(found);
      stop = followFacts(found, tell);
      tell(await readStoredFacts(found));
      await askWorker(found.id, tell);
    });
    return () => stop();
  }, []);

  const actions = useMemo(() => createActions({ tab, facts, tell }), [tab, facts]);
  return { state: toPopupState(facts), actions };
}

type ActionParts = { tab: PopupTab | null; facts: PopupFacts; tell: FactsListener };

function createActions({ tab, facts, tell }: ActionParts): PopupActions {
  const host = toSiteHost(facts.pageUrl ?? '');
  const readAgain = () => {
    if (tab === null) return;
    tell({ askFailure: null });
    void askWorker(tab.id, tell);
  };
  const openPage = (path: string) => {
    void browser.tabs.create({ url: browser.runtime.getURL(path) });
    window.close();
  };
  return {
    readAgain,
    openSettings: () => openPage('/options.html'),
    openHelp: () => openPage('/options.html#help'),
    openFeeds: () => openPage('/options.html#feeds'),
    openOnboarding: () => openPage('/onboarding.html'),
    toStoryHref: (storyId) => browser.runtime.getURL(`/story.html?id=${encodeURIComponent(storyId)}`),
    toggleSite: () => {
      if (host !== null) void toggleSite(host, tell).then(readAgain);
    },
    allowSite: () => {
      if (host !== null)
        void allow({ origin: toMatchPattern(host), remember: () => chooseSite(host), tell, readAgain });
    },
    allowEverySite: () => {
      void allow({ origin: '*://*/*', remember: () => writeSetting('readingMode', 'every-site'), tell, readAgain });
    },
    askFeeds: () => void sendMessage('sync/now', {}),
    separate: () => {
      if (tab !== null) void sendMessage('tab/separate', { tabId: tab.id });
    },
    unseparate: () => {
      if (tab !== null) void sendMessage('tab/unseparate', { tabId: tab.id });
    },
    confirmMatch: () => {
      if (tab === null || facts.tab?.page.status !== 'possible') return;
      const storyId = facts.tab.page.coverage.story.id;
      tell({ confirmedStoryId: storyId });
      void rememberConfirmed(tab.id, storyId);
    },
    copyDetails: () => {
      void navigator.clipboard.writeText(describeForReport(facts)).then(() => tell({ hasCopiedDetails: true }));
    },
  };
}

type AllowParts = { origin: string; remember: () => Promise<void>; tell: FactsListener; readAgain: () => void };

/**
 * Asks the browser first, inside the click, because a gesture does not outlive an await. The choice is written down
 * before the answer: some browsers close the popup when they ask, and nothing after it would run.
 */
async function allow({ origin, remember, tell, readAgain }: AllowParts): Promise<void> {
  const request = browser.permissions.request({ origins: [origin] });
  const before = await readSetting('readingMode');
  await remember();
  if (await request) return readAgain();
  await writeSetting('readingMode', before);
  tell({ wasRefused: true });
}

async function chooseSite(host: string): Promise<void> {
  const chosen = await readSetting('chosenSites');
  if (!chosen.includes(host)) await writeSetting('chosenSites', [...chosen, host]);
  if ((await readSetting('readingMode')) === 'on-click') await writeSetting('readingMode', 'chosen-sites');
}

async function toggleSite(host: string, tell: FactsListener): Promise<void> {
  const off = await readSetting('sitesOff');
  // A parent domain may be what is off: "on" has to take that away too.
  const others = off.filter((site) => host !== site && !host.endsWith(`.${site}`));
  const isOff = others.length === off.length;
  await writeSetting('sitesOff', isOff ? [...off, host] : others);
  tell({ isSiteOff: isOff });
}
