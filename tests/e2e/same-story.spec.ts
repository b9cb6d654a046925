// "Not the same story": the pairing goes away on this device, stays away, and comes back by undo.
import { expect, test } from '../support/extension.ts';
import { expectTitle, readStats } from '../support/popup-reading.ts';

test('separate, reload, undo', async ({ reader, extension }) => {
  await reader.setUp();
  const { url } = reader.find('meridian-post', 'comet');
  const { page, popup } = await reader.openWithPopup(url);
  await expect.poll(() => readStats(popup)).toMatchObject({ articles: 3 });

  await popup.getByRole('button', { name: 'Not the same story' }).click();
  await expectTitle(popup, 'No other outlet found yet');
  await expect(popup.getByText('You said that this page is not part of')).toBeVisible();
  await expect.poll(() => reader.badge(url)).toBe('');

  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => readStats(popup)).toMatchObject({ articles: 3 });

  await popup.getByRole('button', { name: 'Not the same story' }).click();
  await expectTitle(popup, 'No other outlet found yet');
  await popup.close();
  await page.reload();
  await page.bringToFront();
  await expectTitle(await extension.openPopup(), 'No other outlet found yet');
});
