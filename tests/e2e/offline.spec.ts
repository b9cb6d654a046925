// Without a network the stored coverage is shown, and it is said how old it is.
import { expect, test } from '../support/extension.ts';
import { letFeedsBeDue } from '../support/feed-clock.ts';
import { expectArticles } from '../support/popup-reading.ts';

test('offline: older coverage, marked as such; online again: the mark goes', async ({ reader, extension }) => {
  await reader.setUp();
  const { url } = reader.find('meridian-post', 'comet');
  const page = await reader.open(url);
  await expect.poll(() => reader.badge(url)).toBe('3');

  await extension.context.setOffline(true);
  await letFeedsBeDue(reader.control);
  await reader.ask('sync/now', {});
  await page.bringToFront();
  const popup = await extension.openPopup();
  await expectArticles(popup, 3);
  await expect(popup.getByText(/^Offline since/)).toBeVisible();
  await popup.close();

  await extension.context.setOffline(false);
  await letFeedsBeDue(reader.control);
  await page.bringToFront();
  const again = await extension.openPopup();
  await expectArticles(again, 3);
  await expect(again.getByText(/^Offline since/)).toHaveCount(0);
});
