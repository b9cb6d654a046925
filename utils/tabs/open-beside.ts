// Opens a page of the extension's own beside the tab that it was asked from: closed, it gives way to that tab again.
import { browser } from '../browser.ts';

/** `path` begins with a slash. */
export async function openBeside(path: string, tabId: number): Promise<void> {
  const url = browser.runtime.getURL(path);
  const opener = await browser.tabs.get(tabId).catch(() => null);
  const place = opener && { openerTabId: tabId, windowId: opener.windowId, index: opener.index + 1 };
  // A private window takes no page of an extension's, and not every browser knows openers.
  await browser.tabs.create({ url, ...place }).catch(() => browser.tabs.create({ url }));
}
