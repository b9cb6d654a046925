// Pages structured like those of search engines, portals and networks: which links get a badge, where, and for what address.
// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalizeUrl } from '../../../../engine/article/canonical-url.ts';
import { openShadowRoots, setPage } from '../../../support/link-page.ts';
import { openLinkWatch } from '../../../support/link-watch.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../fixtures/links');
const WALL = 'https://courier.test/news/2026/05/19/northport-votes-to-rebuild-its-harbour-wall';
const WALL_TEXT = 'Northport votes to rebuild its harbour wall';
const COUNCIL = 'https://herald.test/politics/council-splits-over-cost-of-the-wall-4471823.html';
const COUNCIL_TEXT = 'Council splits over cost of the wall';
const STORMS = 'https://tribune.test/environment/after-two-winters-of-storms-a-town-decides';
const STORMS_TEXT = 'After two winters of storms, a town decides';

type Expected = readonly (readonly [text: string, url: string, anchor: string])[];

const PAGES: readonly (readonly [file: string, address: string, expected: Expected])[] = [
  [
    'google',
    'https://www.google.com/search?q=harbour+wall',
    [
      [WALL_TEXT, WALL, 'div'],
      [COUNCIL_TEXT, COUNCIL, 'div'],
      [STORMS_TEXT, STORMS, 'h3'],
      [
        'Builders welcome the vote on Northport’s wall',
        'https://gazette.test/2026/05/20/builders-welcome-the-vote-on-northports-wall',
        'h3',
      ],
      ['Harbour wall to rise again', 'https://google.com/goto?url=CAESdgHrOzAVq1w2-x8kQmZtYh3n_5pLw0ue7R', 'h3'],
    ],
  ],
  [
    'bing',
    'https://www.bing.com/search?q=harbour+wall',
    [
      [WALL_TEXT, WALL, 'a'],
      [STORMS_TEXT, STORMS, 'a'],
    ],
  ],
  [
    'duckduckgo',
    'https://duckduckgo.com/?q=harbour+wall',
    [
      [WALL_TEXT, WALL, 'span'],
      [STORMS_TEXT, STORMS, 'a'],
    ],
  ],
  [
    'google-news',
    'https://news.google.com/home?hl=en',
    [
      [WALL_TEXT, 'https://news.google.com/read/CBMiqgFBVV95cUxQS1c4?hl=en', 'a'],
      [COUNCIL_TEXT, 'https://herald.test/politics/council-splits-over-cost-of-the-wall-4471823', 'a'],
    ],
  ],
  [
    'yahoo',
    'https://www.yahoo.com/',
    [
      [WALL_TEXT, 'https://yahoo.com/news/northport-votes-rebuild-harbour-wall-183000412.html', 'a'],
      [
        'Northport Rovers hold on to third place',
        'https://sports.yahoo.com/northport-rovers-hold-on-to-third-place-211500977.html',
        'h3',
      ],
      [STORMS_TEXT, STORMS, 'span'],
    ],
  ],
  [
    'reddit',
    'https://www.reddit.com/',
    [
      [WALL_TEXT, WALL, 'a'],
      [STORMS_TEXT, STORMS, 'a'],
    ],
  ],
  [
    'x',
    'https://x.com/home',
    [
      [WALL_TEXT, 'https://t.co/AbCdEf1234', 'span'],
      [STORMS_TEXT, 'https://t.co/GhIjKl5678', 'span'],
    ],
  ],
  [
    'bluesky',
    'https://bsky.app/',
    [
      [WALL_TEXT, WALL, 'div'],
      [COUNCIL_TEXT, COUNCIL, 'div'],
    ],
  ],
  ['mastodon', 'https://mastodon.test/home', [[WALL_TEXT, WALL, 'strong']]],
  ['facebook', 'https://www.facebook.com/', [[WALL_TEXT, WALL, 'span']]],
  [
    'hacker-news',
    'https://news.ycombinator.com/',
    [
      [WALL_TEXT, WALL, 'a'],
      ['Harbour walls', 'https://walls.test/harbour-walls', 'a'],
    ],
  ],
  [
    'msn',
    'https://www.msn.com/en-us',
    [[WALL_TEXT, 'https://msn.com/en-us/news/us/northport-votes-to-rebuild-its-harbour-wall/ar-AA1Fg2hZ', 'h3']],
  ],
  [
    'apple-news',
    'https://apple.news/ZyXwVuTsRqPoNmLkJiHgFe',
    [[COUNCIL_TEXT, 'https://apple.news/AbCdEfGhIjKlMnOpQrStUvW', 'h3']],
  ],
];

describe('a page shaped like that of', () => {
  it.each(PAGES)('%s', async (file, address, expected) => {
    setPage(address, readFileSync(path.join(FOLDER, `${file}.html`), 'utf8'));
    openShadowRoots(document);
    const { found, told, settle, stop } = openLinkWatch();
    await settle();
    stop();
    const urlOf = (address: string) => canonicalizeUrl(address) ?? address;
    expect(found.map(({ text, address, anchor }) => [text, urlOf(address), anchor.localName])).toEqual(expected);
    expect(told.filter((line) => line.startsWith('-'))).toEqual([]);
  });
});
