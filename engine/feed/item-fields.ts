// The fields of feed items brought into their final form, the same for all formats: addresses, texts, names, limits.
import { LEAD_MAX, TITLE_MAX, URL_MAX } from '../limits.ts';
import { decodeText, htmlToText } from './html-to-text.ts';
import type { FeedItem } from './schema.ts';

/** More items than any feed lists (news sitemaps have 1,000 at most by their own rules). */
const ITEMS_MAX = 1000;

const CATEGORIES_MAX = 20;
const AUTHORS_MAX = 10;

/** What an item without these of its own has from its feed. */
export type FeedDefaults = { readonly base: string; readonly lang: string | null };

/**
 * Absolute http(s) address, null for anything else. `&amp;` is decoded, which is left if a feed encodes twice, as in CDATA; a missing
 * scheme is added.
 */
export function toItemUrl(href: string, baseUrl: string): string | null {
  const text = href
    .trim()
    .replace(/&(?:amp|#0*38);/gi, '&')
    .replace(/^(?=www\.[^/]+\.)/i, 'https://');
  if (text === '' || text.length > URL_MAX * 4 || !URL.canParse(text, baseUrl)) return null;
  const url = new URL(text, baseUrl);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

/** The id where it is an address, else ''; a number or name would be read as a relative address. */
export function toIdAddress(id: string): string {
  return /^https?:\/\//i.test(id) ? id : '';
}

/** A nested xml:base may itself be relative. */
export function toBaseUrl(base: string | undefined, above: string): string {
  return toItemUrl(base ?? '', above) ?? above;
}

export function toTitle(text: string, type: 'html' | 'plain'): string {
  return cut(readerOf(type)(text, TITLE_MAX), TITLE_MAX);
}

/**
 * What publishing systems add to a text: "<p>The post <a …>Two hurt</a> appeared first on <a …>Herald</a>.</p>" (WordPress, in any
 * language), or behind the last paragraph "<a …>Continue reading…</a>".
 */
const FOOTER = /(?:<p>(?:[^<]{2,60}<a\s[^<>]*>[^<]*<\/a>){2}\.?<\/p>|<\/p>\s*<a\s[^<>]*>[^<]*<\/a>)\s*$/;

export function toSummary(text: string, type: 'html' | 'plain'): string {
  return cut(readerOf(type)(text.replace(FOOTER, ''), LEAD_MAX), LEAD_MAX);
}

const readerOf = (type: 'html' | 'plain') => (type === 'html' ? htmlToText : decodeText);

/** `en-US`, `de`; null for anything that is not a language tag. */
export function toLang(text: string | undefined): string | null {
  const tag = (text ?? '').trim().replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag) ? tag : null;
}

/** "desk@example.test (Ada Example)" and "Bo Roe" → "Ada Example, Bo Roe". */
export function toAuthor(texts: readonly string[]): string | null {
  const names = texts.slice(0, AUTHORS_MAX).map(toName);
  return names.filter((name) => name !== '').join(', ') || null;
}

function toName(text: string): string {
  const plain = cut(htmlToText(text, 400), 200);
  return (
    /^\S+@\S+\s*\(([^)]+)\)$/.exec(plain)?.[1] ?? plain.replace(/\s*[<(]?[^\s@]+@[^\s@]+\.[^\s>)]+[>)]?/, '').trim()
  );
}

export function toCategories(texts: readonly string[]): readonly string[] {
  const names = texts.slice(0, CATEGORIES_MAX).map((text) => cut(htmlToText(text, 100), 100));
  return [...new Set(names.filter((name) => name !== ''))];
}

/** Titles are often missing in short-message feeds: the beginning of the text stands in. */
export function titleOr(title: string, summary: string): string {
  if (title !== '') return title;
  const sentence = /^.{20,150}?[.!?…](?=\s|$)/u.exec(summary)?.[0] ?? summary.slice(0, 120);
  return cut(sentence, TITLE_MAX);
}

/** The first readable, non-empty value of a field that has several names. */
export function readFirst<Value>(texts: readonly string[], read: (text: string) => Value | null): Value | null {
  for (const text of texts) {
    const value = read(text);
    if (value !== null && value !== '') return value;
  }
  return null;
}

/** The first `ITEMS_MAX` items that can be read. */
export function readItems<Written>(
  written: readonly Written[],
  read: (item: Written) => FeedItem | null,
): readonly FeedItem[] {
  const items: FeedItem[] = [];
  for (const one of written) {
    if (items.length >= ITEMS_MAX) break;
    const item = read(one);
    if (item !== null) items.push(item);
  }
  return items;
}

function cut(text: string, max: number): string {
  return text.length <= max
    ? text
    : text
        .slice(0, max)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd();
}
