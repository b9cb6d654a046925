// Articles from feed items and pages: what is cleaned, truncated, dropped and not trusted. All content is invented.
import { describe, expect, it } from 'vitest';
import { clipText, decideLanguage, plausibleTime } from '../../../../engine/article/article-text.ts';
import { type FeedItemSource, toArticle } from '../../../../engine/article/from-feed-item.ts';
import { toProbe } from '../../../../engine/article/from-page.ts';
import { stripSiteName } from '../../../../engine/article/strip-site-name.ts';
import type { FeedItem } from '../../../../engine/feed/schema.ts';
import { OutletId, toArticleId } from '../../../../engine/ids.ts';
import { LEAD_MAX, TITLE_MAX } from '../../../../engine/limits.ts';
import { Article } from '../../../../engine/schema.ts';
import { loadLanguageIdentifier } from '../../../../engine/text/identify-language.ts';

const NOW = Date.UTC(2026, 4, 3, 12);
const MINUTE = 60_000;

const ITEM: FeedItem = {
  url: 'http://www.example.test/news/harbour?utm_source=rss',
  title: 'Two hurt in harbour fire | Example News',
  summary: 'HARBOUR TOWN (AP) — Two people were hurt.',
  publishedAt: NOW - 5 * MINUTE,
  updatedAt: null,
  lang: null,
  author: null,
  categories: ['World'],
};

function make(item: Partial<FeedItem>, source: Partial<FeedItemSource> = {}) {
  return toArticle({
    item: { ...ITEM, ...item },
    feed: { title: 'World - Example News', lang: 'en-GB', homepage: 'https://www.example.test/world/' },
    outletId: OutletId.parse('example'),
    feedLang: null,
    now: NOW,
    identifyLanguage: () => ({ lang: 'und', isReliable: false }),
    ...source,
  });
}

describe('toArticle', () => {
  it('gives an article that the schema accepts', () => {
    const article = make({});
    expect(Article.parse(article)).toEqual({
      id: toArticleId('https://example.test/news/harbour'),
      url: 'https://example.test/news/harbour',
      link: 'http://www.example.test/news/harbour?utm_source=rss',
      outletId: 'example',
      title: 'Two hurt in harbour fire',
      lead: 'HARBOUR TOWN — Two people were hurt.',
      lang: 'en',
      kind: 'report',
      publishedAt: NOW - 5 * MINUTE,
      firstSeenAt: NOW,
      credit: 'AP',
    });
  });

  it.each([
    ['no title', { title: '  ' }],
    ['a title that is only an agency', { title: '(Reuters)' }],
    ['no address', { url: '' }],
    ['an address that is none', { url: 'tag:example.test,2026:1' }],
    ['the front page', { url: 'https://www.example.test/' }],
    ['the homepage of the feed', { url: 'https://example.test/world' }],
  ])('is null for %s', (_, item) => {
    expect(make(item)).toBeNull();
  });

  it.each([
    [NOW + 10 * MINUTE, NOW + 10 * MINUTE],
    [NOW + 10 * MINUTE + 1, null],
    [Date.UTC(1995, 0, 1), Date.UTC(1995, 0, 1)],
    [Date.UTC(1995, 0, 1) - 1, null],
    [0, null],
    [null, null],
    [Number.NaN, null],
  ])('published at %s is kept as %s', (publishedAt, kept) => {
    expect(make({ publishedAt })?.publishedAt).toBe(kept);
    expect(plausibleTime(publishedAt, NOW)).toBe(kept);
  });

  it('falls back to the time of the update', () => {
    expect(make({ publishedAt: null, updatedAt: NOW - MINUTE })?.publishedAt).toBe(NOW - MINUTE);
  });

  it('keeps within the limits of the schema', () => {
    const article = make({ title: 'word '.repeat(1000), summary: '漢'.repeat(5000), author: 'x'.repeat(9999) });
    expect(Article.safeParse(article).success).toBe(true);
    expect(article?.title.length).toBeLessThanOrEqual(TITLE_MAX);
    expect(article?.lead.length).toBe(LEAD_MAX);
  });

  it('leaves the lead empty if it only repeats the title', () => {
    expect(make({ title: 'Two hurt', summary: 'Two hurt' })?.lead).toBe('');
  });
});

describe('decideLanguage, of languages that the statistics take for others', () => {
  it.each([
    ['id', 'Presiden tiba di pelabuhan untuk membuka jembatan baru yang dibangun selama tiga tahun'],
    ['sr', 'Predsednik je stigao u luku da otvori novi most koji je građen tri godine'],
    ['bs', 'Predsjednik je stigao u luku da otvori novi most koji je građen tri godine'],
    ['mk', 'Претседателот пристигна во пристаништето за да го отвори новиот мост'],
    ['no', 'Presidenten kom til havnen for å åpne den nye broen som ble bygget på tre år'],
    ['hi', 'चुनाव आयोग की बैठक आज'],
    ['uk', 'Суд арештував депутата'],
    ['bg', 'Взрив в Харков'],
    ['ru', 'Умер актер театра'],
    ['cs', 'Vláda schválila rozpočet'],
    ['ja', '衆院選公示、与野党党首が第一声　物価高対策や政治改革争点 投開票27日'],
  ])('%s stays what it is labelled as, by whichever label', async (lang, text) => {
    const identifyLanguage = await loadLanguageIdentifier();
    expect(decideLanguage(text, { labels: [lang], identifyLanguage })).toBe(lang);
    expect(decideLanguage(text, { labels: [undefined, 'xx-unknown', lang], identifyLanguage })).toBe(lang);
  });

  it('trusts a declared language that agrees with the text', async () => {
    const identifyLanguage = await loadLanguageIdentifier();
    expect(decideLanguage('शेतकऱ्यांचे आंदोलन सुरू', { labels: ['hi', 'mr'], identifyLanguage })).toBe('mr');
  });

  it('does not trust a declared language if the text is plainly in another one', async () => {
    const identifyLanguage = await loadLanguageIdentifier();
    const text = 'The president came to the harbour to open the new bridge that was built within three years';
    expect(decideLanguage(text, { labels: ['id'], identifyLanguage })).toBe('en');
  });

  it.each([
    ['nb', 'no'],
    ['nn-NO', 'no'],
    ['in', 'id'],
    ['iw', 'he'],
    ['ua', 'uk'],
    ['cz-CZ', 'cs'],
  ])('a label of %s is %s', (label, lang) => {
    const identifyLanguage = () => ({ lang: 'und', isReliable: false });
    expect(decideLanguage('text', { labels: [label], identifyLanguage })).toBe(lang);
  });
});

