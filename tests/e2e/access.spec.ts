// Where Parallax may read: a site switched off, a site without permission, and a click on the toolbar button that allows one reading.
import type { ExtensionBrowser } from '../../scripts/setup/extension-browser.ts';
import { expect, settledTest, test } from '../support/extension.ts';
import { expectArticles, expectTitle } from '../support/popup-reading.ts';
import type { Reader } from '../support/reader.ts';

/** An article on a site without permission, read after a click on the toolbar button. */
async function readOnClick(reader: Reader, extension: ExtensionBrowser) {
  await reader.writeSettings({ readingMode: 'on-click', chosenSites: [] });
  await reader.control.evaluate(() => chrome.permissions.remove({ origins: ['*://*.meridian-post.test/*'] }));
  const { url } = reader.find('meridian-post', 'comet');
  const page = await reader.open(url);
  await page.bringToFront();
  const popup = await extension.clickToolbar(page);
  await expectArticles(popup, 3);
  return { page, popup, url };
}

settledTest('a site switched off from the popup, and on again', async ({ reader, extension }) => {
  const { url } = reader.find('meridian-post', 'comet');
  const { page, popup } = await reader.openWithPopup(url);
  await expectArticles(popup, 3);
  await popup.getByRole('switch').click();
  await expectTitle(popup, 'Switched off on meridian-post.test');
  await expect.poll(() => reader.badge(url)).toBe('');
  const toolbarTitle = () =>
    reader.control.evaluate(async (address) => {
      const tab = (await chrome.tabs.query({})).find((open) => open.url === address);
      return tab?.id === undefined ? null : chrome.action.getTitle({ tabId: tab.id });
    }, url);
  await expect.poll(toolbarTitle).toBe('Parallax: off on this site');
  await popup.close();

  await page.reload();
  await expect.poll(toolbarTitle, 'after the page was loaded anew').toBe('Parallax: off on this site');
  await page.goto('https://meridian-post.test/');
  await page.goto(url);
  await expect.poll(toolbarTitle, 'after the page was left and opened again').toBe('Parallax: off on this site');
  await page.bringToFront();
  const again = await extension.openPopup();
  await expectTitle(again, 'Switched off on meridian-post.test');
  await again.getByRole('button', { name: 'Switch on again' }).click();
  await expectArticles(again, 3);
});

settledTest('without permission nothing is read until the toolbar is clicked', async ({ reader, extension }) => {
  await reader.writeSettings({ chosenSites: ['northwire.test'] });
  await reader.control.evaluate(() => chrome.permissions.remove({ origins: ['*://*.meridian-post.test/*'] }));
  const { url } = reader.find('meridian-post', 'comet');
  const page = await reader.open(url);
  await page.bringToFront();
  // Meanwhile a page that may be read is read.
  const allowed = reader.find('northwire', 'union').url;
  await reader.open(allowed);
  await expect.poll(() => reader.badge(allowed)).toMatch(/^\d+$/);
  await page.bringToFront();
  const states = await reader.control.evaluate(() => chrome.storage.session.get(null));
  expect(JSON.stringify(states)).not.toContain('heliotrope-probe-lands');

  const popup = await extension.clickToolbar(page);
  await expectArticles(popup, 3);
});

settledTest('"on click" reads nothing by itself', async ({ reader, extension }) => {
  await reader.writeSettings({ readingMode: 'on-click', chosenSites: [] });
  await expect.poll(() => reader.control.evaluate(() => chrome.scripting.getRegisteredContentScripts())).toEqual([]);
  const { url } = reader.find('thames-chronicle', 'comet');
  const page = await reader.open(url);
  expect(await reader.badge(url)).toBe('');
  await page.bringToFront();
  await expectArticles(await extension.clickToolbar(page), 3);
});

settledTest(
  'a page that was read on a click has its site read by itself from then on, where the reader says so',
  async ({ reader, extension }) => {
    const { popup } = await readOnClick(reader, extension);
    await popup.getByRole('button', { name: 'Always on meridian-post.test' }).click();
    await expect(popup.getByRole('combobox', { name: 'Badges on meridian-post.test' })).toBeVisible();
    await popup.close();
    const other = await reader.open(reader.find('meridian-post', 'union').url);
    await expect.poll(() => reader.badge(other.url())).toMatch(/^\d+$/);
  },
);

settledTest(
  'a site that is off without a permission for it is said to be off, whenever the popup is opened on it',
  async ({ reader, extension }) => {
    const { page, popup, url } = await readOnClick(reader, extension);
    await popup.getByRole('switch').click();
    await expectTitle(popup, 'Switched off on meridian-post.test');
    await popup.close();
    await page.goto('https://northwire.test/');
    await page.goto(url);
    const again = await extension.clickToolbar(page);
    await expectTitle(again, 'Switched off on meridian-post.test');
    await again.getByRole('button', { name: 'Switch on again' }).click();
    await expectArticles(again, 3);
  },
);

