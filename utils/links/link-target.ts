// Reads where a link of the page leads: behind redirectors, never to the page itself or to what is no page of the web.
import { URL_MAX } from '../../engine/limits.ts';
import { attributeOf, closestOf } from '../page/dom.ts';
import { addressOf } from './link-dom.ts';
import { mayRedirect } from './redirectors.ts';
import { unwrapRedirects } from './resolve-target.ts';
import type { SiteHints } from './site-hints.ts';
import { siteNameOf } from './site-name.ts';

export function targetOf(link: HTMLAnchorElement, pageAddress: string): string | null {
  return toTarget(addressOf(link), pageAddress);
}

/** Where a site's hints say that the article's address is; else the link's own. */
export function hintedTargetOf(link: HTMLAnchorElement, hints: SiteHints, pageAddress: string): string | null {
  for (const { around, attribute } of hints.targets ?? []) {
    const holder = closestOf(link, around);
    if (holder !== null) return toTarget(attributeOf(holder, attribute), pageAddress);
  }
  return targetOf(link, pageAddress);
}

function toTarget(address: string, pageAddress: string): string | null {
  const start = address.indexOf('//') + 2;
  if (!address.startsWith('http') || address.length > URL_MAX || isSamePage(address, pageAddress)) return null;
  const end = address.indexOf('/', start);
  // Only redirectors are worth the making of a URL.
  if (!mayRedirect(address, siteNameOf(address.slice(start, end < 0 ? undefined : end)))) return address;
  if (!URL.canParse(address)) return null;
  const target = unwrapRedirects(new URL(address))?.href ?? address;
  return target.length > URL_MAX || isSamePage(target, pageAddress) ? null : target;
}

/** `page` has no fragment. */
function isSamePage(address: string, page: string): boolean {
  return address.startsWith(page) && (address.length === page.length || address[page.length] === '#');
}
