// Which addresses lead to the same article, and which do not.
import { describe, expect, it } from 'vitest';
import { canonicalizeUrl } from '../../../../engine/article/canonical-url.ts';
import { URL_MAX } from '../../../../engine/limits.ts';

const SAME: readonly (readonly [string, string])[] = [
  ['https://example.test/a', 'https://example.test/a'],
  ['http://example.test/a', 'https://example.test/a'],
  ['HTTP://EXAMPLE.test:80/a', 'https://example.test/a'],
  ['https://example.test:443/a', 'https://example.test/a'],
  ['https://example.test:8443/a', 'https://example.test:8443/a'],
  ['https://user:secret@example.test/a', 'https://example.test/a'],
  ['https://www.example.test/a', 'https://example.test/a'],
  ['https://example.test./a', 'https://example.test/a'],
  ['https://bücher.test/a', 'https://xn--bcher-kva.test/a'],
  ['  https://example.test/a\n', 'https://example.test/a'],
  ['https://example.test/a#comments', 'https://example.test/a'],
  ['https://example.test/#!/a/1', 'https://example.test/#!/a/1'],
  ['https://example.test/#/a/1', 'https://example.test/#/a/1'],
  ['https://example.test/#!', 'https://example.test/'],
  // path
  ['https://example.test', 'https://example.test/'],
  ['https://example.test/a/', 'https://example.test/a'],
  ['https://example.test/a//', 'https://example.test/a'],
  ['https://example.test/a/index.html', 'https://example.test/a'],
  ['https://example.test/index.php?id=5', 'https://example.test/?id=5'],
  ['https://example.test/reindex.html', 'https://example.test/reindex.html'],
  ['https://example.test/a;jsessionid=12AB.n1', 'https://example.test/a'],
  ['https://example.test/%c3%a9t%C3%A9/%7Eme', 'https://example.test/%C3%A9t%C3%A9/~me'],
  ['https://example.test/été', 'https://example.test/%C3%A9t%C3%A9'],
  ['https://example.test/A/Story', 'https://example.test/A/Story'],
  // query
  ['https://example.test/a?utm_source=rss&utm_medium=feed', 'https://example.test/a'],
  ['https://example.test/a?UTM_Source=rss', 'https://example.test/a'],
  ['https://example.test/a?fbclid=1&gclid=2&mc_cid=3&cmpid=4', 'https://example.test/a'],
  ['https://example.test/a?id=123&utm_source=x', 'https://example.test/a?id=123'],
  ['https://example.test/p.php?story_fbid=9&id=1', 'https://example.test/p.php?id=1&story_fbid=9'],
  ['https://example.test/a?b=2&a=1', 'https://example.test/a?a=1&b=2'],
  ['https://example.test/a?t=2&t=1', 'https://example.test/a?t=2&t=1'],
  ['https://example.test/a?ref=rss', 'https://example.test/a'],
  ['https://example.test/a?ref=12345', 'https://example.test/a?ref=12345'],
  ['https://example.test/a?cid=12345', 'https://example.test/a?cid=12345'],
  ['https://example.test/a?cid=share_btn', 'https://example.test/a'],
  ['https://example.test/a?.tsrc=rss', 'https://example.test/a'],
  ['https://example.test/a?unlocked_article_code=1.ab&mktcid=nled&mktcval=124', 'https://example.test/a'],
  ['https://www.wsj.com/a?mod=hp_lead_pos1', 'https://wsj.com/a'],
  ['https://www.marketwatch.com/a?id=1&mod=home-page', 'https://marketwatch.com/a?id=1'],
  ['https://example.test/a?mod=article&id=1', 'https://example.test/a?id=1&mod=article'],
  ['https://notwsj.com/a?mod=1', 'https://notwsj.com/a?mod=1'],
  ['https://example.test/a?&&', 'https://example.test/a'],
  ['https://example.test/?p=77', 'https://example.test/?p=77'],
  // AMP and mobile
  ['https://amp.example.test/a', 'https://example.test/a'],
  ['https://m.example.test/a', 'https://example.test/a'],
  ['https://mobile.example.test/a', 'https://example.test/a'],
  ['https://en.m.example.test/a', 'https://en.example.test/a'],
  ['https://m.news.co.uk/a', 'https://news.co.uk/a'],
  ['https://m.co.uk/a', 'https://m.co.uk/a'],
  ['https://mobile.test/a', 'https://mobile.test/a'],
  ['https://example.test/a/amp', 'https://example.test/a'],
  ['https://example.test/a/amp/', 'https://example.test/a'],
  ['https://example.test/amp/a', 'https://example.test/a'],
  ['https://example.test/a.amp.html', 'https://example.test/a.html'],
  ['https://example.test/a.amp', 'https://example.test/a'],
  ['https://example.test/lamp', 'https://example.test/lamp'],
  ['https://example.test/a?amp', 'https://example.test/a'],
  ['https://example.test/a?amp=1&id=2', 'https://example.test/a?id=2'],
  ['https://example.test/a?outputType=amp', 'https://example.test/a'],
  ['https://www.google.com/amp/s/www.example.test/a/amp/', 'https://example.test/a'],
  ['https://www.google.co.uk/amp/example.test/a', 'https://example.test/a'],
  ['https://www-example-test.cdn.ampproject.org/c/s/www.example.test/a?amp_js_v=a2&usqp=mq3', 'https://example.test/a'],
  ['https://cdn.ampproject.org/v/s/example.test/a?id=4', 'https://example.test/a?id=4'],
  // print views and pages of an article
  ...[
    ...[
      'print',
      'print=',
      'print=1',
      'Print=True',
      'view=print',
      'output=print',
      'format=printer-friendly',
      'tmpl=component',
    ],
    ...['page=2', 'page=all', 'pagewanted=all', 'pagewanted=2', 'singlepage=true', 'outputType=amp', 'amp=1'],
  ].flatMap((query): [string, string][] => [
    [`https://example.test/news/storm-hits-coast?${query}`, 'https://example.test/news/storm-hits-coast'],
    [`https://example.test/news/1234567.html?${query}`, 'https://example.test/news/1234567.html'],
    [`https://example.test/show.php?id=77&${query}`, 'https://example.test/show.php?id=77'],
    [`https://example.test/?${query}&p=77`, 'https://example.test/?p=77'],
  ]),
  ['https://example.test/storm-hits-coast/print/', 'https://example.test/storm-hits-coast'],
  ['https://example.test/storm-hits-coast/page/2/', 'https://example.test/storm-hits-coast'],
  ['https://example.test/storm-hits-coast/page/2?print=1', 'https://example.test/storm-hits-coast'],
];

