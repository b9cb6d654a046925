// Tells the scripts of open pages that their badges have to be looked at anew.
import { browser } from '../browser.ts';
import type { BadgeChange } from './ask-worker.ts';

/** Nobody waits for the page: one that the browser has frozen takes the message when it is shown again. */
export function tellPage(tabId: number, change: BadgeChange): void {
  // Most tabs have no badges: nobody listens there, which the browser takes for an error.
  browser.tabs.sendMessage(tabId, change).catch(() => undefined);
}

/** All of them: a tab whose host is no longer allowed shows no address that could be asked for. */
export async function tellAllPages(): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false });
  for (const { id } of tabs) if (id !== undefined) tellPage(id, 'badges/all');
}
