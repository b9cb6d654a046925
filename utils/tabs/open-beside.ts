// Opens a page of the extension beside the tab that requested it, so that closing it returns to that tab.
import { browser } from '../browser.ts';

/** `path` begins with a slash. */
export async function openBeside(path: string, tabId: number): Promise<void> {
  const url = browser.runtime.getURL(path);
  const opener = await browser.tabs.get(tabId).catch(() => null);
  const place = opener && { openerTabId: tabId, windowId: opener.windowId, index: opener.index + 1 };
  // Private windows open no extension pages, and not every browser supports openers.
  await browser.tabs.create({ url, ...place }).catch(() => browser.tabs.create({ url }));
}
