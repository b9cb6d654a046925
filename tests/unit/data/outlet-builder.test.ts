// How the registry's builder reads raw values: hosts, names, feeds, owners, ratings.
import { describe, expect, it } from 'vitest';
import { findCountryByHost, findCountryByName } from '../../../scripts/outlets/country.ts';
import { chooseFeeds } from '../../../scripts/outlets/feed.ts';
import { findHost, isPlatform, toOutletHost } from '../../../scripts/outlets/host.ts';
import { toBiasValue } from '../../../scripts/outlets/mbfc.ts';
import { toOutlet } from '../../../scripts/outlets/merge.ts';
import { cleanName } from '../../../scripts/outlets/name.ts';
import { findOwner } from '../../../scripts/outlets/owner.ts';
import { parseTable } from '../../../scripts/outlets/table.ts';

describe('toOutletHost', () => {
  it.each([
    ['edition.example.com', 'example.com'],
    ['news.example.co.uk', 'example.co.uk'],
    ['someone.blogspot.com', 'someone.blogspot.com'],
    ['timesofindia.indiatimes.com', 'timesofindia.indiatimes.com'],
    ['rss.folha.uol.com.br', 'folha.uol.com.br'],
  ])('%s → %s', (host, outlet) => {
    expect(toOutletHost(host)).toBe(outlet);
  });

  it('knows platforms by any of their hosts', () => {
    expect(isPlatform('someone.substack.com')).toBe(true);
    expect(isPlatform('example.com')).toBe(false);
  });

  it('reads hosts from addresses and refuses the rest', () => {
    expect(findHost('https://WWW.Example.com/a?b')).toBe('example.com');
    expect(findHost('example.com/path')).toBe('example.com');
    expect(findHost('mailto:a@example.com')).toBeNull();
    expect(findHost('')).toBeNull();
  });
});

describe('countries', () => {
  it.each([
    ['usa (44/180 press freedom)', 'US'],
    ['united kingdom(33/180 press freedom)', 'GB'],
    ['france/germany', 'FR'],
    ['columbia', 'CO'],
    ['unknown', null],
  ])('%s → %s', (name, code) => {
    expect(findCountryByName(name)).toBe(code);
  });

  it('tells national domains from those sold to everyone', () => {
    expect(findCountryByHost('example.fr')).toBe('FR');
    expect(findCountryByHost('example.co.uk')).toBe('GB');
    expect(findCountryByHost('example.tv')).toBeNull();
    expect(findCountryByHost('example.com')).toBeNull();
  });
});

describe('cleanName', () => {
  it.each([
    ['Latest News and News Headlines | Daily Example', 'Daily Example'],
    ['Example Post - Latest News', 'Example Post'],
    ['Top Stories', null],
    ['L&#39;Exemple &amp; Cie', "L'Exemple & Cie"],
    ['The Example RSS Feed', 'The Example'],
  ])('%s → %s', (title, name) => {
    expect(cleanName(title)).toBe(name);
  });
});

