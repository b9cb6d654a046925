// Collects what the popup shows: stored session state at once, then the worker's answer.
import { densityOfPage } from '../../utils/badges/badge-density.ts';
import { browser, type Tabs } from '../../utils/browser.ts';
import { parseSync, SYNC_KEY } from '../../utils/follow-sync.ts';
import { sendMessage } from '../../utils/messaging.ts';
import { readPolicy } from '../../utils/policy/policy-copy.ts';
import { isGranted, mayReadUnder } from '../../utils/reading/may-read.ts';
import { isOnSite, toSiteHost } from '../../utils/reading/readable-sites.ts';
import { isSamePage } from '../../utils/same-page.ts';
import { readSettings, type Settings } from '../../utils/settings.ts';
import { findSource, readSourceSettings, type SourceSettings } from '../../utils/source-settings.ts';
import { TabState } from '../../utils/tab-state.ts';
import { toTab } from '../../utils/tabs/open-tabs.ts';
import { confirmedKey, tabKey } from '../../utils/tabs/tab-keys.ts';
import { readTabState } from '../../utils/tabs/tab-states.ts';
import type { PopupFacts } from './to-popup-state.ts';

const DAY_MS = 86_400_000;

export const NO_FACTS: PopupFacts = {
  pageUrl: undefined,
  hasMovedOn: false,
  isComing: false,
  isPrivate: false,
  tab: null,
  hasAsked: false,
  askFailure: null,
  sync: null,
  isPollingOn: true,
  kept: null,
  isSiteOff: false,
  badges: null,
  wasRefused: false,
  isHostAllowed: false,
  isSaidArticle: false,
  hasCopiedDetails: null,
  outlet: null,
  server: null,
  confirmedStoryId: null,
};

export type FactsListener = (change: Partial<PopupFacts>) => void;

export type PopupTab = {
  readonly id: number;
  readonly url: string | null;
  readonly isPrivate: boolean;
  /** Its first page is still loading, or the first one whose address the browser discloses: a link opened in a new tab. */
  readonly isComing: boolean;
};

/** The active tab, or the one named in the address: with `?tab=`, the popup can be open in a tab of its own. */
export async function findPopupTab(search: string): Promise<PopupTab | null> {
  const named = Number(new URLSearchParams(search).get('tab'));
  const tab =
    named > 0 ? await browser.tabs.get(named) : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  return tab === undefined ? null : toPopupTab(tab);
}

/** Reads the popup's tab again, which may have navigated. */
export async function findTabAgain(id: number): Promise<PopupTab | null> {
  const tab = await browser.tabs.get(id).catch(() => null);
  return tab && toPopupTab(tab);
}

function toPopupTab(tab: Tabs.Tab): PopupTab | null {
  const known = toTab(tab);
  return known && { ...known, isComing: !known.url && tab.status === 'loading' };
}

/** Drops the state of another page, so that nothing is shown or done under the wrong address. */
export function ofThisPage(facts: PopupFacts): PopupFacts {
  const { tab, pageUrl = null } = facts;
  return tab === null || isCurrent(tab.pageUrl, pageUrl) ? facts : { ...facts, tab: null };
}

/** Everything but the state of requests and clicks, and of the tab itself. */
type StoredFacts = Omit<
  PopupFacts,
  | 'isPrivate'
  | 'hasMovedOn'
  | 'isComing'
  | 'hasAsked'
  | 'askFailure'
  | 'wasRefused'
  | 'isSaidArticle'
  | 'hasCopiedDetails'
  | 'outlet'
>;

type Choices = { readonly settings: Settings; readonly source: SourceSettings };

/** Read once for all facts: each reading of the settings delays the first render by ten milliseconds. */
export async function readChoices(): Promise<Choices> {
  const [settings, policy] = await Promise.all([readSettings(), readPolicy()]);
  return { settings, source: findSource(settings, policy) };
}

