// Decides on which sites pages are read, from the user's choice and the browser's permissions.
import type { Settings } from '../settings.ts';

export type ReadableSites = {
  /** Match patterns for the content script; empty when pages are read only on a click. */
  readonly matches: readonly string[];
  readonly excludeMatches: readonly string[];
};

export const EVERY_SITE = '*://*/*';

/**
 * A host and its subdomains, over http and https. An IPv6 address has no subdomains, and a single pattern that the browser
 * rejects would keep scripts from all sites.
 */
export const toMatchPattern = (host: string): string => (host.startsWith('[') ? `*://${host}/*` : `*://*.${host}/*`);

/**
 * The host that a site's switch applies to, without `www.` and a trailing dot. `www.de` keeps its `www`, since the switch would
 * otherwise apply to all of `.de`.
 */
export const toSiteHost = (url: string): string | null => {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? hostname.replace(/^www\.(?=[^.]+\.[^.])|\.$/g, '') : null;
};

/** Whether a page belongs to one of these sites or their subdomains. */
export const isOnSite = (url: string, sites: readonly string[]): boolean => {
  const host = toSiteHost(url);
  return host !== null && sites.some((site) => host === site || host.endsWith(`.${site}`));
};

/**
 * `granted`: the wanted patterns that the browser allows now. A chosen site without permission is left out, because registering
 * it would fail as a whole. "Every site" needs its own permission: any other was granted for feeds or for chosen sites.
 */
export function findReadableSites(
  settings: Pick<Settings, 'readingMode' | 'chosenSites' | 'sitesOff'>,
  granted: readonly string[],
): ReadableSites {
  const { readingMode, chosenSites } = settings;
  const excludeMatches = settings.sitesOff.map(toMatchPattern);
  if (readingMode === 'on-click') return { matches: [], excludeMatches };
  if (readingMode === 'every-site' && granted.includes(EVERY_SITE)) return { matches: [EVERY_SITE], excludeMatches };
  const isGranted = (pattern: string) => granted.includes(pattern);
  return { matches: chosenSites.map(toMatchPattern).filter(isGranted), excludeMatches };
}

/** Where badges may be shown; for each page it is decided when its script asks. */
export function findBadgeSites(
  readable: ReadableSites,
  { badgeDensity, badgeSites }: Pick<Settings, 'badgeDensity' | 'badgeSites'>,
): ReadableSites {
  const hosts = Object.keys(badgeSites);
  const on = hosts.filter((host) => badgeSites[host] !== 'off');
  if (badgeDensity === 'off' && on.length === 0) return { ...readable, matches: [] };
  const isWhollyOff = (host: string) => badgeSites[host] === 'off' && !on.some((other) => other.endsWith(`.${host}`));
  return {
    ...readable,
    excludeMatches: [...readable.excludeMatches, ...hosts.filter(isWhollyOff).map(toMatchPattern)],
  };
}
