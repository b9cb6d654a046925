// Parses a feed of any format: tolerant of errors, strict about limits.
//
//   text ─┬─ {…} ───────▶ JSON Feed
//         └─ XML tree ─┬─ rss, channel ─▶ RSS    ├─ feed, entry ─▶ Atom
//                      ├─ rdf:RDF ──────▶ RDF    └─ urlset ──────▶ news sitemap     anything else: not-a-feed
import { err, ok } from '../result.ts';
import { readAtom } from './read-atom.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { readRss } from './read-rss.ts';
import { readSitemap } from './read-sitemap.ts';
import type { FeedParseResult } from './schema.ts';
import { parseXml } from './xml-tree.ts';

/** In UTF-16 units; the fetcher's limit of 5 MiB never decodes to more. */
export const FEED_TEXT_MAX = 5 * 1024 * 1024;

export type FeedText = {
  readonly text: string;
  /** Where the feed was fetched from: relative addresses start there. */
  readonly baseUrl: string;
};

export function parseFeed({ text, baseUrl }: FeedText): FeedParseResult {
  if (text.length > FEED_TEXT_MAX) return err({ reason: 'too-large', bytes: text.length });
  const source = withoutWarnings(text.replace(/^[\s\ufeff\0]+/u, ''));
  if (source === '') return err({ reason: 'empty' });
  if (source.startsWith('{') || source.startsWith('[')) return parseJson(source, baseUrl);
  return parseXmlFeed(source, baseUrl);
}

const WARNINGS_MAX = 4096;

/** Without a publishing system's error messages before the document: "<br /><b>Warning</b>: … on line 3". */
function withoutWarnings(source: string): string {
  if (!/^<(?:br|b|p|pre|div|table)\b/i.test(source)) return source;
  const start = source.slice(0, WARNINGS_MAX).search(/<\?xml\s|<rss[\s>]/i);
  return start < 0 ? source : source.slice(start);
}

function parseJson(source: string, baseUrl: string): FeedParseResult {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch {
    return err({ reason: 'malformed', detail: 'JSON that does not parse' });
  }
  const feed = readJsonFeed(json, baseUrl);
  return feed === null ? err({ reason: 'not-a-feed', found: 'json' }) : ok(feed);
}

function parseXmlFeed(source: string, baseUrl: string): FeedParseResult {
  const xml = parseXml(source);
  if (!xml.ok) return err({ reason: 'malformed', detail: xml.error });
  const root = xml.value;
  if (root === null) {
    return source.startsWith('<') ? err({ reason: 'empty' }) : err({ reason: 'not-a-feed', found: 'text' });
  }
  const document = { root, baseUrl };
  switch (root.name) {
    case 'rss':
    case 'channel':
      return ok(readRss(document, 'rss'));
    case 'rdf':
      return ok(readRss(document, 'rdf'));
    case 'feed':
    case 'entry':
      return ok(readAtom(document));
    case 'urlset': {
      const sitemap = readSitemap(document);
      return sitemap === null ? err({ reason: 'not-a-feed', found: 'xml' }) : ok(sitemap);
    }
    default:
      return err({
        reason: 'not-a-feed',
        found: isHtml(source, root.name) ? 'html' : source.startsWith('<') ? 'xml' : 'text',
      });
  }
}

function isHtml(source: string, rootName: string): boolean {
  return /^(?:html|head|body|xhtml:html|div|p|script|meta|title)$/.test(rootName) || /^<!doctype html/i.test(source);
}
