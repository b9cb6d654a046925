// The popup's state and actions as one hook: the wiring between the browser and the components.
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { PopupActions, PopupState } from '../../components/popup/popup-state.ts';
import { browser } from '../../utils/browser.ts';
import { sendMessage } from '../../utils/messaging.ts';
import { toSiteHost } from '../../utils/reading/readable-sites.ts';
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
import { allowEverySite, allowSite, toggleSite } from './site-access.ts';
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
      tell({ isPrivate: found.isPrivate });
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
  // What is decided for a site would stay on disk with its name: not from a private window.
  const siteToKeep = facts.isPrivate ? null : host;
  const onAnswer = (isGranted: boolean) => (isGranted ? readAgain() : tell({ wasRefused: true }));
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
      if (siteToKeep === null) return;
      void toggleSite(siteToKeep).then((isSiteOff) => {
        tell({ isSiteOff });
        readAgain();
      });
    },
    allowSite: () => {
      if (siteToKeep !== null) void allowSite(siteToKeep).then(onAnswer);
    },
    allowEverySite: () => {
      if (siteToKeep !== null) void allowEverySite().then(onAnswer);
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
