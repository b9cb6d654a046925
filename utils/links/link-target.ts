// Where a link leads: behind redirectors; null for the page itself and for anything that is not a web page.
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

/** From where the site's hints say that the article's address is; otherwise the link's own. */
export function hintedTargetOf(
  link: HTMLAnchorElement,
  { hints, pageAddress }: { readonly hints: SiteHints; readonly pageAddress: string },
): string | null {
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
  // Creating a URL object is worth it for redirectors only.
  if (!mayRedirect(address, siteNameOf(address.slice(start, end < 0 ? undefined : end)))) return address;
  if (!URL.canParse(address)) return null;
  const target = unwrapRedirects(new URL(address))?.href ?? address;
  return target.length > URL_MAX || isSamePage(target, pageAddress) ? null : target;
}

/** `page` has no fragment. */
function isSamePage(address: string, page: string): boolean {
  return address.startsWith(page) && (address.length === page.length || address[page.length] === '#');
}