/** Everything that can be read without waiting for the worker. */
export async function readStoredFacts(tab: PopupTab, reading = readChoices()): Promise<StoredFacts> {
  const { url } = tab;
  const [stored, { settings, source }, chosen] = await Promise.all([
    browser.storage.session.get([tabKey(tab.id), confirmedKey(tab.id), SYNC_KEY]),
    reading,
    url === null ? null : reading.then((choices) => findChosenFacts(url, choices.settings)),
  ]);
  const known = parseTab(stored[tabKey(tab.id)]);
  const pageUrl = tab.url ?? known?.pageUrl ?? null;
  const confirmed = stored[confirmedKey(tab.id)];
  return {
    pageUrl,
    tab: known !== null && isCurrent(known.pageUrl, pageUrl) ? known : null,
    sync: parseSync(stored[SYNC_KEY]),
    server: toServer(source),
    ...(chosen ?? (await findChosenFacts(pageUrl, settings))),
    confirmedStoryId: typeof confirmed === 'string' ? confirmed : null,
  };
}

type ChosenFacts = Pick<PopupFacts, 'isSiteOff' | 'badges' | 'isHostAllowed' | 'isPollingOn' | 'kept'>;

/** The user's choices for the page's site, as far as the browser allows them now, and for feeds. */
export async function readChosenFacts(pageUrl: string | null): Promise<ChosenFacts> {
  return findChosenFacts(pageUrl, await readSettings());
}

async function findChosenFacts(pageUrl: string | null, settings: Settings): Promise<ChosenFacts> {
  const { isPollingOn, keepDays } = settings;
  const kept = { days: keepDays, since: Date.now() - keepDays * DAY_MS };
  if (pageUrl === null) return { isSiteOff: false, badges: null, isHostAllowed: false, isPollingOn, kept };
  const [mayRead, isHostAllowed] = await Promise.all([mayReadUnder(settings, pageUrl), isOwnHostAllowed(pageUrl)]);
  return {
    isSiteOff: isOnSite(pageUrl, settings.sitesOff),
    badges: mayRead ? densityOfPage(pageUrl, settings) : null,
    isHostAllowed,
    isPollingOn,
    kept,
  };
}

/** Asks for both schemes: a grant for a feed covers only one and says nothing about pages. */
async function isOwnHostAllowed(pageUrl: string): Promise<boolean> {
  if (toSiteHost(pageUrl) === null) return false;
  return isGranted(`*://${new URL(pageUrl).hostname}/*`).catch(() => false); // some hosts are not valid in a match pattern
}

export async function readServer(): Promise<PopupFacts['server']> {
  return toServer(await readSourceSettings());
}

function toServer(source: SourceSettings): PopupFacts['server'] {
  if (source.mode === 'on-device') return null;
  return { host: source.server?.host ?? '', isPolling: source.doesFallBack, locked: source.locked };
}

/**
 * Asks the worker to read the page. The state in its answer may be outdated when it arrives: a page that was still being read
 * may have its coverage by now, and no further change would be announced. So the stored state is read again.
 */
export async function askWorker(tabId: number, tell: FactsListener): Promise<void> {
  const opened = await sendMessage('tab/open', { tabId });
  if (!opened.ok) return tell({ hasAsked: true, askFailure: describeFailure(opened.error) });
  tell({ hasAsked: true, askFailure: null, tab: await readTabState(tabId) });
}

/** The outlet as the registry and the packs on this device have it; null if the worker does not answer. */
export async function askOutlet(url: string): Promise<PopupFacts['outlet']> {
  const asked = await sendMessage('outlets/of-page', { url });
  return { url, rated: asked.ok ? asked.value : null };
}

export function parseTab(stored: unknown): TabState | null {
  const parsed = TabState.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** Whether a state belongs to this page, not to one before or after a navigation. */
export function isCurrent(known: string, pageUrl: string | null): boolean {
  return pageUrl === null || isSamePage(known, pageUrl);
}

function describeFailure(failure: { readonly reason: string; readonly detail?: string }): string {
  return failure.detail === undefined ? failure.reason : `${failure.reason}: ${failure.detail}`;
}