test.describe('"every site", refused', () => {
  const feeds = ['https://meridian-post.test/*', 'https://thames-chronicle.test/*'];
  test.use({ grantableOrigins: feeds });

  test('reads no page by itself on a host that is allowed for its feed', async ({ reader, extension }) => {
    expect(await extension.requestOrigins(feeds)).toBe(true);
    await reader.writeSettings({ readingMode: 'every-site' });
    const scripts = () => reader.control.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    const { url } = reader.find('meridian-post', 'comet');
    const page = await reader.open(url);
    await page.bringToFront();
    const popup = await extension.clickToolbar(page);
    await expect(popup.getByRole('button', { name: 'Always on meridian-post.test' })).toBeVisible();
    expect(await scripts()).toEqual([]);
    const other = await reader.open(reader.find('thames-chronicle', 'comet').url);
    await reader.ask('sync/now', {}); // before it answers, the worker would have received the page's report
    const kept = JSON.stringify(await reader.control.evaluate(() => chrome.storage.session.get(null)));
    expect(kept).not.toContain(new URL(other.url()).pathname);
  });
});

settledTest(
  'a page that is open while its site is switched off is forgotten, and where it leads is not heard',
  async ({ reader }) => {
    const comet = reader.find('thames-chronicle', 'comet');
    const union = reader.find('thames-chronicle', 'union');
    const page = await reader.open('https://thames-chronicle.test/');
    await page.getByRole('link', { name: comet.title }).click();
    await expect.poll(() => reader.badge(comet.url)).toBe('3');

    await reader.writeSettings({ sitesOff: ['thames-chronicle.test'] });
    await expect.poll(() => reader.badge(comet.url)).toBe('');
    await page.goBack();
    await page.getByRole('link', { name: union.title }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(union.title);
    // A page of another site, opened later, is answered: a message about this page would have arrived before.
    const other = reader.find('meridian-post', 'comet');
    await reader.open(other.url);
    await expect.poll(() => reader.badge(other.url)).toBe('3');
    const kept = JSON.stringify(await reader.control.evaluate(() => chrome.storage.session.get(null)));
    expect(kept).not.toContain(new URL(union.url).pathname);
    expect(kept).not.toContain(`"pageUrl":"${comet.url}`);
  },
);

test.describe('a popup that stays open while its tab navigates', () => {
  settledTest('shows the next page', async ({ reader }) => {
    const next = reader.find('thames-chronicle', 'union');
    const { page, popup } = await reader.openWithPopup(reader.find('meridian-post', 'comet').url);
    await expectArticles(popup, 3);
    await page.evaluate((url) => location.assign(url), next.url);
    await expect(popup.getByRole('switch', { name: 'Parallax on thames-chronicle.test' })).toBeVisible();
    await expect.poll(async () => (await reader.tabState(next.url))?.page.status).toBe('covered');
    await expect(popup.getByText('Blindspot: right-leaning outlets barely cover this')).toBeVisible();
  });

  settledTest('says that it takes another click where pages are read on a click', async ({ reader, extension }) => {
    await reader.writeSettings({ readingMode: 'on-click', chosenSites: [] });
    const { control } = reader;
    await control.evaluate(async () => {
      const { origins = [] } = await chrome.permissions.getAll();
      await chrome.permissions.remove({ origins: origins.filter((origin) => /meridian|thames/.test(origin)) });
    });
    const page = await reader.open(reader.find('meridian-post', 'comet').url);
    await page.bringToFront();
    const popup = await extension.clickToolbar(page);
    await expectArticles(popup, 3);
    await page.evaluate((url) => location.assign(url), reader.find('thames-chronicle', 'union').url);
    await expectTitle(popup, 'The page has changed');
    await expect(popup.getByRole('switch')).toHaveCount(0);
  });
});

test.describe('on pages that the browser closes to extensions', () => {
  const everySite = ['*://*/*'];
  test.use({ grantableOrigins: everySite });

  for (const granted of [everySite, []]) {
    test(`nothing is asked for or offered that would have no effect, with ${granted.length} grants`, async ({
      reader,
      extension,
    }) => {
      if (granted.length > 0) await extension.requestOrigins(granted);
      await reader.writeSettings({ readingMode: granted.length > 0 ? 'every-site' : 'on-click' });
      const page = await reader.open('https://chromewebstore.google.com/detail/anything');
      await page.bringToFront();
      const popup = await extension.clickToolbar(page);
      await expectTitle(popup, 'Parallax cannot read this page');
      await expect(popup.getByRole('main').getByRole('button')).toHaveText(['Try again']);
      await expect(popup.getByRole('switch')).toHaveCount(0);
      await expect(popup.getByRole('combobox')).toHaveCount(0);
    });
  }
});
