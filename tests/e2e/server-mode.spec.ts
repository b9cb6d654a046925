// The built extension with a real server: chosen in the options, looked up by address, listed in the ledger, and unreachable.
import type { Page } from '@playwright/test';
import { renderArticlePage } from '../../scripts/newsroom/article-page.ts';
import { SAMPLE_ORIGINS } from '../../scripts/newsroom/import-newsroom.ts';
import { type Newsroom, startNewsroom } from '../../scripts/newsroom/newsroom.ts';
import { badgeOf, HOST, openCard, placedBadges } from '../support/badges.ts';
import { test as base, expect } from '../support/extension.ts';
import { expectArticles, expectTitle } from '../support/popup-reading.ts';
import type { Reader } from '../support/reader.ts';
import { type SampleServer, START_MS, startSampleServer } from '../support/sample-server.ts';

const test = base.extend<{ readonly newsroom: Newsroom }, { readonly server: SampleServer }>({
  /** The newsroom that the server knows. */
  newsroom: async ({ server }, use) => {
    const newsroom = await startNewsroom({ now: server.publishedAt });
    await use(newsroom);
    await newsroom.close();
  },
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its parameter
    async ({}, use) => {
      const server = await startSampleServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: START_MS + 20_000 },
  ],
});

const SERVER_ORIGIN = 'http://127.0.0.1/*';

test.use({ grantableOrigins: [...SAMPLE_ORIGINS, SERVER_ORIGIN] });

/** Everything that server mode has on disk, and the settings. */
const readDisk = (control: Page): Promise<{ answers: number; ledger: number; all: string }> =>
  control.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('parallax');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const names = ['answers', 'ledger', 'remoteSeparations', 'separations'];
    const read = (name: string) =>
      new Promise<unknown[]>((resolve) => {
        const all = database.transaction(name).objectStore(name).getAll();
        all.onsuccess = () => resolve(all.result);
      });
    const [answers = [], ledger = [], ...others] = await Promise.all(names.map(read));
    database.close();
    const settings = await chrome.storage.local.get(null);
    return { answers: answers.length, ledger: ledger.length, all: JSON.stringify([answers, ledger, others, settings]) };
  });

/** Waits for the worker: scripts are registered, and answers of the previous source are deleted. */
async function settle({ control }: Reader): Promise<void> {
  const state = () =>
    control.evaluate(async () => ({
      scripts: (await chrome.scripting.getRegisteredContentScripts()).length > 0,
      polls: (await chrome.alarms.get('poll')) !== undefined,
    }));
  await expect.poll(state).toEqual({ scripts: true, polls: false });
}

const useServer = (server: SampleServer, others: Readonly<Record<string, unknown>> = {}) => ({
  sourceMode: 'server',
  serverAddress: server.address,
  ...others,
});

test('a server is tested, used, asked without a word about the page, and every request is listed', async ({
  reader,
  extension,
  newsroom,
  server,
}) => {
  await extension.requestOrigins(SAMPLE_ORIGINS);
  await reader.writeSettings({ readingMode: 'chosen-sites', chosenSites: ['meridian-post.test'], isOnboarded: true });
  const options = await reader.open(extension.pageUrl('options.html#source'));
  const section = options.locator('#source');
  await section.getByRole('radio', { name: /A server/ }).check();
  await section.getByRole('textbox', { name: 'Server address' }).fill('http://example.test');
  await section.getByRole('button', { name: 'Test the server' }).click();
  await expect(section.getByText('Only https is accepted')).toBeVisible();
  await section.getByRole('textbox', { name: 'Server address' }).fill(server.address);
  await section.getByRole('button', { name: 'Test the server' }).click();
  await expect(section.getByText('Sample library')).toBeVisible();
  await expect(section.getByText('its whole list of articles is fetched')).toBeVisible();
  await section.getByRole('button', { name: 'Use this server' }).click();
  await expect(section.getByText(`In use: ${server.address}`)).toBeVisible();

  await settle(reader);
  const before = newsroom.requests.length;
  const article = reader.find('meridian-post', 'comet');
  const { popup } = await reader.openWithPopup(article.url);
  await expectArticles(popup, 3);
  await expect(popup.getByText('from 127.0.0.1')).toBeVisible();
  await expect(popup.getByText(/hidden among \d+ articles it knows/)).toBeVisible();
  await expect(popup.getByText('None of the page’s text was sent for this answer.')).toBeVisible();
  await expect.poll(() => reader.badge(article.url)).toBe('3');

  await options.bringToFront();
  await options.reload();
  const ledger = options.locator('#ledger');
  await expect(ledger.getByText('the whole list of articles was asked for')).toHaveCount(1);
  await expect(ledger.getByText('the name of the story you looked at').first()).toBeVisible();
  await ledger.getByRole('combobox').selectOption('match');
  await expect(ledger.getByText('No request of this kind is listed.')).toBeVisible();
  const { all } = await readDisk(reader.control);
  expect(JSON.parse(all)[1]).toEqual(expect.not.arrayContaining([expect.objectContaining({ kind: 'match' })]));
  // No feed was polled: the newsroom's only request is for the page.
  const feeds = newsroom.requests.slice(before).filter(({ path }) => /feed|rss|atom|sitemap/.test(path));
  expect(feeds).toEqual([]);

  await ledger.getByRole('button', { name: 'Clear the list…' }).click();
  await ledger.getByRole('button', { name: 'Yes, clear the list' }).click();
  await ledger.getByRole('combobox').selectOption('all');
  await expect(ledger.getByText('No request is listed.')).toBeVisible();
});

