// What is known of single sites' markup, as data: used only where the generic way falls short, each with the reason.
//
// Search engines, portals and the other networks need none; tests/fixtures/links has a page for each of them too.

export type SiteHints = {
  /** Host names, and all names below them. */
  readonly hosts: readonly string[];
  /** Selector of the links that carry the headline. No others are looked at on the site. */
  readonly link: string;
  /** What of such a link is the headline, where that is not for the generic way to tell. */
  readonly headline?: string;
  /** Elements around the link, and their attributes, that name the target where the link leads elsewhere. */
  readonly targets?: readonly { readonly around: string; readonly attribute: string }[];
  /** The site's links are short ones of which no target can be read: the words of the link have to be enough. */
  readonly hidesTargets?: true;
};

const SITES: readonly SiteHints[] = [
  {
    // Rows of a table without headings, where headlines are short; its own pages are linked without a host.
    hosts: ['news.ycombinator.com'],
    link: '.titleline > a[href^="http"]',
  },
  {
    // Headlines lead to the site's own discussion; only an attribute names the article. The old layout links it.
    hosts: ['reddit.com'],
    link: 'shreddit-post[content-href] a[slot="title"], .thing[data-url] a.title',
    targets: [
      { around: '[content-href]', attribute: 'content-href' },
      { around: '[data-url]', attribute: 'data-url' },
    ],
  },
  {
    // All links out are t.co; the card under a post has the headline: over its picture, or beside it after the host's name.
    hosts: ['x.com', 'twitter.com'],
    link: '[data-testid="card.wrapper"] a[aria-label], a:has([data-testid="card.layoutSmall.detail"])',
    headline: '[data-testid="card.layoutSmall.detail"] > :nth-child(2)',
    hidesTargets: true,
  },
];

export function findSiteHints(hostname: string): SiteHints | null {
  return SITES.find(({ hosts }) => hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))) ?? null;
}
