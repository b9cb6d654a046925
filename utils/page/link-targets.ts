// Counts where a page's links lead: to pages below its own address, and to networks where it can be shared.

import { trimSlashes } from '../../engine/text/address-path.ts';
import { attributeOf, firstOf, linksOf } from './dom.ts';

export type LinkTargets = {
  /** Different addresses below the page's own: /trails/wolf-creek is below /trails/. */
  readonly below: number;
  /** Links that offer to share the page. */
  readonly sharing: number;
};

const LINKS_MAX = 1_500;
/** Parts of the addresses at which the usual networks share a page, and `mailto:` without a recipient. */
const SHARING = ['/share', '/intent/', '/pin/create', 'dialog/feed', 'api.whatsapp', 'wa.me/', 'mailto:?'];

export function readLinkTargets(document: Document, url: URL): LinkTargets {
  const folder = `${trimSlashes(url.pathname)}/`;
  const site = `//${url.host}`;
  const below = new Set<string>();
  let sharing = 0;
  for (const link of firstOf(linksOf(document), LINKS_MAX)) {
    const href = attributeOf(link, 'href');
    const path = pathOnSite(href, site);
    if (path.startsWith(folder) && folder !== '/') below.add(trimSlashes(dropQuery(path)));
    else if (path === href && !href.startsWith('/') && SHARING.some((part) => href.includes(part))) sharing += 1;
  }
  below.delete(trimSlashes(folder));
  return { below: below.size, sharing };
}

/**
 * The path of an address on the page's host (with http:, https: or no scheme). Other addresses are returned unchanged.
 */
function pathOnSite(href: string, site: string): string {
  const at = href.slice(0, site.length + 6).indexOf(site);
  return at === 0 || at === 5 || at === 6 ? href.slice(at + site.length) : href;
}

function dropQuery(path: string): string {
  const query = path.indexOf('?');
  const hash = path.indexOf('#');
  return path.slice(0, Math.min(query < 0 ? path.length : query, hash < 0 ? path.length : hash));
}
