// A user of the extension: what browser tests do as a person would.
import type { Page } from '@playwright/test';
import { askWorker } from '../../scripts/newsroom/import-newsroom.ts';
import type { PublishedArticle } from '../../scripts/newsroom/issue-of-the-day.ts';
import type { Newsroom } from '../../scripts/newsroom/newsroom.ts';
import { allowSampleSites, syncNow, writeSettings } from '../../scripts/newsroom/set-up-reader.ts';
import type { ExtensionBrowser } from '../../scripts/setup/extension-browser.ts';
import type { SyncState } from '../../utils/sync-state.ts';
import type { TabState } from '../../utils/tab-state.ts';

export type Reader = {
  /** A page of the extension that sends messages; it stays open in the background. */
  readonly control: Page;
  readonly ask: (name: string, input: object) => Promise<unknown>;
  readonly writeSettings: (settings: Readonly<Record<string, unknown>>) => Promise<void>;
  /** The state after onboarding: sample sites allowed, packs imported, feeds chosen; polling starts by itself. */
  readonly allowSampleSites: () => Promise<void>;
  /** Polls now; resolves at the end of the round. */
  readonly syncNow: () => Promise<SyncState>;
  /** Both of these; afterwards the coverage of every sample article is known. */
  readonly setUp: () => Promise<void>;
  readonly find: (outlet: string, story: string) => PublishedArticle;
  readonly open: (url: string) => Promise<Page>;
  /** The state that worker, popup and badge share about the tab with this address; null while there is none. */
  readonly tabState: (url: string) => Promise<TabState | null>;
  /** The badge's text; "no tab" while no tab has the address, since a function that is polled must not throw. */
  readonly badge: (url: string) => Promise<string>;
  /** Opens a page in front, and the toolbar's popup over it. */
  readonly openWithPopup: (url: string) => Promise<{ readonly page: Page; readonly popup: Page }>;
};

export function createReader(extension: ExtensionBrowser, newsroom: Newsroom): Reader {
  const { control } = extension;
  const open = async (url: string) => {
    const page = await extension.context.newPage();
    await page.goto(url);
    return page;
  };
  const tabId = (url: string) =>
    control.evaluate(
      async (address) => (await chrome.tabs.query({})).find((tab) => tab.url === address)?.id ?? -1,
      url,
    );
  return {
    control,
    open,
    ask: (name, input) => askWorker(control, { name, input }),
    writeSettings: (settings) => writeSettings(control, settings),
    allowSampleSites: () => allowSampleSites(extension),
    syncNow: () => syncNow(control),
    setUp: async () => {
      await allowSampleSites(extension);
      await syncNow(control);
    },
    find: (outlet, story) => {
      const found = newsroom.issue().find((article) => article.outlet.id === outlet && article.storyId === story);
      if (found === undefined) throw new Error(`${outlet} has nothing on ${story}`);
      return found;
    },
    tabState: async (url) =>
      (await askWorker(control, { name: 'tab/open', input: { tabId: await tabId(url) } })) as TabState | null,
    badge: (url) =>
      control.evaluate(async (address) => {
        const tab = (await chrome.tabs.query({})).find((one) => one.url === address);
        return tab?.id === undefined ? 'no tab' : chrome.action.getBadgeText({ tabId: tab.id });
      }, url),
    openWithPopup: async (url) => {
      const page = await open(url);
      await page.bringToFront();
      return { page, popup: await extension.openPopup() };
    },
  };
}
