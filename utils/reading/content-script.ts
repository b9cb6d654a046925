// Registers the content script on the sites that may be read, and runs it in tabs that are open already.
import { browser } from '../browser.ts';
import { readSettings } from '../settings.ts';
import { findReadableSites, isOnSite } from './readable-sites.ts';

const SCRIPT_ID = 'coverage';
const GATE_FILE = '/content-scripts/coverage.js';
const READER_FILE = '/content-scripts/reader.js';

/** Brings the browser's registration in line with the settings and grants; safe to call at any time, twice too. */
export async function syncContentScript(): Promise<void> {
  const [settings, granted] = await Promise.all([readSettings(), browser.permissions.getAll()]);
  const { matches, excludeMatches } = findReadableSites(settings, granted.origins ?? []);
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = {
    id: SCRIPT_ID,
    js: [GATE_FILE],
    matches: [...matches],
    excludeMatches: [...excludeMatches],
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Reads a tab's page now; false where the browser does not allow it. */
export async function readTab(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [READER_FILE] });
    return true;
  } catch {
    return false; // no permission for the page, a page of the browser's own, or the tab is gone
  }
}

/** After a new permission: the pages that are open already are read without being loaded again. */
export async function readOpenTabs(): Promise<void> {
  const { readingMode, chosenSites, sitesOff } = await readSettings();
  if (readingMode === 'on-click') return;
  const tabs = await browser.tabs.query({ url: '*://*/*', discarded: false });
  const isWanted = (url: string) =>
    !isOnSite(url, sitesOff) && (readingMode === 'every-site' || isOnSite(url, chosenSites));
  const wanted = tabs.filter((tab) => tab.id !== undefined && tab.url !== undefined && isWanted(tab.url));
  await Promise.all(wanted.map((tab) => (tab.id === undefined ? false : readTab(tab.id))));
}
