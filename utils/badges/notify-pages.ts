// Notifies the scripts in open pages, which then check their badges again.
import { browser } from '../browser.ts';
import type { BadgeChange } from './ask-worker.ts';

/** Not awaited: a page that the browser has frozen receives the message when it is shown again. */
export function notifyPage(tabId: number, change: BadgeChange): void {
  // Most tabs have no badges, hence no listener, which the browser reports as an error.
  browser.tabs.sendMessage(tabId, change).catch(() => undefined);
}

/** Sent to all tabs: the address of a tab whose permission was revoked cannot be read. */
export async function notifyAllPages(): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false });
  for (const { id } of tabs) if (id !== undefined) notifyPage(id, 'badges/all');
}
