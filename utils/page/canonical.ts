// Decides the article's address: what the page declares where that is believable, else the address bar, made canonical.
import { canonicalizeUrl } from '../../engine/article/canonical-url.ts';
import { metaOf } from './meta.ts';
import type { PageFacts } from './page-facts.ts';
import type { Thing } from './thing.ts';
import { readUrlShape } from './url-shape.ts';

export function decideCanonicalUrl({ url, links, meta, shape }: PageFacts, thing: Thing | null): string {
  const declared = [...links.canonical, metaOf(meta, 'og:url'), thing?.mainEntityOfPage ?? '', thing?.url ?? ''];
  for (const address of declared) {
    if (address === '' || address.startsWith('#') || !URL.canParse(address, url.href)) continue;
    const target = new URL(address, url.href);
    if (!isBelievable(target, url, shape.isRoot)) continue;
    const canonical = canonicalizeUrl(target.href);
    if (canonical !== null) return canonical;
  }
  return canonicalizeUrl(url.href) ?? url.href;
}

/** A template that forgets its article points at the home page; a syndicated copy that points at its source is right. */
function isBelievable(target: URL, page: URL, pageIsRoot: boolean): boolean {
  if (target.protocol !== 'https:' && target.protocol !== 'http:') return false;
  if (/^(?:localhost|127\.|\[|0\.0\.0\.0|10\.|192\.168\.)/.test(target.hostname) || !target.hostname.includes('.'))
    return false;
  if (pageIsRoot) return true;
  if (target.pathname === '/' && target.search === '' && page.pathname !== '/') return false;
  return !readUrlShape(target).isRoot;
}