test('the story of a page is requested only once popup or card is opened on it; a separation is kept', async ({
  reader,
  extension,
  server,
}) => {
  await extension.requestOrigins([...SAMPLE_ORIGINS, SERVER_ORIGIN]);
  await reader.writeSettings({
    readingMode: 'chosen-sites',
    chosenSites: ['meridian-post.test'],
    isOnboarded: true,
    badgeDensity: 'hover',
    ...useServer(server),
  });
  await settle(reader);
  const { url, title } = reader.find('meridian-post', 'comet');
  const page = await reader.open(url);
  await expect.poll(() => reader.badge(url)).toBe('3');
  const kinds = async () => {
    const listed = (await reader.ask('ledger/list', { kind: null, limit: 100 })) as { entries: { kind: string }[] };
    return listed.entries.map(({ kind }) => kind).sort();
  };
  expect(await kinds()).toEqual(['lookup', 'meta']);
  await page.bringToFront();
  const headline = page.getByRole('heading', { level: 1, name: title });
  await expect(page.locator(`${HOST} .badge`)).toHaveCount(1);
  await headline.hover();
  await expect(badgeOf(page, title)).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(placedBadges(page)).toHaveCount(0);
  expect(await kinds(), 'after the pointer has passed over the headline').toEqual(['lookup', 'meta']);
  // Before there was a server, feeds were polled in vain, which says nothing about the server's answers.
  const record = { hasEndedCycle: true, lastSuccessAt: 1, offlineSince: 2, storageFull: false };
  await reader.control.evaluate((past) => chrome.storage.local.set({ 'sync-record': past }), record);
  await headline.hover();
  await badgeOf(page, title).hover();
  await expect(openCard(page).locator('.card-headlines')).toBeVisible();
  await expect(openCard(page)).not.toContainText('No connection');
  expect(await kinds()).toEqual(['lookup', 'meta', 'story']);
  const popup = await extension.openPopup();
  await expectArticles(popup, 3);
  expect(await kinds()).toEqual(['lookup', 'meta', 'story']);

  await popup.getByRole('button', { name: 'Not the same story' }).click();
  await expectTitle(popup, 'No other outlet found yet');
  await popup.close();
  await page.reload();
  await page.bringToFront();
  const again = await extension.openPopup();
  await expectTitle(again, 'No other outlet found yet');
  await again.getByRole('button', { name: 'Undo' }).click();
  await expectArticles(again, 3);
});

