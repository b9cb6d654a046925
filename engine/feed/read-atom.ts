// Reads Atom 0.3 and 1.0: typed texts, links by relation, xml:base and xml:lang at every level.
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

export function readAtom({ root, baseUrl }: XmlDocument): ParsedFeed {
  const base = toBaseUrl(root.attributes['xml:base'], baseUrl);
  const lang = toLang(root.attributes['xml:lang'] || childText(root, 'dc:language'));
  const homepage = toItemUrl(findLink(root), base);
  const entries = root.name === 'entry' ? [root] : descendantsOf(root, 'entry');
  return {
    format: 'atom',
    title: root.name === 'entry' ? '' : readText(childOf(root, 'title'), toTitle),
    homepage,
    lang,
    ttlMinutes: null,
    items: readItems(entries, (entry) => readEntry(entry, { base, lang })),
  };
}

function readEntry(entry: XmlElement, feed: FeedDefaults): FeedItem | null {
  const base = toBaseUrl(entry.attributes['xml:base'], feed.base);
  const addresses = [childText(entry, 'feedburner:origlink'), findLink(entry), toIdAddress(childText(entry, 'id'))];
  const url = readFirst(addresses, (address) => toItemUrl(address, base));
  if (url === null) return null;
  const body = childOf(entry, 'summary', 'content', 'media:description');
  const content = childOf(entry, 'content');
  const summary =
    readText(body, toSummary) ||
    readText(content, toSummary) ||
    toSummary(childText(childOf(entry, 'media:group') ?? entry, 'media:description'), 'html');
  const title = titleOr(readText(childOf(entry, 'title', 'media:title', 'dc:title'), toTitle), summary);
  if (title === '') return null;
  const authors = childrenOf(entry, 'author').map((author) => childText(author, 'name') || textOf(author));
  const lang = toLang(entry.attributes['xml:lang'] ?? content?.attributes['xml:lang']) ?? feed.lang;
  const toTime = (text: string) => parseDate(text, lang);
  return {
    url,
    title,
    summary,
    publishedAt: readFirst(childTexts(entry, 'published', 'issued', 'dc:date', 'created', 'pubdate'), toTime),
    updatedAt: readFirst(childTexts(entry, 'updated', 'modified', 'dcterms:modified'), toTime),
    lang,
    author: toAuthor([...authors, ...childTexts(entry, 'dc:creator')]),
    categories: toCategories([
      ...childrenOf(entry, 'category').map((c) => c.attributes.label || c.attributes.term || textOf(c)),
      ...childrenOf(entry, 'dc:subject').map(textOf),
    ]),
  };
}

/** The page that the entry stands for: rel alternate (or none), HTML before other types, never the feed itself. */
function findLink(element: XmlElement): string {
  const links = childrenOf(element, 'link');
  const alternates = links.filter(({ attributes }) => {
    const rel = (attributes.rel ?? '').trim().toLowerCase();
    return rel === '' || rel === 'alternate' || rel.endsWith('/alternate');
  });
  const html = alternates.find(({ attributes }) => /^(?:text\/html|application\/xhtml)/i.test(attributes.type ?? ''));
  const untyped = alternates.find(
    ({ attributes }) => !/^(?:application|audio|video|image)\//i.test(attributes.type ?? ''),
  );
  const link = html ?? untyped ?? alternates[0];
  return link === undefined ? '' : link.attributes.href || textOf(link);
}

/** Signs of HTML in a text: closing tags of common elements, and elements that have none. */
const MARKUP =
  /<\/(?:[abipqsu]|em|strong|div|span|font|h[1-6]|[ou]l|li|blockquote|figure|table|cite|su[bp]|small|code)>|<(?:br|hr|img)(?:\s[^<>]*)?\/?>/i;

/** Text without a type is plain by the standard; many feeds forget to say that theirs is HTML. */
function typeOf({ attributes }: XmlElement, text: string): 'html' | 'plain' {
  const type = (attributes.type ?? '').trim().toLowerCase();
  if (attributes.mode?.toLowerCase() === 'escaped' || type.includes('html')) return 'html';
  return type === '' && MARKUP.test(text) ? 'html' : 'plain';
}

/** Base64 (Atom 0.3), pictures and other attachments are not read as text. */
function readText(element: XmlElement | null, toText: typeof toTitle): string {
  const { mode = '', type = '' } = element?.attributes ?? {};
  if (element === null || mode === 'base64' || (type.includes('/') && !/^text\/|xhtml/i.test(type))) return '';
  const text = textOf(element);
  return toText(text, typeOf(element, text));
}
