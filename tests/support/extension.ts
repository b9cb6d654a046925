// Playwright's test with the built extension in a real browser, the sample newsroom as its web, and no console errors allowed.
import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';
import { askWorker, SAMPLE_ORIGINS } from '../../scripts/newsroom/import-newsroom.ts';
import type { PublishedArticle } from '../../scripts/newsroom/issue-of-the-day.ts';
import { type Newsroom, startNewsroom } from '../../scripts/newsroom/newsroom.ts';
import { allowSampleSites, openControlPage, syncNow, writeSettings } from '../../scripts/newsroom/set-up-reader.ts';
import { type ExtensionBrowser, openExtensionBrowser } from '../../scripts/setup/extension-browser.ts';
import { getBrowser } from '../../scripts/setup/find-browser.ts';
import type { SyncState } from '../../utils/sync-state.ts';
import type { TabState } from '../../utils/tab-state.ts';

/** A user of the extension: what the tests do by hand. */
export type Reader = {
  /** A page of the extension from which messages are sent; it stays open in the background. */
  readonly control: Page;
  readonly ask: (name: string, input: object) => Promise<unknown>;
  readonly writeSettings: (settings: Readonly<Record<string, unknown>>) => Promise<void>;
  /** As after onboarding: sample sites allowed, packs imported, feeds chosen; polling begins by itself. */
  readonly allowSampleSites: () => Promise<void>;
  /** Polls now; the answer comes at the end of the cycle. */
  readonly syncNow: () => Promise<SyncState>;
  /** Both: from here on the coverage of every sample article is known. */
  readonly setUp: () => Promise<void>;
  readonly find: (outlet: string, story: string) => PublishedArticle;
  readonly open: (url: string) => Promise<Page>;
  /** The state that worker, popup and badge share, of the tab that shows this address. */
  readonly tabState: (url: string) => Promise<TabState | null>;
  readonly badge: (url: string) => Promise<string>;
  /** Opens a page in front and the toolbar's popup over it. */
  readonly openWithPopup: (url: string) => Promise<{ readonly page: Page; readonly popup: Page }>;
};

type Options = { readonly grantableOrigins: readonly string[]; readonly allowedErrors: readonly RegExp[] };
type Fixtures = { readonly newsroom: Newsroom; readonly extension: ExtensionBrowser; readonly reader: Reader };

export const test = base.extend<Options & Fixtures>({
  grantableOrigins: [SAMPLE_ORIGINS, { option: true }],
  allowedErrors: [[], { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its parameter
  newsroom: async ({}, use) => {
    const newsroom = await startNewsroom({ now: Date.now() });
    await use(newsroom);
    await newsroom.close();
  },

  extension: async ({ newsroom, grantableOrigins, allowedErrors }, use) => {
    const browser = getBrowser(console.error);
    if (!browser.ok) throw new Error(browser.error.sentence);
    const extension = await openExtensionBrowser({
      browserPath: browser.value.path,
      server: newsroom,
      isHeadless: process.env.HEADED === undefined,
      grantableOrigins,
    });
    const errors = collectErrors(extension);
    await use(extension);
    await extension.close();
    const unexpected = errors.filter((error) => !allowedErrors.some((allowed) => allowed.test(error)));
    expect(unexpected, 'errors on the console of the extension').toEqual([]);
  },

  reader: async ({ extension, newsroom }, use) => {
    const control = await openControlPage(extension);
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
    await use({
      control,
      open,
      tabState: async (url) => (await askWorker(control, 'tab/open', { tabId: await tabId(url) })) as TabState | null,
      badge: async (url) => control.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), await tabId(url)),
      ask: (name, input) => askWorker(control, name, input),
      writeSettings: (settings) => writeSettings(control, settings),
      allowSampleSites: () => allowSampleSites(extension, control),
      syncNow: () => syncNow(control),
      setUp: async () => {
        await allowSampleSites(extension, control);
        await syncNow(control);
      },
      find: (outlet, story) => {
        const found = newsroom.issue().find((article) => article.outlet.id === outlet && article.storyId === story);
        if (found === undefined) throw new Error(`${outlet} has nothing on ${story}`);
        return found;
      },
      openWithPopup: async (url) => {
        const page = await open(url);
        await page.bringToFront();
        return { page, popup: await extension.openPopup() };
      },
    });
  },
});

/** Errors of the extension's own pages, worker and content script; the sample pages have none of their own. */
function collectErrors(extension: ExtensionBrowser): string[] {
  const errors: string[] = [];
  const onConsole = (message: ConsoleMessage) => {
    const isOwn = message.location().url.startsWith(extension.pageUrl('')) || message.text().includes('Parallax');
    if (message.type() === 'error' && isOwn) errors.push(`${message.text()} (${message.location().url})`);
  };
  extension.context.on('console', onConsole);
  extension.context.on('weberror', (error) => errors.push(String(error.error().stack ?? error.error())));
  for (const worker of extension.context.serviceWorkers()) worker.on('console', onConsole);
  extension.context.on('serviceworker', (worker) => worker.on('console', onConsole));
  return errors;
}

export { expect } from '@playwright/test';
