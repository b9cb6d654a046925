// Reads JSON Feed 1 and 1.1: every field optional and parsed on its own, so that one bad item spoils no other.
import {
  type FeedDefaults,
  readFirst,
  readItems,
  titleOr,
  toAuthor,
  toCategories,
  toIdAddress,
  toItemUrl,
  toLang,
  toSummary,
  toTitle,
} from './item-fields.ts';
import { parseDate } from './parse-date.ts';
import type { FeedItem, ParsedFeed } from './schema.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Null for JSON that is no feed. */
export function readJsonFeed(json: unknown, baseUrl: string): ParsedFeed | null {
  if (!isFields(json) || !Array.isArray(json.items)) return null;
  const homepage = toItemUrl(textOf(json.home_page_url), baseUrl);
  const lang = toLang(textOf(json.language));
  return {
    format: 'json-feed',
    title: toTitle(textOf(json.title), 'plain'),
    homepage,
    lang,
    ttlMinutes: null,
    items: readItems(json.items, (item: unknown) =>
      isFields(item) ? readItem(item, { base: homepage ?? baseUrl, lang }) : null,
    ),
  };
}

function readItem(item: Fields, feed: FeedDefaults): FeedItem | null {
  const addresses = [textOf(item.url), textOf(item.external_url), toIdAddress(textOf(item.id))];
  const url = readFirst(addresses, (address) => toItemUrl(address, feed.base));
  const summary =
    toSummary(textOf(item.summary), 'plain') ||
    toSummary(textOf(item.content_text), 'plain') ||
    toSummary(textOf(item.content_html), 'html');
  const title = titleOr(toTitle(textOf(item.title), 'plain'), summary);
  if (url === null || title === '') return null;
  const lang = toLang(textOf(item.language)) ?? feed.lang;
  const authors: readonly unknown[] = Array.isArray(item.authors) ? item.authors : [item.author];
  return {
    url,
    title,
    summary,
    publishedAt: parseDate(textOf(item.date_published), lang),
    updatedAt: parseDate(textOf(item.date_modified), lang),
    lang,
    author: toAuthor(authors.map((author) => (isFields(author) ? textOf(author.name) : ''))),
    categories: toCategories(Array.isArray(item.tags) ? item.tags.map(textOf) : []),
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Ids are numbers in some feeds, against the specification. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
