// Sites whose links lead to what others publish, some under redirecting addresses: there the finder is loaded even if no link is
// known to be covered.
import { siteNameOf } from '../links/site-name.ts';

const PORTALS: ReadonlySet<string> = new Set(
  'google bing.com duckduckgo.com yahoo.com msn.com apple.com ycombinator.com reddit.com x.com twitter.com facebook.com bsky.app'.split(
    ' ',
  ),
);

export function isPortal(pageUrl: string): boolean {
  return PORTALS.has(siteNameOf(new URL(pageUrl).hostname));
}
