// Which outlet a feed's item belongs to; each article is taken once.
import { describe, expect, it } from 'vitest';
import { readArticlesOfFeed } from '../../../../engine/article/articles-of-feed.ts';
import type { FetchedFeed } from '../../../../engine/feed/poll-outcome.ts';
import { OutletId } from '../../../../engine/ids.ts';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { fetchedFeed, NOW } from '../../../support/on-device-fixtures.ts';

const HOUR_MS = 3_600_000;

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
      {
        id: OutletId.parse('shinmun'),
        name: 'The Invented Shinmun',
        domains: ['shinmun.test'],
        country: 'KR',
        languages: ['ko'],
        owner: null,
        ownership: 'unknown',
        type: 'newspaper',
        feeds: [],
      },
      {
        id: OutletId.parse('jarida'),
        name: 'The Invented Jarida',
        domains: ['jarida.test'],
        country: 'KE',
        languages: ['sw'],
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

describe('a feed of an outlet whose country is nine hours ahead of UTC', () => {
  const readTimes = (hours: readonly number[], id = 'shinmun') => {
    const { source, feed, fetchedAt } = feedOf(hours.map((_, index) => `https://gazette.test/${index}`));
    const items = feed.items.map((item, i) => ({ ...item, publishedAt: NOW + (hours[i] ?? 0) * HOUR_MS }));
    const fetched = { source: { ...source, outletId: OutletId.parse(id) }, feed: { ...feed, items }, fetchedAt };
    return readArticlesOfFeed(fetched, reading).map(({ publishedAt }) => publishedAt && (publishedAt - NOW) / HOUR_MS);
  };

  it('is shifted back if items come from the future, but not if they are too far ahead', () => {
    expect(readTimes([8.9, 7, 4, -1, -20])).toEqual([-0.1, -2, -5, -10, -29].map((hours) => expect.closeTo(hours)));
  });

  it.each([
    ['that announces something', [8, 2, -1], [null, null, -1]],
    ['whose items come from further ahead', [30, 20, 10], [null, null, null]],
    ['whose clock is half an hour fast', [0.5, 0.4, 0.3, -1], [null, null, null, -1]],
    ['that is right', [-0.1, -2, -5], [-0.1, -2, -5]],
  ])('is left as it is %s', (_, written, read) => {
    expect(readTimes(written)).toEqual(read.map((hours) => hours && expect.closeTo(hours)));
  });

  it('differs from one without a known country, where times in the future are dropped', () => {
    expect(readTimes([8.9, 7, 4, -1], 'courier')).toEqual([null, null, null, -1]);
  });

  it.each([
    ['is left as it is where it announces what comes within two hours', [2, 1.5, 1, -1], [null, null, null, -1]],
    ['is set back where it is ahead by the country’s hours', [2.9, 2, 1, -1], [-0.1, -1, -2, -4]],
  ])('in a country three hours ahead %s', (_, written, read) => {
    expect(readTimes(written, 'jarida')).toEqual(read.map((hours) => hours && expect.closeTo(hours)));
  });
});
