// "Not the same story" removes the match on this device until it is undone. "The same" shows a possible match as fact.
import { badgeOf, HOST } from '../support/badges.ts';
import { expect, settledTest } from '../support/extension.ts';
import { expectArticles, expectTitle } from '../support/popup-reading.ts';

settledTest('separate, reload, undo', async ({ reader, extension }) => {
  const { url } = reader.find('meridian-post', 'comet');
  const { page, popup } = await reader.openWithPopup(url);
  await expectArticles(popup, 3);

  await popup.getByRole('button', { name: 'Not the same story' }).click();
  await expectTitle(popup, 'No other outlet found yet');
  await expect(popup.getByText('You said that this page is not part of')).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Undo' })).toBeFocused();
  await expect.poll(() => reader.badge(url)).toBe('');

  await popup.getByRole('button', { name: 'Undo' }).click();
  await expectArticles(popup, 3);
  await expect(popup.getByRole('button', { name: 'Not the same story' })).toBeFocused();

  await popup.getByRole('button', { name: 'Not the same story' }).click();
  await expectTitle(popup, 'No other outlet found yet');
  await popup.close();
  await page.reload();
  await page.bringToFront();
  await expectTitle(await extension.openPopup(), 'No other outlet found yet');
});

settledTest(
  'a story that was only possible stands beside the headline once the reader confirms it',
  async ({ reader }) => {
    const { url, title } = reader.find('meridian-post', 'comet');
    const page = await reader.open(url);
    await page.bringToFront();
    await expect(badgeOf(page, title)).toBeVisible();
    const tabId = await reader.control.evaluate(
      async (address) => (await chrome.tabs.query({ url: address }))[0]?.id ?? -1,
      url,
    );
    const { control } = reader;
    // As if the words of the page had left a doubt.
    await control.evaluate(async (id) => {
      const key = `tab:${id}`;
      const state = (await chrome.storage.session.get(key))[key] as { page: { status: string } };
      await chrome.storage.session.set({ [key]: { ...state, page: { ...state.page, status: 'possible' } } });
      await chrome.tabs.sendMessage(id, 'badges/page').catch(() => {}); // nothing answers this message
    }, tabId);
    await expect(page.locator(`${HOST} .badge`)).toHaveCount(0);

    const popup = await reader.open(`${new URL('popup.html', control.url()).href}?tab=${tabId}`);
    await popup.getByRole('button', { name: 'It is the same story' }).click();
    await expect(popup.getByRole('button', { name: 'Why these match' })).toBeVisible();
    await page.bringToFront();
    await expect(badgeOf(page, title)).toBeVisible();
  },
);
