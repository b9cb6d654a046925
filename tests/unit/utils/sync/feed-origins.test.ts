// Which feeds may be polled: those on granted hosts, and none before the user has agreed to the choice of feeds.
import { expect, it, vi } from 'vitest';
import { browser } from '../../../../utils/browser.ts';
import { writeSetting } from '../../../../utils/settings.ts';
import { isFeedAllowed, readAllowedFeeds, readPolledFeeds, toOrigins } from '../../../../utils/sync/feed-origins.ts';

const FEED = 'https://herald.test/feed.xml';
const grant = (...origins: string[]) => vi.spyOn(browser.permissions, 'getAll').mockResolvedValue({ origins });

it.each([
  ['its own host', 'https://herald.test/*', true],
  ['its own host, on either scheme', '*://herald.test/*', true],
  ['its site', '*://*.herald.test/*', true],
  ['all sites', '*://*/*', true],
  ['all addresses', '<all_urls>', true],
  ['another scheme', 'http://herald.test/*', false],
  ['another site', '*://*.gull.test/*', false],
  ['a host of the site', '*://news.herald.test/*', false],
  ['a site whose name it ends with', '*://*.ald.test/*', false],
])('a feed is allowed by a grant for %s: %s', async (_, pattern, isAllowed) => {
  grant(pattern);
  expect((await readAllowedFeeds())(FEED)).toBe(isAllowed);
});

it('a feed on http needs both schemes, since most redirect to https', async () => {
  expect(toOrigins(['http://gull.test/rss', FEED, 'http://gull.test/sport', 'not an address'])).toEqual([
    '*://gull.test/*',
    'https://herald.test/*',
  ]);
  const contains = vi.spyOn(browser.permissions, 'contains').mockImplementation(async () => true);
  await isFeedAllowed('http://gull.test/rss');
  expect(contains).toHaveBeenCalledWith({ origins: ['*://gull.test/*'] });
});

it('no feed asks for more than its own host', () => {
  expect(toOrigins(['https://*/feed', 'http://*.test/feed', FEED])).toEqual(['https://herald.test/*']);
});

it.each([
  ['its own host on either scheme', '*://gull.test/*', true],
  ['its site on either scheme', '*://*.gull.test/*', true],
  ['all addresses', '<all_urls>', true],
  ['http alone', 'http://gull.test/*', false],
  ['http alone, everywhere', 'http://*/*', false],
  ['https alone', 'https://gull.test/*', false],
])('a feed on http is allowed by a grant for %s: %s', async (_, pattern, isAllowed) => {
  grant(pattern);
  expect((await readAllowedFeeds())('http://gull.test/rss')).toBe(isAllowed);
});

it('a feed on http is allowed by two grants, one for each scheme', async () => {
  grant('http://gull.test/*', 'https://*.gull.test/*');
  expect((await readAllowedFeeds())('http://gull.test/rss')).toBe(true);
});

it('a site’s grant holds for the hosts of that site', async () => {
  grant('*://*.herald.test/*');
  const isAllowed = await readAllowedFeeds();
  expect([isAllowed('https://feeds.herald.test/rss'), isAllowed('not an address')]).toEqual([true, false]);
});

it('a grant for every site alone allows no polling', async () => {
  grant('*://*/*');
  expect((await readPolledFeeds())(FEED)).toBe(false);
  await writeSetting('isOnboarded', true);
  expect((await readPolledFeeds())(FEED)).toBe(true);
});

it('without a grant nothing is polled, whatever was agreed', async () => {
  grant();
  await writeSetting('isOnboarded', true);
  expect((await readPolledFeeds())(FEED)).toBe(false);
});
