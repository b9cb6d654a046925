// Registers the content script on the sites that may be read, and runs it in tabs that are open already.
import { browser } from '../browser.ts';
import { readSettings } from '../settings.ts';
import { mayReadByItself } from './may-read.ts';
import { findReadableSites } from './readable-sites.ts';

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
export function readTab(tabId: number): Promise<boolean> {
  return inject(tabId, READER_FILE);
}

/** After a new permission or choice: the gate looks at the pages that are open already, and asks for the reader. */
export async function lookAtOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: '*://*/*', discarded: false });
  for (const { id, url } of tabs) {
    if (id !== undefined && url !== undefined && (await mayReadByItself(url))) await inject(id, GATE_FILE);
  }
}

async function inject(tabId: number, file: string): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [file] });
    return true;
  } catch {
    return false; // no permission for the page, a page of the browser's own, or the tab is gone
  }
}
