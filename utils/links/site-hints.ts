// Knowledge about the markup of single sites, as data: only where the generic way falls short, each with the reason.
//
// Search engines, portals and other networks need none; tests/fixtures/links has a page for each of them too.

export type SiteHints = {
  /** Host names, including their subdomains. */
  readonly hosts: readonly string[];
  /** Selector of the links with headlines. No other links are scanned on the site. */
  readonly link: string;
  /** Selector of the headline within the link, if the generic way does not find it. */
  readonly headline?: string;
  /** Ancestors of the link, and their attributes, that contain the target if the link leads elsewhere. */
  readonly targets?: readonly { readonly around: string; readonly attribute: string }[];
  /** The site shortens its links, so that no target can be read: the link's words must be enough. */
  readonly hidesTargets?: true;
};

const SITES: readonly SiteHints[] = [
  {
    // Table rows without headings and with short headlines; the site's own pages are linked without a host.
    hosts: ['news.ycombinator.com'],
    link: '.titleline > a[href^="http"]',
  },
  {
    // Headlines lead to the site's own discussion; an attribute has the article's address. The old layout links it.
    hosts: ['reddit.com'],
    link: 'shreddit-post[content-href] a[slot="title"], .thing[data-url] a.title',
    targets: [
      { around: '[content-href]', attribute: 'content-href' },
      { around: '[data-url]', attribute: 'data-url' },
    ],
  },
  {
    // All outgoing links are t.co; the headline is in the card under a post: over its picture, or after the host's name.
    hosts: ['x.com', 'twitter.com'],
    link: '[data-testid="card.wrapper"] a[aria-label], a:has([data-testid="card.layoutSmall.detail"])',
    headline: '[data-testid="card.layoutSmall.detail"] > :nth-child(2)',
    hidesTargets: true,
  },
];

export function findSiteHints(hostname: string): SiteHints | null {
  return SITES.find(({ hosts }) => hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))) ?? null;
}
