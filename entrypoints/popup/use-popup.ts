// The popup's state and actions as one hook: the wiring between the browser and the components.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PopupActions, PopupState } from '../../components/popup/popup-state.ts';
import { describeForReport } from '../../utils/describe-for-report.ts';
import { sendMessage } from '../../utils/messaging.ts';
import { rateOutlet } from '../../utils/outlets/rate-outlet.ts';
import { toSiteHost } from '../../utils/reading/readable-sites.ts';
import { onSettingsChanged } from '../../utils/settings.ts';
import { openBeside } from '../../utils/tabs/open-beside.ts';
import { openSettings } from '../../utils/tabs/open-settings.ts';
import { writeConfirmedStory } from '../../utils/tabs/tab-states.ts';
import { toStoryHref } from '../../utils/tabs/to-story-href.ts';
import { followFacts } from './follow-facts.ts';
import {
  askOutlet,
  askWorker,
  type FactsListener,
  findPopupTab,
  NO_FACTS,
  ofThisPage,
  type PopupTab,
  readChoices,
  readStoredFacts,
} from './popup-facts.ts';
import { allowEverySite, allowSite, chooseBadges, toggleSite } from './site-access.ts';
import { findOutletLookupUrl, type PopupFacts, toPopupState } from './to-popup-state.ts';

/** What is known before the first render, so that it already shows the stored story. */
export type FirstFacts = { readonly tab: PopupTab | null; readonly facts: PopupFacts };

export async function readFirstFacts(search: string): Promise<FirstFacts> {
  const reading = readChoices();
  reading.catch(() => undefined); // its failure is handled where it is awaited
  try {
    const tab = await findPopupTab(search);
    if (tab === null) return { tab, facts: { ...NO_FACTS, pageUrl: null } };
    const { isPrivate, isComing } = tab;
    return { tab, facts: { ...NO_FACTS, isPrivate, isComing, ...(await readStoredFacts(tab, reading)) } };
  } catch (cause) {
    return { tab: null, facts: { ...NO_FACTS, hasAsked: true, askFailure: String(cause) } };
  }
}

const ASK_AGAIN_MS = 10_000;

export function usePopup({ tab, facts: first }: FirstFacts): { state: PopupState; actions: PopupActions } {
  const [known, setKnown] = useState<PopupFacts>(first);
  const facts = useMemo(() => ofThisPage(known), [known]);
  const tell: FactsListener = (change) => setKnown((before) => ({ ...before, ...change }));

  // After the first paint: a worker that has to be started would take its processor time.
  useEffect(() => {
    if (tab === null) return;
    const stop = followFacts({ ...tab, pageUrl: first.pageUrl ?? null }, tell);
    void askWorker(tab.id, tell);
    return stop;
  }, []);

  // If the browser stopped the worker while it read the page, only a new request makes it continue.
  const isWaiting = facts.tab?.page.status === 'reading';
  useEffect(() => {
    if (tab === null || !isWaiting) return;
    const asking = setInterval(() => void askWorker(tab.id, tell), ASK_AGAIN_MS);
    return () => clearInterval(asking);
  }, [isWaiting]);

  // The worker announces the beginning of a pause, but not its end.
  const pausedUntil = facts.sync?.pausedUntil ?? null;
  useEffect(() => {
    if (pausedUntil === null) return;
    const waiting = setTimeout(
      () => setKnown((before) => ({ ...before, sync: before.sync && { ...before.sync, pausedUntil: null } })),
      pausedUntil - Date.now(),
    );
    return () => clearTimeout(waiting);
  }, [pausedUntil]);

  // The worker does not learn when the network is back, so "offline" would stay until it checks.
  const isOffline = facts.server === null && facts.isPollingOn && facts.sync?.offlineSince != null;
  useEffect(() => {
    if (!isOffline) return;
    const askFeeds = () => void (navigator.onLine && sendMessage('sync/now', {}));
    askFeeds();
    addEventListener('online', askFeeds);
    return () => removeEventListener('online', askFeeds);
  }, [isOffline]);

  const lookupUrl = findOutletLookupUrl(facts);
  useEffect(() => {
    if (lookupUrl === null) return;
    let isWanted = true;
    const ask = () => void askOutlet(lookupUrl).then((outlet) => isWanted && tell({ outlet }));
    ask();
    const stop = onSettingsChanged((changed) => changed.has('ownBias') && ask());
    return () => {
      isWanted = false;
      stop();
    };
  }, [lookupUrl]);

  const actions = useMemo(() => createActions({ tab, facts, tell }), [tab, facts]);
  return { state: toPopupState(facts), actions };
}

