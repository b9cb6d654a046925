// Whose article a feed's item is, and that each is taken once.
import { expect, it } from 'vitest';
import { readArticlesOfFeed } from '../../../../engine/article/articles-of-feed.ts';
import type { FetchedFeed } from '../../../../engine/feed/poll-outcome.ts';
import { OutletId } from '../../../../engine/ids.ts';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { fetchedFeed, NOW } from '../../../support/on-device-fixtures.ts';

const directory = createOutletDirectory([
  {
    format: 'parallax-outlets-1',
    name: 'Invented outlets',
    date: '2026-03-01',
    outlets: [
      {
        id: OutletId.parse('courier'),
        name: 'The Invented Courier',
        domains: ['courier.test'],
        country: null,
        languages: [],
        owner: null,
        ownership: 'unknown',
        type: 'newspaper',
        feeds: [],
      },
    ],
  },
]);
const reading = { directory, identifyLanguage: () => ({ lang: 'en', isReliable: true }) };

function feedOf(urls: readonly string[]): FetchedFeed {
  const outcome = fetchedFeed(
    'gazette.test',
    urls.map((_url, index) => ({ title: `Headline number ${index}`, path: String(index) })),
  );
  if (outcome.kind !== 'fetched') throw new Error('a fetched feed');
  const items = outcome.feed.items.map((item, index) => ({ ...item, url: urls[index] ?? item.url }));
  return { ...outcome, feed: { ...outcome.feed, items } };
}

it.each([
  { url: 'https://gazette.test/a', owner: 'host:gazette.test' },
  { url: 'https://www.courier.test/a', owner: 'courier' },
  { url: 'https://redirector.test/~r/gazette/a', owner: 'host:gazette.test' },
])('gives $url to $owner', ({ url, owner }) => {
  expect(readArticlesOfFeed(feedOf([url]), reading)).toMatchObject([{ outletId: owner, firstSeenAt: NOW }]);
});

it('takes an article once, as it is mentioned first, and skips what is no article', () => {
  const urls = ['https://gazette.test/a', 'https://gazette.test/a?utm_source=feed', 'https://gazette.test/', 'ftp://x'];
  expect(readArticlesOfFeed(feedOf(urls), reading).map(({ title }) => title)).toEqual(['Headline number 0']);
});
