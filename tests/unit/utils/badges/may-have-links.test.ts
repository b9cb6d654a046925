// On which pages the finder of links is there at once, and where it waits for a link that others cover.
import { expect, it, vi } from 'vitest';
import { mayHaveLinks, mayMatchTitles } from '../../../../utils/badges/may-have-links.ts';

const KNOWN = {
  readFeeds: async () => ['https://feeds.courier.test/rss', 'https://www.ledger.co.uk/feed.xml'],
  canMatchTitles: () => false,
  isKnownOutlet: async () => true,
};

it.each([
  ['https://www.courier.test/politics', true],
  ['https://ledger.co.uk/', true],
  ['https://shop.co.uk/', false],
  ['https://courier.test.shop.test/', false],
  ['https://www.google.co.uk/search?q=bridge', true],
  ['https://news.ycombinator.com/', true],
])('%s: %s', async (url, isHopeful) => {
  expect(await mayHaveLinks(url, KNOWN)).toBe(isHopeful);
});

it('an outlet’s pages have links while headlines can be compared, and no other site’s', async () => {
  const canMatchTitles = () => true;
  const isKnownOutlet = vi.fn(async (url: string) => url === 'https://mirror.test/');
  const known = { ...KNOWN, canMatchTitles, isKnownOutlet };
  expect(await mayHaveLinks('https://mirror.test/', known)).toBe(true);
  expect(await mayHaveLinks('https://shop.test/', known)).toBe(false);
  isKnownOutlet.mockClear();
  expect(await mayHaveLinks('https://mirror.test/', KNOWN)).toBe(false);
  expect(isKnownOutlet, 'the registry is loaded for nothing').not.toHaveBeenCalled();
});

it('headlines are worth comparing where any site links to an outlet’s article, while that can be done', async () => {
  const isKnownOutlet = vi.fn(async (url: string) => url.startsWith('https://courier.test/'));
  const known = { ...KNOWN, canMatchTitles: () => true, isKnownOutlet };
  expect(await mayMatchTitles(['https://shop.test/a-thing-to-buy', 'https://courier.test/bridge-closed'], known)).toBe(
    true,
  );
  expect(await mayMatchTitles(['https://shop.test/a-thing-to-buy'], known)).toBe(false);
  expect(await mayMatchTitles(['https://courier.test/', 'https://courier.test/en'], known)).toBe(false);
  isKnownOutlet.mockClear();
  expect(await mayMatchTitles(['https://courier.test/bridge-closed'], { ...known, canMatchTitles: () => false })).toBe(
    false,
  );
  expect(isKnownOutlet, 'the registry is loaded for nothing').not.toHaveBeenCalled();
});