/** Addresses that look like a variant of another, but name an article or a list of their own. */
const NAMED_SO = [
  ...['/?page=12', '/?print=1', '/index.php?page=2', '/article?print=1', '/show.php?page=7&section=3', '/news?page=2'],
  ...['/storm-hits-coast?print=1234', '/storm-hits-coast?page=ferry', '/storm-hits-coast?page=2024', '/a?view=print'],
  ...[
    '/show.php?id=7&page=about',
    '/opinion/print',
    '/2024/05/page/2',
    '/page/2',
    '/storm-hits-coast/printers',
    '/print',
  ],
  ...['/storm-hits-coast?format=pdf', '/storm-hits-coast?id=print', '/storm-hits-coast?p=2', '/print/storm-hits-coast'],
];

describe('canonicalizeUrl', () => {
  it.each(SAME)('%s → %s', (url, expected) => {
    expect(canonicalizeUrl(url)).toBe(expected);
  });

  it.each([
    '',
    'a',
    '/a',
    'ftp://example.test/a',
    'javascript:alert(1)',
    'mailto:a@example.test',
    'https://',
    'data:,a',
  ])('is null for %j', (url) => {
    expect(canonicalizeUrl(url)).toBeNull();
  });

  it('gives null for an address longer than the schema allows, even after removing tracking parameters', () => {
    const stem = 'https://example.test/';
    const longest = stem + 'a'.repeat(URL_MAX - stem.length);
    expect(canonicalizeUrl(longest)).toBe(longest);
    expect(canonicalizeUrl(`${longest}a`)).toBeNull();
    expect(canonicalizeUrl(`${stem}a?utm_source=${'x'.repeat(5000)}`)).toBe(`${stem}a`);
    expect(canonicalizeUrl(stem + 'a'.repeat(1_000_000))).toBeNull();
  });

  it('keeps parts of an address that look like a variant but may be the article’s name', () => {
    const forms = new Set(NAMED_SO.map((path) => canonicalizeUrl(`https://example.test${path}`)));
    const bare = NAMED_SO.map((path) => `https://example.test${path.replace('/index.php', '/')}`);
    expect([...forms]).toEqual(bare);
  });

  it('removes repeated /amp prefixes, and gives up on addresses that keep changing', () => {
    expect(canonicalizeUrl(`https://example.test/${'amp/'.repeat(40)}a`)).toBe('https://example.test/a');
    expect(canonicalizeUrl(`https://example.test/a${'/amp'.repeat(20)}`)).toBeNull();
  });

  it('keeps articles apart that differ by path, query or host', () => {
    const urls = [
      ...['/a', '/b', '/A', '/a.html', '/a?id=1', '/a?id=2', '/a?ID=1', '/a?page=2', '/a?story=x', '/a-1', '/a/1'],
      ...['/a?article_id=1', '/a?p=1', '/a?aid=1', '/amplifier', '/camp', '/a?ref=9', '/a?t=1&t=2', '/a?t=2&t=1'],
    ].flatMap((path) => [`https://example.test${path}`, `https://other.example.test${path}`]);
    expect(new Set(urls.map((url) => canonicalizeUrl(url))).size).toBe(urls.length);
  });
});

