// Reads news sitemaps: addresses with the title, time and language that the news extension adds to them.
import { readItems, toCategories, toItemUrl, toLang, toTitle } from './item-fields.ts';
import { parseDate } from './parse-date.ts';
import type { FeedItem, ParsedFeed } from './schema.ts';
import { childOf, childrenOf, childText, descendantsOf, type XmlDocument, type XmlElement } from './xml-tree.ts';

/** Null for a sitemap of plain addresses: without titles it says nothing about news. */
export function readSitemap({ root, baseUrl }: XmlDocument): ParsedFeed | null {
  const urls = childrenOf(root, 'url');
  const hasNews = urls.some((url) => childOf(url, 'news:news') !== null);
  if (urls.length > 0 && !hasNews) return null;
  const publication = descendantsOf(root, 'news:publication')[0];
  return {
    format: 'news-sitemap',
    title: publication === undefined ? '' : toTitle(childText(publication, 'news:name'), 'html'),
    homepage: null,
    lang: publication === undefined ? null : toLang(childText(publication, 'news:language')),
    ttlMinutes: null,
    items: readItems(urls, (url) => readUrl(url, baseUrl)),
  };
}

function readUrl(element: XmlElement, baseUrl: string): FeedItem | null {
  const news = childOf(element, 'news:news');
  const url = toItemUrl(childText(element, 'loc'), baseUrl);
  const title = news === null ? '' : toTitle(childText(news, 'news:title'), 'html');
  if (news === null || url === null || title === '') return null;
  const publication = childOf(news, 'news:publication') ?? news;
  const lang = toLang(childText(publication, 'news:language'));
  return {
    url,
    title,
    summary: '',
    publishedAt: parseDate(childText(news, 'news:publication_date'), lang),
    updatedAt: parseDate(childText(element, 'lastmod'), lang),
    lang,
    author: null,
    categories: toCategories([
      ...childText(news, 'news:keywords').split(','),
      ...childText(news, 'news:genres').split(','),
    ]),
  };
}