type ActionParts = { tab: PopupTab | null; facts: PopupFacts; tell: FactsListener };

function createActions({ tab, facts, tell }: ActionParts): PopupActions {
  const host = toSiteHost(facts.pageUrl ?? '');
  const readAgain = () => {
    // The tab itself could not be read, so that is tried again.
    if (tab === null) return location.reload();
    tell({ askFailure: null, hasAsked: false, wasRefused: false });
    void askWorker(tab.id, tell);
  };
  // A choice for a site is stored with its name, which a private window must not do.
  const siteToKeep = facts.isPrivate ? null : host;
  const thenRead = (request: Promise<boolean>) =>
    void request.then((isGranted) => (isGranted ? readAgain() : tell({ wasRefused: true })));
  const tabId = tab?.id ?? -1;
  const thenClose = (opening: Promise<void>) => void opening.finally(() => window.close());
  return {
    readAgain,
    openSettings: () => thenClose(openSettings('', tabId)),
    openData: () => thenClose(openSettings('data', tabId)),
    openHelp: () => thenClose(openSettings('help', tabId)),
    openSource: () => thenClose(openSettings('source', tabId)),
    openLedger: () => thenClose(openSettings('ledger', tabId)),
    openFeeds: () => thenClose(openSettings('feeds', tabId)),
    openRatings: () => thenClose(openSettings('ratings', tabId)),
    openOnboarding: () => thenClose(openBeside('/onboarding.html', tabId)),
    toStoryHref,
    toggleSite: () => {
      if (siteToKeep === null) return;
      void toggleSite(siteToKeep).then((isSiteOff) => {
        tell({ isSiteOff });
        readAgain();
      });
    },
    setBadgeDensity: (density) => {
      if (siteToKeep !== null) void chooseBadges(siteToKeep, density);
    },
    allowSite: () => {
      if (siteToKeep !== null) thenRead(allowSite(siteToKeep));
    },
    allowEverySite: () => {
      if (siteToKeep !== null) thenRead(allowEverySite());
    },
    readAsArticle: () => {
      if (tab === null) return;
      // Said only once the page has been read again; until then, or after a failure, the offer stays.
      void sendMessage('tab/read-as-article', { tabId: tab.id }).then(({ ok }) => ok && tell({ isSaidArticle: true }));
    },
    askFeeds: () => void sendMessage('sync/now', {}),
    askServer: () => {
      if (tab !== null) void sendMessage('tab/ask-again', { tabId: tab.id });
    },
    separate: () => {
      const page = facts.tab?.page;
      if (tab === null || page === undefined || !('coverage' in page)) return;
      void sendMessage('tab/separate', { tabId: tab.id, storyId: page.coverage.story.id });
    },
    unseparate: () => {
      const separated = facts.tab?.separated;
      if (tab !== null && separated) void sendMessage('tab/unseparate', { tabId: tab.id, storyId: separated.storyId });
    },
    confirmMatch: () => {
      if (tab === null || facts.tab?.page.status !== 'possible') return;
      const storyId = facts.tab.page.coverage.story.id;
      tell({ confirmedStoryId: storyId });
      void writeConfirmedStory(tab.id, storyId);
    },
    rateOutlet: (id, place) => {
      if (!facts.isPrivate) void rateOutlet(id, place);
    },
    copyDetails: () => {
      void navigator.clipboard
        .writeText(describeForReport({ ...facts, failure: findFailure(facts) }))
        .then(() => true)
        .catch(() => false)
        .then((hasCopiedDetails) => tell({ hasCopiedDetails }));
    },
  };
}

const findFailure = ({ tab, askFailure }: PopupFacts): string =>
  tab?.page.status === 'failed' ? `${tab.page.reason}: ${tab.page.detail}` : (askFailure ?? 'none');