describe('canonicalizeUrl, properties', () => {
  const HOSTS = [
    'example.test',
    'www.example.test',
    'm.amp.www.example.test',
    'a.m.example.test',
    'google.com',
    '1.2.3.4',
  ];
  const BITS = [
    '/',
    '/amp',
    'amp',
    '/index.html',
    '/print',
    '/page/2',
    '/a-b-c',
    '.amp',
    '.html',
    '%41',
    '%2f',
    '%252e',
    '..',
    ';jsessionid=1',
    'm.',
    's/',
  ];
  const QUERY = [
    'utm_a=1',
    'page=2',
    'print',
    'id=3',
    '&',
    '=',
    'amp',
    'ref=rss',
    '%3d',
    'a=b',
    '?',
    '+',
    'amp_x',
    '#/x',
    '#',
    "'",
    'é',
  ];

  /** A linear congruential generator, for the same cases in every run. */
  function createPick(seed: number) {
    let state = seed;
    return <T>(list: readonly T[]): T => {
      state = (state * 1664525 + 1013904223) >>> 0;
      return list[Math.floor((state / 2 ** 32) * list.length)] as T;
    };
  }

  it('is idempotent and does not depend on the order of parameters', () => {
    const pick = createPick(7);
    for (let round = 0; round < 5000; round += 1) {
      const path = Array.from({ length: pick([0, 1, 2, 3, 4, 5]) }, () => pick(BITS)).join('');
      const query = Array.from({ length: pick([0, 1, 2, 3, 4]) }, () => pick(QUERY)).join('&');
      const url = `${pick(['http', 'https'])}://${pick(HOSTS)}/${path}?${query}`;
      const once = canonicalizeUrl(url);
      if (once !== null) expect(canonicalizeUrl(once), url).toBe(once);
    }
  });

  it('never throws, whatever it is given', () => {
    const pick = createPick(11);
    const chars = [...'hps:/.?#%&=@[]\\ \u0000\ud800é漢-_0a~'];
    for (let round = 0; round < 5000; round += 1) {
      const url = `https:${Array.from({ length: 14 }, () => pick(chars)).join('')}`;
      const key = canonicalizeUrl(url);
      expect(key === null || key.startsWith('https://'), url).toBe(true);
    }
  });
});
