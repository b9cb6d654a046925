// The browser's tabs, as far as visible: an address is known only where reading is permitted.
import { browser, type Tabs } from '../browser.ts';
import type { Tab } from './tab-pages-deps.ts';

export async function findTab(tabId: number): Promise<Tab | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab && toTab(tab);
}

export async function listTabs(): Promise<Tab[]> {
  const tabs = await browser.tabs.query({});
  return tabs.map(toTab).filter((tab) => tab !== null);
}

export async function isLoading(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.status === 'loading';
}

export const toTab = ({ id, url, incognito }: Tabs.Tab): Tab | null =>
  id === undefined ? null : { id, url: url ?? null, isPrivate: incognito };
