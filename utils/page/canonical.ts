// Decides the article's address: what the page declares where that is believable, else the address bar. The worker makes
// it canonical: what that takes need not be loaded into every page.
import { keepRoute, namesArticle } from '../../engine/article/naming-parts.ts';
import { URL_MAX } from '../../engine/limits.ts';
import { trimSlashes } from '../../engine/text/address-path.ts';
import { isArchive } from './is-archive.ts';
import { metaOf } from './meta.ts';
import type { PageFacts } from './page-facts.ts';
import { isQueryPage } from './plain-address.ts';
import type { Thing } from './thing.ts';
import { readUrlShape } from './url-shape.ts';

export function decideCanonicalUrl({ url, links, meta, shape }: PageFacts, thing: Thing | null): string {
  const declared = [...links.canonical, metaOf(meta, 'og:url'), thing?.mainEntityOfPage ?? '', thing?.url ?? ''];
  for (const address of declared) {
    if (address === '' || address.startsWith('#') || !URL.canParse(address, url.href)) continue;
    const target = new URL(address, url.href);
    if (isBelievable(target, url, shape.isRoot)) return target.href;
  }
  return url.href.slice(0, url.href.length - url.hash.length) + keepRoute(url.hash);
}

/** Others cannot be told to the worker. */
export function isWebAddress({ protocol, href }: URL): boolean {
  return (protocol === 'https:' || protocol === 'http:') && href.length <= URL_MAX;
}

/** A template that forgets its article points at the home page; a syndicated copy points at its source, another outlet's page. */
function isBelievable(target: URL, page: URL, pageIsRoot: boolean): boolean {
  if (!isWebAddress(target)) return false;
  if (/^(?:localhost|127\.|\[|0\.0\.0\.0|10\.|192\.168\.)/.test(target.hostname) || !target.hostname.includes('.'))
    return false;
  if (!isSameSite(target.hostname, page.hostname) && !isArchive(page)) return false;
  if (UNFILLED.test(target.pathname) && !UNFILLED.test(page.pathname)) return false;
  if (dropsName(target, page)) return false;
  if (pageIsRoot) return true;
  if (target.pathname === '/' && target.search === '' && page.pathname !== '/') return false;
  return !readUrlShape(target).isRoot && !isSectionOf(target, page);
}

/** What a template writes that was given nothing or found no article, and where it sends those who look for one or have to log in. */
const UNFILLED = /\/(?:(?:undefined|null|nan|404|search|log-?in|sign-?in)(?:[/.]|$)|(?:\[|%5b)object)|%7b%7b/i;

/** One address for all articles of a script: `article.php` for `article.php?id=7`. */
function dropsName(target: URL, page: URL): boolean {
  const isOneScript = trimSlashes(target.pathname) === trimSlashes(page.pathname) && !namesArticle(page.pathname);
  return isOneScript && isQueryPage(page) && !isQueryPage(target);
}

/** Of a headline in the address, at least so many words are there. */
const SLUG_WORDS = 4;

/** The folder that the page lies in, which has no headline in its address while the page has. */
function isSectionOf(target: URL, page: URL): boolean {
  if (!page.pathname.startsWith(`${trimSlashes(target.pathname)}/`)) return false;
  const { isFolder, slugWords } = readUrlShape(target);
  return isFolder && slugWords < SLUG_WORDS && readUrlShape(page).ownWords >= SLUG_WORDS;
}

/** Hosts of one outlet share the name before the suffix: edition.example.com, example.co.uk. */
export function isSameSite(a: string, b: string): boolean {
  return siteName(a) === siteName(b);
}

function siteName(host: string): string {
  const labels = host.split('.');
  const isSecondLevel = labels.length > 2 && /^(?:co|com|net|org|gov|ac|edu|ne|or|go)$/.test(labels.at(-2) ?? '');
  return labels.at(isSecondLevel ? -3 : -2) ?? host;
}
