// In a private window coverage is shown, but nothing about the page is stored on disk or offered to be.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/extension.ts';
import { expectArticles, expectTitle } from '../support/popup-reading.ts';

test.use({ isInPrivateWindows: true });

/** Opens the address in a new private window and returns its tab's id. */
const openPrivately = (control: Page, url: string): Promise<number> =>
  control.evaluate(async (address) => {
    const opened = await chrome.windows.create({ incognito: true, url: address });
    const tab = opened?.tabs?.[0];
    if (tab?.id === undefined || !tab.incognito) throw new Error('no private tab was opened');
    return tab.id;
  }, url);

/** What is on disk of the user's actions: settings and other stored items, and separations. */
const readDisk = (control: Page): Promise<string> =>
  control.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('parallax');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const separations = await new Promise((resolve) => {
      const all = database.transaction('separations').objectStore('separations').getAll();
      all.onsuccess = () => resolve(all.result);
    });
    database.close();
    return JSON.stringify([await chrome.storage.local.get(null), separations]);
  });

test('the popup of a private tab shows coverage and leaves no trace', async ({ reader, extension }) => {
  await reader.setUp();
  const before = await readDisk(reader.control);
  expect(await reader.control.evaluate(() => chrome.extension.isAllowedIncognitoAccess())).toBe(true);
  const { url } = reader.find('meridian-post', 'comet');
  const tabId = await openPrivately(reader.control, url);
  const badge = () => reader.control.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);
  await expect.poll(badge).toBe('3');

  const popup = await reader.open(extension.pageUrl(`popup.html?tab=${tabId}`));
  await expectArticles(popup, 3);
  await expect(popup.getByRole('switch')).toHaveCount(0);
  await expect(popup.getByRole('link', { name: 'Open full story' })).toHaveCount(0);
  await expect(popup.getByText('both would leave a trace')).toBeVisible();
  await popup.getByRole('button', { name: 'Not the same story' }).click();
  await expect(popup.getByRole('button', { name: 'Undo' })).toBeVisible();
  expect(await readDisk(reader.control)).toBe(before);
});

test('a site that is off stays off in a private window, with an explanation', async ({ reader, extension }) => {
  await reader.setUp();
  await reader.writeSettings({ sitesOff: ['meridian-post.test'] });
  const before = await readDisk(reader.control);
  const tabId = await openPrivately(reader.control, reader.find('meridian-post', 'comet').url);
  const popup = await reader.open(extension.pageUrl(`popup.html?tab=${tabId}`));
  await expectTitle(popup, 'Switched off on meridian-post.test');
  await expect(popup.getByText('not kept in private windows')).toBeVisible();
  await expect(popup.getByRole('main').getByRole('button')).toHaveCount(0);
  await expect(popup.getByRole('switch')).toHaveCount(0);
  expect(await readDisk(reader.control)).toBe(before);
});
