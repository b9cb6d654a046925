// What is known of single sites' markup, as data: used only where the generic way falls short.

export type SiteHints = {
  /** Host names, and all names below them. */
  readonly hosts: readonly string[];
  /** Selector of the links to articles. */
  readonly link: string;
};

const SITES: readonly SiteHints[] = [
  // Its headlines are short and stand in a table.
  { hosts: ['news.ycombinator.com'], link: '.titleline > a[href]' },
];

export function findSiteHints(hostname: string): SiteHints | null {
  return SITES.find(({ hosts }) => hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))) ?? null;
}
