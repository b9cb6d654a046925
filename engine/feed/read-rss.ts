// Reads RSS 0.9 to 2.0 and RDF: channels with items inside or beside them, and the modules that news outlets use.
import {
  type FeedDefaults,
  readFirst,
  readItems,
  titleOr,
  toAuthor,
  toBaseUrl,
  toCategories,
  toIdAddress,
  toItemUrl,
  toLang,
  toSummary,
  toTitle,
} from './item-fields.ts';
import { parseDate } from './parse-date.ts';
import type { FeedItem, ParsedFeed } from './schema.ts';
import {
  childOf,
  childrenOf,
  childText,
  childTexts,
  descendantsOf,
  textOf,
  type XmlDocument,
  type XmlElement,
} from './xml-tree.ts';

export function readRss({ root, baseUrl }: XmlDocument, format: 'rss' | 'rdf'): ParsedFeed {
  const channel = childOf(root, 'channel') ?? root;
  const declaredBase = channel.attributes['xml:base'] ?? root.attributes['xml:base'];
  const base = toBaseUrl(declaredBase, baseUrl);
  const lang = toLang(childText(channel, 'language', 'dc:language') || root.attributes['xml:lang']);
  const homepage = toItemUrl(childText(channel, 'link'), base);
  const itemBase = declaredBase ? base : (homepage ?? base);
  return {
    format,
    title: toTitle(childText(channel, 'title', 'dc:title'), 'html'),
    homepage,
    lang,
    ttlMinutes: readTtl(channel),
    items: readItems(descendantsOf(root, 'item'), (item) => readItem(item, { base: itemBase, lang })),
  };
}

function readItem(item: XmlElement, feed: FeedDefaults): FeedItem | null {
  const base = toBaseUrl(item.attributes['xml:base'], feed.base);
  const url = findUrl(item, base);
  if (url === null) return null;
  const summaries = [
    ...childTexts(item, 'description', 'atom:summary', 'media:description', 'content:encoded'),
    ...childTexts(item, 'itunes:summary', 'dc:description'),
    childText(childOf(item, 'media:group', 'media:content') ?? item, 'media:description'),
  ];
  // The first one may contain a picture and no text.
  const summary = readFirst(summaries, (text) => toSummary(text, 'html')) ?? '';
  const title = titleOr(
    toTitle(childText(item, 'title', 'media:title', 'dc:title', 'atom:title', 'itunes:title'), 'html'),
    summary,
  );
  if (title === '') return null;
  const lang = toLang(childText(item, 'dc:language', 'language') || item.attributes['xml:lang']) ?? feed.lang;
  const toTime = (text: string) => parseDate(text, lang);
  return {
    url,
    title,
    summary,
    publishedAt: readFirst(
      childTexts(item, 'pubdate', 'dc:date', 'dcterms:issued', 'dcterms:created', 'atom:published', 'date'),
      toTime,
    ),
    updatedAt: readFirst(childTexts(item, 'atom:updated', 'dcterms:modified', 'lastbuilddate'), toTime),
    lang,
    author: toAuthor(childTexts(item, 'dc:creator', 'author', 'itunes:author', 'atom:author')),
    categories: toCategories(
      ['category', 'dc:subject', 'media:category'].flatMap((name) => childrenOf(item, name).map(textOf)),
    ),
  };
}

/** The publisher's own address before that of a counting redirect; a guid only where it may be an address. */
function findUrl(item: XmlElement, base: string): string | null {
  const guid = childOf(item, 'guid');
  const isPermalink = guid?.attributes.ispermalink?.trim().toLowerCase() !== 'false';
  const guidAddress = toIdAddress(textOf(guid));
  const atomLink = childrenOf(item, 'atom:link').find(
    ({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate',
  );
  const candidates = [
    childText(item, 'feedburner:origlink'),
    ...childrenOf(item, 'link').map((link) => textOf(link) || (link.attributes.href ?? '')),
    atomLink?.attributes.href ?? '',
    isPermalink ? guidAddress : '',
    item.attributes['rdf:about'] ?? '',
    guidAddress,
  ];
  return readFirst(candidates, (candidate) => toItemUrl(candidate, base));
}

const PERIOD_MINUTES: ReadonlyMap<string, number> = new Map([
  ['hourly', 60],
  ['daily', 1440],
  ['weekly', 10_080],
  ['monthly', 43_200],
  ['yearly', 525_600],
]);

/** ttl in minutes, or "sy:updateFrequency times per sy:updatePeriod". */
function readTtl(channel: XmlElement): number | null {
  const ttl = Number(childText(channel, 'ttl') || Number.NaN);
  if (Number.isFinite(ttl) && ttl > 0) return Math.round(ttl);
  const period = PERIOD_MINUTES.get(childText(channel, 'sy:updateperiod').toLowerCase());
  if (period === undefined) return null;
  const times = Number(childText(channel, 'sy:updatefrequency') || 1);
  return times >= 1 ? Math.max(1, Math.round(period / times)) : period;
}
