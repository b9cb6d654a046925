// Tells the scripts of open pages that their badges have to be looked at anew.
import { browser } from '../browser.ts';
import type { BadgeChange } from './ask-worker.ts';

export async function tellPage(tabId: number, change: BadgeChange): Promise<void> {
  // Most tabs have no badges: nobody listens there, which the browser takes for an error.
  await browser.tabs.sendMessage(tabId, change).catch(() => undefined);
}

export async function tellAllPages(): Promise<void> {
  const tabs = await browser.tabs.query({ url: '*://*/*', discarded: false });
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : tellPage(id, 'badges/all'))));
}
