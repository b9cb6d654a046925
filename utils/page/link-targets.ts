// Looks at where a page's links lead: how many pages lie below its own address, and how many links offer to share it.

import { trimSlashes } from '../../engine/text/address-path.ts';
import { attributeOf, firstOf, linksOf } from './dom.ts';

export type LinkTargets = {
  /** Different addresses below the page's own: /trails/wolf-creek lies below /trails/. */
  readonly below: number;
  readonly sharing: number;
};

const LINKS_MAX = 1_500;
/** The addresses behind "share this" of the usual networks, and mail without a recipient. */
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

/** Of an address on the same host, whether it begins with http:, https: or neither; what leads elsewhere stays as it is. */
function pathOnSite(href: string, site: string): string {
  const at = href.slice(0, site.length + 6).indexOf(site);
  return at === 0 || at === 5 || at === 6 ? href.slice(at + site.length) : href;
}

function dropQuery(path: string): string {
  const query = path.indexOf('?');
  const hash = path.indexOf('#');
  return path.slice(0, Math.min(query < 0 ? path.length : query, hash < 0 ? path.length : hash));
}
