// Whether a page is of a kind that has links to covered stories as a rule, so that looking for them need not wait for the
// first, and whether its links are worth having their headlines compared.
import { siteNameOf } from '../links/site-name.ts';
import { isRootAddress } from '../page/plain-address.ts';

/** Their links lead to what others publish, some of them under addresses that do not tell it. */
const PORTALS: ReadonlySet<string> = new Set(
  'google bing.com duckduckgo.com yahoo.com msn.com apple.com ycombinator.com reddit.com x.com twitter.com facebook.com bsky.app'.split(
    ' ',
  ),
);

export type LinkKnowledge = {
  /** Addresses of the feeds that have been asked. */
  readonly readFeeds: () => Promise<readonly string[]>;
  /** Headlines can be compared now, which is worth it on an outlet's pages. */
  readonly canMatchTitles: () => boolean;
  readonly isKnownOutlet: (url: string) => Promise<boolean>;
};

export async function mayHaveLinks(pageUrl: string, known: LinkKnowledge): Promise<boolean> {
  const site = siteNameOf(new URL(pageUrl).hostname);
  if (PORTALS.has(site)) return true;
  // Of the 2,322 feeds of the registry 2,299 lie at their outlet's own site.
  if ((await known.readFeeds()).some((feed) => siteNameOf(new URL(feed).hostname) === site)) return true;
  return known.canMatchTitles() && (await known.isKnownOutlet(pageUrl));
}

/** Where others link to outlets' articles: such a headline is of news, which what a shop or a forum says of itself is not. */
export async function mayMatchTitles(urls: readonly string[], known: LinkKnowledge): Promise<boolean> {
  if (!known.canMatchTitles()) return false;
  for (const url of urls) if (!isRootAddress(new URL(url)) && (await known.isKnownOutlet(url))) return true;
  return false;
}
