// Without a network, stored coverage is shown together with its age.
import type { SyncState } from '../../utils/sync-state.ts';
import { badgeOf, openCard } from '../support/badges.ts';
import { expect, settledTest } from '../support/extension.ts';
import { letFeedsBeDue } from '../support/feed-clock.ts';
import { expectArticles } from '../support/popup-reading.ts';

settledTest(
  'offline: older coverage, marked as such; online again: the mark disappears',
  async ({ reader, extension }) => {
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
  },
);

settledTest(
  'offline, a card says so; online again, the first that is opened does not, and has feeds read',
  async ({ reader, extension }) => {
    const page = await reader.open('https://harbor-ledger.test/');
    const badge = badgeOf(page, reader.find('harbor-ledger', 'bridge').title);
    await expect(badge).toBeVisible();
    await extension.context.setOffline(true);
    await letFeedsBeDue(reader.control);
    await reader.ask('sync/now', {});
    const since = async () => ((await reader.ask('sync/state', {})) as SyncState).offlineSince;
    expect(await since()).not.toBeNull();
    await page.bringToFront();
    await badge.hover();
    await expect(openCard(page)).toContainText('No connection: this is from');

    await extension.context.setOffline(false);
    await letFeedsBeDue(reader.control);
    await page.reload();
    await badge.hover();
    await expect(openCard(page).locator('.card-headlines')).toBeVisible();
    await expect(openCard(page)).not.toContainText('No connection');
    await expect.poll(since).toBeNull();
  },
);
