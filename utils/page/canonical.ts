// Decides the article's address: the declared one if it is believable, else that of the address bar. The worker makes
// it canonical, so that the rules for that need not be loaded into every page.
import { keepRoute, namesArticle } from '../../engine/article/naming-parts.ts';
import { URL_MAX } from '../../engine/limits.ts';
import { trimSlashes } from '../../engine/text/address-path.ts';
import { isArchive } from './is-archive.ts';
import { metaOf } from './meta.ts';
import type { PageEvidence, PageFacts } from './page-facts.ts';
import { isQueryPage } from './plain-address.ts';
import { readUrlShape } from './url-shape.ts';

export function decideCanonicalUrl(page: PageEvidence): string {
  const { url, links, meta, main } = page;
  const declared = [...links.canonical, metaOf(meta, 'og:url'), main?.mainEntityOfPage ?? '', main?.url ?? ''];
  for (const address of declared) {
    if (address === '' || address.startsWith('#') || !URL.canParse(address, url.href)) continue;
    const target = new URL(address, url.href);
    if (isBelievable(target, page)) return target.href;
  }
  return url.href.slice(0, url.href.length - url.hash.length) + keepRoute(url.hash);
}

/** The worker's message schema accepts no other addresses. */
export function isWebAddress({ protocol, href }: URL): boolean {
  return (protocol === 'https:' || protocol === 'http:') && href.length <= URL_MAX;
}

/**
 * Not believable are: the front page (a template that lost its article), an address at another site (a syndicated copy
 * gives its source), private hosts, unfilled templates, sections, and an address without the id that names the article.
 */
function isBelievable(target: URL, { url: page, shape }: PageFacts): boolean {
  if (!isWebAddress(target)) return false;
  if (/^(?:localhost|127\.|\[|0\.0\.0\.0|10\.|192\.168\.)/.test(target.hostname) || !target.hostname.includes('.'))
    return false;
  if (!isSameSite(target.hostname, page.hostname) && !isArchive(page)) return false;
  if (UNFILLED.test(target.pathname) && !UNFILLED.test(page.pathname)) return false;
  if (dropsName(target, page)) return false;
  if (shape.isRoot) return true;
  if (target.pathname === '/' && target.search === '' && page.pathname !== '/') return false;
  return !readUrlShape(target).isRoot && !isSectionOf(target, page);
}

/** Written by templates that got no value ("/undefined") or no article ("/404"); also search pages and logins. */
const UNFILLED = /\/(?:(?:undefined|null|nan|404|search|log-?in|sign-?in)(?:[/.]|$)|(?:\[|%5b)object)|%7b%7b/i;

/** The target is the address of all articles of one script: `article.php` for `article.php?id=7`. */
function dropsName(target: URL, page: URL): boolean {
  const isOneScript = trimSlashes(target.pathname) === trimSlashes(page.pathname) && !namesArticle(page.pathname);
  return isOneScript && isQueryPage(page) && !isQueryPage(target);
}

/** A headline in an address has at least this many words. */
const SLUG_WORDS = 4;

/** The target is a folder above the page, and only the page has a headline in its address. */
function isSectionOf(target: URL, page: URL): boolean {
  if (!page.pathname.startsWith(`${trimSlashes(target.pathname)}/`)) return false;
  const { isFolder, slugWords } = readUrlShape(target);
  return isFolder && slugWords < SLUG_WORDS && readUrlShape(page).ownWords >= SLUG_WORDS;
}

/** Hosts of one outlet share the name before the suffix: edition.example.com, example.co.uk. */
export function isSameSite(a: string, b: string): boolean {
  return siteName(a) === siteName(b);
}

/** Parts of suffixes, and platforms on which each blog is a site: ada.blogspot.com, ada.blogspot.co.uk. */
const SHARED = /^(?:co|com|net|org|gov|ac|edu|ne|or|go|blogspot|substack|wordpress|ghost)$/;

function siteName(host: string): string {
  const labels = host.split('.');
  do labels.pop();
  while (labels.length > 1 && SHARED.test(labels.at(-1) ?? ''));
  return labels.at(-1) ?? host;
}
