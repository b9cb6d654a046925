// Decides which addresses are one article: its canonical URL, the key of the article on devices and servers.
//
//   http://m.example.test:80/a/story/amp/?utm_source=x&id=7#top  →  https://example.test/a/story?id=7
//
// Rules only remove what cannot distinguish two articles; anything that might (a parameter of unknown meaning, the case of
// a path) stays. They are applied until nothing changes, so the result is its own canonical URL.
// A content script carries this file: it imports nothing but data.
import { URL_MAX } from '../limits.ts';
import { trimSlashes } from '../text/address-path.ts';
import { ARTICLE_QUERY } from './article-query.ts';
import { keepRoute, namesArticle } from './naming-parts.ts';
import {
  TRACKING_NAMES,
  TRACKING_ON_HOSTS,
  TRACKING_PREFIXES,
  TRACKING_VALUES,
  VARIANT_VALUES,
} from './tracking-params.ts';

/** Longer addresses are data, not addresses, and are not even parsed. */
const INPUT_MAX = 16_384;

/**
 * Real wrappers are nested two deep (a cache of an AMP page), and each label of `www.m.` takes a pass. A URL that still changes
 * after this many is hostile, and each pass reads up to 16 kB again.
 */
const PASSES_MAX = 8;

/** Null for what is no http(s) address, or is too long to be a key. */
export function canonicalizeUrl(url: string): string | null {
  if (url.length > INPUT_MAX) return null;
  let current = simplify(url);
  for (let pass = 1; pass < PASSES_MAX && current !== null && current.length <= INPUT_MAX; pass += 1) {
    const next = simplify(current);
    if (next === current) return current.length <= URL_MAX ? current : null;
    current = next;
  }
  return null;
}

function simplify(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === '') return null;
  const wrapped = unwrapAmpCache(url);
  if (wrapped !== null) return wrapped;
  const host = simplifyHost(url.hostname);
  const port = url.port === '' ? '' : `:${url.port}`;
  const path = simplifyPath(url.pathname);
  return `https://${host}${port}${path}${simplifyQuery(url.search, { host, path })}${keepRoute(url.hash)}`;
}

const AMP_CACHE = /(^|\.)(cdn\.ampproject\.org|bing-amp\.com)$/;
const GOOGLE = /^(www\.)?google\.(com|[a-z]{2}|com?\.[a-z]{2})$/;

/** The address inside `…cdn.ampproject.org/c/s/example.test/a` or `google.com/amp/s/example.test/a`, null outside of them. */
function unwrapAmpCache({ hostname, pathname, search }: URL): string | null {
  const pattern = AMP_CACHE.test(hostname)
    ? /^\/[a-z]\/(?:s\/)?(.+)$/
    : GOOGLE.test(hostname)
      ? /^\/amp\/(?:s\/)?(.+)$/
      : null;
  const inner = pattern?.exec(pathname)?.[1];
  return inner === undefined || !/^[^/]+\.[^/]+/.test(inner) ? null : `https://${inner}${search}`;
}

/** Labels for a device, as in `m.example.test` and `en.m.example.test`; and `www.`, which means nothing. */
const DEVICE_HOST = /^(?:www|amp|m|mobile|mobil)\.(?=.+\.)|(?<=^[a-z]{2}\.)m\.(?=.+\.)/;

/** Public suffixes: `m.co.uk` without its first label would be no site. */
const SECOND_LEVEL_SUFFIX = /^(?:ac|co|com|edu|go|gov|ne|net|or|org)\.[a-z]{2}$/;

function simplifyHost(hostname: string): string {
  const host = hostname.replace(/\.$/, '');
  const desktop = host.replace(DEVICE_HOST, '');
  return SECOND_LEVEL_SUFFIX.test(desktop) ? host : desktop;
}

function simplifyPath(pathname: string): string {
  const path = trimSlashes(withoutVariants(normalizeEscapes(pathname))) || '/';
  const article = path.replace(/\/(?:print|page\/\d{1,2})$/i, '');
  return namesArticle(article) ? article : path;
}

/** Searches for substrings first, since most paths have none of these and a pattern has to be compiled. */
function withoutVariants(path: string): string {
  const lower = path.toLowerCase();
  let bare = path;
  if (lower.includes(';jsessionid=')) bare = bare.replace(/;jsessionid=[^/;]*/i, '');
  if (lower.includes('amp')) {
    bare = bare
      .replace(/^(?:\/amp)+(?=\/)/i, '')
      .replace(/\/amp(?:\.html?)?\/*$/i, '/')
      .replace(/\.amp(?=\.html?$|$)/i, '');
  }
  if (!lower.includes('/index.') && !lower.includes('/default.')) return bare;
  return bare.replace(/\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i, '/');
}

/** RFC 3986, 6.2.2: capital digits, and no escapes where none is needed. */
function normalizeEscapes(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/%[0-9a-f]{2}/gi, (octet) => {
    const char = String.fromCharCode(Number.parseInt(octet.slice(1), 16));
    return /[\w.~-]/.test(char) ? char : octet.toUpperCase();
  });
}

type Place = { readonly host: string; readonly path: string };

/** The kept parameters sorted by name; repeated ones stay in their order, which can matter. */
function simplifyQuery(search: string, { host, path }: Place): string {
  if (search === '') return '';
  const telling = normalizeEscapes(search.slice(1))
    .split('&')
    .filter((part) => part !== '' && !isTracking(part, host));
  const isNamed = namesArticle(path) || ARTICLE_QUERY.test(`?${telling.join('&')}`);
  const kept = telling
    .filter((part) => !isNamed || !isVariant(part))
    .map((part) => ({ part, name: nameOf(part) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return kept.length === 0 ? '' : `?${kept.map(({ part }) => part).join('&')}`;
}

function nameOf(part: string): string {
  const end = part.indexOf('=');
  return end < 0 ? part : part.slice(0, end);
}

function isTracking(part: string, host: string): boolean {
  const { name, value } = readParameter(part);
  if (TRACKING_NAMES.has(name) || TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix))) return true;
  return hasMatch(TRACKING_VALUES, { name, text: value }) || hasMatch(TRACKING_ON_HOSTS, { name, text: host });
}

function isVariant(part: string): boolean {
  const { name, value } = readParameter(part);
  return hasMatch(VARIANT_VALUES, { name, text: value });
}

function readParameter(part: string): { readonly name: string; readonly value: string } {
  const name = nameOf(part).toLowerCase();
  return { name, value: part.slice(name.length + 1).toLowerCase() };
}

function hasMatch(
  patterns: Readonly<Record<string, RegExp>>,
  { name, text }: { readonly name: string; readonly text: string },
): boolean {
  return Object.hasOwn(patterns, name) && (patterns[name]?.test(text) ?? false);
}
