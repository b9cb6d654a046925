// Which feeds may be polled: those on granted hosts, and none before the user has agreed to the choice of feeds.
import { expect, it, vi } from 'vitest';
import { browser } from '../../../../utils/browser.ts';
import { writeSetting } from '../../../../utils/settings.ts';
import { readAllowedFeeds, readPolledFeeds } from '../../../../utils/sync/feed-origins.ts';

const FEED = 'https://herald.test/feed.xml';
const grant = (...granted: string[]) =>
  vi
    .spyOn(browser.permissions, 'contains')
    .mockImplementation(async ({ origins = [] }) =>
      origins.every((origin) => granted.includes('*://*/*') || granted.includes(origin)),
    );

it('allows the feeds of granted hosts', async () => {
  grant('https://herald.test/*');
  const isAllowed = await readAllowedFeeds([FEED, 'https://gull.test/feed.xml']);
  expect([isAllowed(FEED), isAllowed('https://gull.test/feed.xml')]).toEqual([true, false]);
});

it('polls nothing by a grant of every site alone', async () => {
  grant('*://*/*');
  expect((await readPolledFeeds([FEED]))(FEED)).toBe(false);
  await writeSetting('isOnboarded', true);
  expect((await readPolledFeeds([FEED]))(FEED)).toBe(true);
});

it('polls nothing without a grant, whatever was agreed', async () => {
  grant();
  await writeSetting('isOnboarded', true);
  expect((await readPolledFeeds([FEED]))(FEED)).toBe(false);
});
