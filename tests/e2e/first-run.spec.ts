// The first minute: no permission is requested at install, onboarding opens once, and nothing is read or fetched before a choice.
import { importNewsroom } from '../../scripts/newsroom/import-newsroom.ts';
import type { ExtensionBrowser } from '../../scripts/setup/extension-browser.ts';
import { expect, test } from '../support/extension.ts';
import { expectTitle } from '../support/popup-reading.ts';

const onboardingPages = (extension: ExtensionBrowser) =>
  extension.context.pages().filter((page) => page.url() === extension.pageUrl('onboarding.html'));

test('no host permission at install, onboarding opens once', async ({ extension, newsroom, reader }) => {
  expect(onboardingPages(extension)).toHaveLength(1);
  const [manifest, granted] = await reader.control.evaluate(async () => [
    chrome.runtime.getManifest(),
    await chrome.permissions.getAll(),
  ]);
  expect(manifest.host_permissions ?? []).toEqual([]);
  expect(manifest.content_scripts ?? []).toEqual([]);
  expect(granted.origins).toEqual([]);

  await reader.open('https://harbor-ledger.test/');
  await extension.killWorker();
  await reader.ask('sync/state', {});
  expect(onboardingPages(extension)).toHaveLength(1);
  const fetched = newsroom.requests.filter(({ host, path }) => host.endsWith('.test') && path !== '/');
  expect(fetched).toEqual([]);
});

test('before any choice, a click on the toolbar says what is missing', async ({ reader, extension }) => {
  const page = await reader.open(reader.find('harbor-ledger', 'bridge').url);
  await page.bringToFront();
  const popup = await extension.clickToolbar(page);
  await expectTitle(popup, 'Nothing to compare with yet');
  await expect(popup.getByRole('button', { name: 'Choose outlets' })).toBeVisible();
});

test('before any choice, the popup shows the outlet whose front page is open', async ({ reader, extension }) => {
  await importNewsroom(reader.control);
  const page = await reader.open('https://harbor-ledger.test/');
  await page.bringToFront();
  const popup = await extension.clickToolbar(page);
  await expectTitle(popup, 'Nothing to compare with yet');
  await expect(popup.locator('.open-outlet').getByRole('heading')).toHaveText('Harbor LedgerCenter');
});

test('on the page of the latest stories, they appear as feeds are read, as the page says', async ({
  reader,
  extension,
}) => {
  const latest = await reader.open(extension.pageUrl('story.html'));
  await expect(latest.getByText('They appear as feeds are read.')).toBeVisible();
  await reader.setUp();
  await expect(latest.getByRole('listitem')).not.toHaveCount(0);
  await expect(latest.getByText('They appear as feeds are read.')).toHaveCount(0);
});
