// Badges follow the settings: per site, by density, by the user's minimum of reports, and after the worker was stopped.
import { badgeOf, HOST, openCard, placedBadges, waitFor } from '../support/badges.ts';
import { expect, settledTest } from '../support/extension.ts';
import { storyTruth } from '../support/story-truth.ts';

const FRONT = 'https://harbor-ledger.test/';

settledTest(
  'switched off for the site in the popup: no trace is left; switched on again: badges are back',
  async ({ reader, extension }) => {
    await reader.writeSettings({ badgeDensity: 'off' });
    const page = await reader.open(FRONT);
    await page.bringToFront();
    const before = await page.content();
    const popup = await extension.openPopup();
    const choice = popup.getByRole('combobox', { name: 'Badges on harbor-ledger.test' });
    await choice.selectOption('all');
    await expect.poll(() => placedBadges(page).count()).toBeGreaterThan(3);
    await choice.selectOption('blindspots');
    await expect(page.locator(`${HOST} .badge`)).toHaveCount(1);
    await choice.selectOption('off');
    await expect(page.locator(HOST)).toHaveCount(0);
    expect(await page.content()).toBe(before);
    await choice.selectOption('hover');
    await expect.poll(() => page.locator(`${HOST} .badge`).count()).toBeGreaterThan(3);
    await expect(placedBadges(page)).toHaveCount(0);
    const { title } = reader.find('harbor-ledger', 'bridge');
    await page.getByRole('link', { name: title }).hover();
    await expect(placedBadges(page)).toHaveCount(1);
    await page.mouse.move(5, 5);
    await expect(placedBadges(page)).toHaveCount(0);

    await page.getByRole('link', { name: title }).focus();
    await expect(placedBadges(page)).toHaveCount(1);
    await page.keyboard.press('Tab');
    await expect(openCard(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(openCard(page)).toHaveCount(0);
    await expect(badgeOf(page, title)).toBeFocused();
  },
);

settledTest(
  'a higher minimum takes badges away at once, and a lower one brings them back',
  async ({ reader, newsroom }) => {
    const { title } = reader.find('harbor-ledger', 'bridge');
    const page = await reader.open(FRONT);
    await expect(badgeOf(page, title)).toBeVisible();
    const { reports } = storyTruth(newsroom.issue(), 'bridge');
    await reader.writeSettings({ badgeMinimum: reports });
    await expect(page.locator(`${HOST} .badge`)).toHaveCount(1);
    await expect(badgeOf(page, title)).toBeVisible();
    await reader.writeSettings({ badgeMinimum: reports + 1 });
    await expect(page.locator(`${HOST} .badge`)).toHaveCount(0);
    await reader.writeSettings({ badgeMinimum: 3 });
    await expect(page.locator(`${HOST} .badge`)).toHaveCount(5);
  },
);

settledTest(
  'a worker that was stopped answers the card all the same; with the permission all of it goes',
  async ({ reader, extension }) => {
    const { title } = reader.find('harbor-ledger', 'bridge');
    const page = await reader.open(FRONT);
    await page.bringToFront();
    await expect(badgeOf(page, title)).toBeVisible();
    await extension.killWorker();
    await badgeOf(page, title).hover();
    await expect(openCard(page).locator('.card-headlines li')).toHaveCount(3);
    await reader.control.evaluate(() => chrome.permissions.remove({ origins: ['*://*.harbor-ledger.test/*'] }));
    await expect(page.locator(HOST)).toHaveCount(0);
  },
);

settledTest(
  'an extension that is renewed: what it left in open pages gives way to badges that answer',
  async ({ reader }) => {
    const { title } = reader.find('harbor-ledger', 'bridge');
    const page = await reader.open(FRONT);
    await page.bringToFront();
    await expect(badgeOf(page, title)).toBeVisible();
    await page.locator(HOST).evaluate((host) => host.setAttribute('data-before', ''));
    await reader.control.evaluate(() => setTimeout(() => chrome.runtime.reload()));
    await expect(page.locator(`${HOST}[data-before]`)).toHaveCount(0);
    await expect(page.locator(HOST)).toHaveCount(1);
    await badgeOf(page, title).hover();
    await expect(openCard(page).locator('.card-headlines li')).toHaveCount(3);
  },
);

settledTest(
  'an extension that is switched off and on: its badges go, and are back in pages that stayed open',
  async ({ reader, extension }) => {
    const { title } = reader.find('harbor-ledger', 'bridge');
    const page = await reader.open(FRONT);
    const extensions = await extension.context.newPage();
    await extensions.goto('chrome://extensions');
    const setEnabled = (isEnabled: boolean) =>
      extensions.evaluate(([id, is]) => chrome.management.setEnabled(id, is), [
        extension.extensionId,
        isEnabled,
      ] as const);
    await page.bringToFront();
    await expect(badgeOf(page, title)).toBeVisible();
    const { x = 0, y = 0 } = (await badgeOf(page, title).boundingBox()) ?? {};
    await setEnabled(false);
    await page.mouse.move(x + 10, y + 10); // its badge may have disappeared by then
    await expect(page.locator(HOST)).toHaveCount(0);
    await setEnabled(true);
    await expect(badgeOf(page, title)).toBeVisible();
    await badgeOf(page, title).hover();
    await expect(openCard(page).locator('.card-headlines li')).toHaveCount(3);
  },
);

settledTest(
  'on a site whose feed is not read badges come with the first link that others cover',
  async ({ reader, newsroom }) => {
    await reader.control.evaluate(forgetFeeds);
    const bridge = reader.find('harbor-ledger', 'bridge');
    const union = reader.find('meridian-post', 'union');
    const notes = Array.from(
      { length: 40 },
      (_, no) => `<li><a href="/notes/${no}">A note of ours, number ${no}</a></li>`,
    );
    const body = `<!doctype html><title>Notes</title><main><h2>What we read</h2><ul>${notes.join('')}</ul></main>`;
    newsroom.setOverride((_host, path) =>
      path === '/notes' ? { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body } : undefined,
    );
    const page = await reader.open(`${FRONT}notes`);
    await page.bringToFront();
    const add = ({ url, title }: { url: string; title: string }) =>
      page
        .locator('h2')
        .evaluate(
          (heading, html) => heading.insertAdjacentHTML('afterend', html),
          `<h3><a href="${url}">${title}</a></h3>`,
        );
    await waitFor(page, 1_000);
    await expect(page.locator(HOST)).toHaveCount(0);
    await add({ url: `https://www.google.com/url?q=${encodeURIComponent(union.url)}`, title: union.title });
    await expect(badgeOf(page, union.title)).toBeVisible();
    await add(bridge);
    await expect(badgeOf(page, bridge.title)).toBeVisible();
  },
);

/** Runs in a page of the extension. */
function forgetFeeds(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('parallax');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const transaction = request.result.transaction('feeds', 'readwrite');
      transaction.objectStore('feeds').clear();
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}
