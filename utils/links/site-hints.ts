// What is known of single sites' markup, as data: used only where the generic way falls short, each with the reason.

export type SiteHints = {
  /** Host names, and all names below them. */
  readonly hosts: readonly string[];
  /** Selector of the links to articles. No others are looked at on the site. */
  readonly link: string;
};

const SITES: readonly SiteHints[] = [
  // Rows of a table without headings; the site's name and the comments are links like the headline.
  { hosts: ['news.ycombinator.com'], link: '.titleline > a[href]' },
];

export function findSiteHints(hostname: string): SiteHints | null {
  return SITES.find(({ hosts }) => hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))) ?? null;
}