describe('chooseFeeds', () => {
  const outlet = { country: 'FR', languages: ['fr'] };
  const choose = (...urls: string[]) =>
    chooseFeeds(
      urls.map((url) => ({ url })),
      outlet,
    ).map(({ url }) => url);

  it('puts the general feed first and leaves subjects out', () => {
    expect(choose('https://a.example/sport/rss', 'https://a.example/world/rss', 'https://a.example/rss')).toEqual([
      'https://a.example/rss',
      'https://a.example/world/rss',
    ]);
  });

  it('leaves out pages on other countries, not those on its own', () => {
    expect(choose('https://a.example/taiwan/rss', 'https://a.example/france/rss')).toEqual([
      'https://a.example/france/rss',
    ]);
  });

  it('keeps one of the same address in https and http', () => {
    expect(choose('http://www.a.example/rss/', 'https://a.example/rss')).toHaveLength(1);
  });

  it('takes no news search and no other protocol', () => {
    expect(choose('https://news.google.com/rss/search?q=a', 'ftp://a.example/rss', 'a.example/rss')).toEqual([]);
  });

  it('takes a news sitemap only where there is no feed', () => {
    const sitemap = { url: 'https://a.example/news-sitemap.xml', format: 'sitemap' as const };
    expect(chooseFeeds([sitemap], outlet)).toEqual([sitemap]);
    expect(chooseFeeds([sitemap, { url: 'https://a.example/rss' }], outlet)).toEqual([
      { url: 'https://a.example/rss' },
    ]);
  });

  it.each([
    ['https://a.example/en/rss', 'en'],
    ['https://a.example/rss/latest-news/en', 'en'],
    ['https://a.example/rss/en.rss', 'en'],
    ['https://a.example/rss-flash-en.xml', 'en'],
    ['https://a.example/includes/news_ru.xml', 'ru'],
    ['https://a.example/?c=rss-all&lang=en', 'en'],
    ['https://a.example/eng/rss/', 'en'],
    ['https://a.example/fre/latest/rss', 'fr'],
    ['https://a.example/sw/rss', 'sw'],
    ['https://rus.a.example/rss', 'ru'],
    ['https://khmer.a.example/api/', 'km'],
    ['https://a.example/outboundfeeds/burmese/rss/', 'my'],
  ])('names the language that the address %s names and the outlet does not start with: %s', (url, lang) => {
    expect(chooseFeeds([{ url }], { country: 'NO', languages: ['no'] })).toEqual([{ url, lang }]);
    expect(chooseFeeds([{ url }], { country: 'CH', languages: [] })).toEqual([{ url, lang }]);
    expect(chooseFeeds([{ url }], { country: null, languages: [lang] })).toEqual([{ url }]);
  });
});

describe('toOutlet', () => {
  it("takes no other outlet's feed, though it has the same name, and those of a service", () => {
    const urls = [
      'http://standard.org.nz/feed/',
      'https://feeds.standard.example/rss',
      'http://feeds.feedburner.com/st',
    ];
    const fact = { source: 'yavuz' as const, host: 'standard.example', feeds: urls.map((url) => ({ url })) };
    expect(toOutlet('standard.example', [fact]).feeds.map(({ url }) => url)).toEqual(urls.slice(1));
  });
});

describe('findOwner', () => {
  const owner = (text: string) =>
    findOwner([{ source: 'kagi', host: 'a.example', owner: text, ownership: 'Private Media' }]);

  it('takes names and leaves sentences', () => {
    expect(owner('Lakson Group').name).toBe('Lakson Group');
    expect(owner('Its capital is controlled by its journalists, who own 10 %.')).toEqual({
      name: null,
      ownership: 'unknown',
    });
  });

  it('takes two spellings of one owner for one', () => {
    const yin = (text: string) => ({ source: 'yin' as const, host: 'a.example', owner: text });
    expect(findOwner([yin('Sinclair'), yin('Sinclair Broadcast Group')]).name).toBe('Sinclair');
    expect(findOwner([yin('Sinclair'), yin('News Corp')]).name).toBeNull();
  });

  it('knows the kind of well-known owners', () => {
    expect(owner('News Corp (Rupert Murdoch)')).toEqual({ name: 'News Corp', ownership: 'conglomerate' });
    expect(owner('Alden Global Capital').ownership).toBe('private-equity');
  });
});

describe('toBiasValue', () => {
  it.each([
    ['left center', 'left-center'],
    ['left-center (by saudi standards)', 'left-center'],
    ['least biased', 'least biased'],
    ['far-right', 'far right'],
    ['extreme-right', 'extreme right'],
    ['right – conspiracy and pseudoscience', 'right conspiracy-pseudoscience'],
    ['far right conspiracy-pseusdoscience', 'right conspiracy-pseudoscience'],
    ['right-psuedoscience', 'right conspiracy-pseudoscience'],
    ['quackery pseudoscience', 'conspiracy-pseudoscience'],
    ['pro-science (left-leaning)', 'pro-science'],
    ['least – pro science', 'pro-science'],
    ['junk news', 'junk news'],
    ['not rated', null],
    ['', null],
  ])('%s → %s', (raw, value) => {
    expect(toBiasValue(raw)).toBe(value);
  });
});

it('reads quoted cells with separators, quotes and line breaks', () => {
  expect(parseTable('a,b\n"x, ""y""","1\n2"\n', ',')).toEqual([{ a: 'x, "y"', b: '1\n2' }]);
});