test('an unknown address is found by its words only where the user allowed them to be sent', async ({
  reader,
  extension,
  newsroom,
  server,
}) => {
  await extension.requestOrigins([...SAMPLE_ORIGINS, SERVER_ORIGIN]);
  await reader.writeSettings({
    readingMode: 'chosen-sites',
    chosenSites: ['meridian-post.test'],
    isOnboarded: true,
    ...useServer(server),
  });
  await settle(reader);
  const known = reader.find('meridian-post', 'comet');
  const html = renderArticlePage(known);
  newsroom.setOverride((host, path) =>
    host === 'meridian-post.test' && path === '/moved-to-another-address-2'
      ? {
          status: 200,
          headers: { 'content-type': 'text/html; charset=utf-8' },
          body: html.replaceAll(known.path, '/moved-to-another-address-2'),
        }
      : undefined,
  );
  const url = new URL('/moved-to-another-address-2', known.url).href;
  await reader.open(url);
  const tabId = await reader.control.evaluate(
    async (address) => (await chrome.tabs.query({})).find((tab) => tab.url === address)?.id ?? -1,
    url,
  );
  const popup = await reader.open(extension.pageUrl(`popup.html?tab=${tabId}`));
  await expectTitle(popup, 'No other outlet found yet');
  await expect(popup.getByText('It was asked by address only')).toBeVisible();
  const { ledger: asked } = await readDisk(reader.control);
  await popup.getByRole('button', { name: 'Ask the server again' }).click();
  await expect.poll(async () => (await readDisk(reader.control)).ledger).toBeGreaterThan(asked);
  await expectTitle(popup, 'No other outlet found yet');
  await reader.writeSettings({ isHeadlineSent: true });
  await expectArticles(popup, 3);
  await expect(popup.getByText('were sent too, as you allowed')).toBeVisible();

  // The server allows extensions by CORS, so only Parallax itself prevents requests that are no longer permitted.
  await reader.control.evaluate((origin) => chrome.permissions.remove({ origins: [origin] }), SERVER_ORIGIN);
  await popup.close();
  const { popup: other } = await reader.openWithPopup(reader.find('meridian-post', 'union').url);
  await expectTitle(other, 'The server was not asked');
});

test('a server that cannot be reached is said to be so, and the device answers where that is wanted', async ({
  reader,
  extension,
}) => {
  await reader.setUp();
  await extension.requestOrigins([...SAMPLE_ORIGINS, 'http://127.0.0.1/*']);
  await reader.writeSettings({ sourceMode: 'server', serverAddress: 'http://127.0.0.1:1/' });
  await settle(reader);
  const { url } = reader.find('meridian-post', 'comet');
  const { popup } = await reader.openWithPopup(url);
  await expectTitle(popup, 'The server did not answer');
  await expect(popup.getByText('127.0.0.1:1 cannot be reached')).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Server settings' })).toBeVisible();
  await expect.poll(() => reader.badge(url)).toBe('!');
  await reader.writeSettings({ isFallBackOn: true });
  await expectArticles(popup, 3);
  await expect(popup.getByText('This is from the feeds read on this device')).toBeVisible();
});

test.describe('in a private window', () => {
  test.use({ isInPrivateWindows: true });

  test('a server answers and nothing of it reaches the disk', async ({ reader, extension, server }) => {
    await extension.requestOrigins([...SAMPLE_ORIGINS, 'http://127.0.0.1/*']);
    await reader.writeSettings({
      readingMode: 'chosen-sites',
      chosenSites: ['meridian-post.test'],
      isOnboarded: true,
      ...useServer(server, { isHeadlineSent: true }),
    });
    // What the worker stores by itself after each choice is stored by then.
    await settle(reader);
    await reader.ask('ledger/list', { kind: null, limit: 1 });
    const before = await readDisk(reader.control);
    expect(before).toMatchObject({ answers: 0, ledger: 0 });
    const tabId = await reader.control.evaluate(
      async (address) => (await chrome.windows.create({ incognito: true, url: address }))?.tabs?.[0]?.id ?? -1,
      reader.find('meridian-post', 'comet').url,
    );
    const badge = () => reader.control.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);
    await expect.poll(badge).toBe('3');
    const popup = await reader.open(extension.pageUrl(`popup.html?tab=${tabId}`));
    await expectArticles(popup, 3);
    expect(await readDisk(reader.control)).toEqual(before);
    const options = await reader.open(extension.pageUrl('options.html#ledger'));
    await expect(options.locator('#ledger').getByText('in memory only').first()).toBeVisible();
  });
});