describe('decideLanguage', () => {
  const sure = () => ({ lang: 'de', isReliable: true });
  const unsure = () => ({ lang: 'de', isReliable: false });

  it.each([
    ['a sure text', ['en'], sure, 'de'],
    ['an unsure text with a label', ['en-US'], unsure, 'en'],
    ['an empty label', ['', null, 'PT_br'], unsure, 'pt'],
    ['a label of three letters', ['eng-US'], unsure, 'en'],
    ['a label of three letters of old', ['GER'], () => ({ lang: 'nl', isReliable: false }), 'de'],
    ['a language without two letters', ['fil'], unsure, 'fil'],
    ['a label that says nothing', ['und', 'ita'], unsure, 'it'],
    ['a label that is none', ['english', undefined], unsure, 'de'],
    ['nothing', [], () => ({ lang: 'und', isReliable: true }), 'und'],
    ['an answer out of range', [], () => ({ lang: 'zh-Hant', isReliable: true }), 'und'],
  ] as const)('%s', (_, labels, identifyLanguage, lang) => {
    expect(decideLanguage('text', { labels, identifyLanguage })).toBe(lang);
  });
});

describe('clipText', () => {
  it.each([
    ['a  b\n c', 20, 'a b c'],
    ['abcdef', 6, 'abcdef'],
    ['abcdefg', 6, 'abcde…'],
    ['aaaa bbbb cc', 11, 'aaaa bbbb…'],
    ['abc😀d', 5, 'abc…'],
    ['a\ud800b', 5, 'a\ufffdb'],
    ['\u200b', 5, ''],
  ])('%j to %i → %j', (text, max, clipped) => {
    expect(clipText(text, max)).toBe(clipped);
  });
});

describe('stripSiteName', () => {
  it.each([
    ['Two hurt | Example News', 'Example News', 'Two hurt'],
    ['Two hurt - Example News', 'Example News RSS', 'Two hurt'],
    ['Two hurt – World – Example News', 'World - Example News', 'Two hurt'],
    ['Two hurt - The Example', 'Example', 'Two hurt'],
    ['Two hurt｜例新聞', '例新聞', 'Two hurt'],
    ['二人受伤_时政_例日报网', '例日报网_时政', '二人受伤'],
    ['二人受伤-例日报', '例日报', '二人受伤'],
    ['“二人受伤”——例日报', '例日报', '“二人受伤”'],
    ['2人がけが：例新聞デジタル', '例新聞デジタル', '2人がけが'],
    ['例新聞：2人がけが', '例新聞', '例新聞：2人がけが'],
    ['二人受伤：警察', '例新聞', '二人受伤：警察'],
    ['Two hurt - police', 'Example News', 'Two hurt - police'],
    ['Example News', 'Example News', 'Example News'],
    ['Two-Example', 'Example', 'Two-Example'],
  ])('%j of %j → %j', (title, site, stripped) => {
    expect(stripSiteName(title, [site, null])).toBe(stripped);
  });
});

describe('toProbe', () => {
  const PAGE = {
    url: 'https://m.example.test/a/?utm_source=x',
    title: 'Two hurt | Example News',
    lead: 'Two people were hurt. (AFP)',
    author: null,
    siteName: 'Example News',
    lang: 'en-GB',
    kind: 'report' as const,
    publishedAt: NOW,
    credit: null,
  };
  const rest = {
    outletId: OutletId.parse('example'),
    now: NOW,
    identifyLanguage: () => ({ lang: 'und', isReliable: false }),
  };

  it('cleans as for feeds', () => {
    expect(toProbe({ article: PAGE, ...rest })).toEqual({
      url: 'https://example.test/a',
      outletId: 'example',
      title: 'Two hurt',
      lead: 'Two people were hurt. (AFP)',
      lang: 'en',
      kind: 'report',
      publishedAt: NOW,
      credit: 'AFP',
      sourceUrl: null,
    });
  });

  it.each([
    ['of another', 'http://www.wire.test/a/?utm_source=x', 'https://wire.test/a'],
    ['of the page itself', 'https://example.test/a#top', null],
  ])('makes the address that a page names as its source canonical: %s', (_, sourceUrl, canonical) => {
    expect(toProbe({ article: { ...PAGE, sourceUrl }, ...rest }).sourceUrl).toBe(canonical);
  });

  it('believes the credit that the page marks when the text has none', () => {
    expect(toProbe({ article: { ...PAGE, lead: '', credit: ' Example Wire ' }, ...rest }).credit).toBe('Example Wire');
    expect(toProbe({ article: { ...PAGE, lead: '', credit: ' ' }, ...rest }).credit).toBeNull();
    expect(toProbe({ article: { ...PAGE, publishedAt: NOW + 1e9 }, ...rest }).publishedAt).toBeNull();
  });
});
