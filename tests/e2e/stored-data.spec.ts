// Stored data that this version cannot open: every view that needs them says so, and clearing them works.
import type { SyncState } from '../../utils/sync-state.ts';
import { expect, settledTest, test } from '../support/extension.ts';

// A single pattern: Playwright would take a second argument for the options of the first.
test.use({ allowedErrors: [/the states of feeds could not be read|storage-newer/] });

/** As a later version would leave it; runs in a page of the extension. */
async function writeLater(): Promise<void> {
  const request = indexedDB.open('parallax', 1_000);
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });
  request.result.close();
}

settledTest(
  'data of a later version are said to be just that, and clearing them begins anew',
  async ({ reader, extension }) => {
    const before = (await reader.ask('sync/state', {})) as SyncState;
    await reader.control.evaluate(writeLater);
    await extension.killWorker();

    const { page, popup } = await reader.openWithPopup(reader.find('harbor-ledger', 'bridge').url);
    await expect(popup.locator('main')).toContainText('written by a newer version of Parallax');
    await page.close();

    const options = await reader.open(extension.pageUrl('options.html'));
    await expect(options.locator('#data')).toContainText('written by a newer version of Parallax');
    await options.getByRole('button', { name: 'Clear everything' }).click();
    await options.getByRole('button', { name: 'Yes, clear everything' }).click();
    await expect(options.locator('#data')).toContainText('Cleared.');
    await options.close();

    await reader.setUp();
    const { articles, unreadable } = (await reader.ask('sync/state', {})) as SyncState;
    expect([articles, unreadable]).toEqual([before.articles, null]);
  },
);
