// Decides on which sites pages are read, from the user's choice and the browser's grants.
import type { Settings } from '../settings.ts';

export type ReadableSites = {
  /** Match patterns for the content script; none when pages are read only on a click. */
  readonly matches: readonly string[];
  readonly excludeMatches: readonly string[];
};

export const EVERY_SITE = '*://*/*';

/**
 * A host and its subdomains, over http and https. An IPv6 address has none, and one pattern of it that the browser
 * refuses would keep scripts from all sites.
 */
export const toMatchPattern = (host: string): string => (host.startsWith('[') ? `*://${host}/*` : `*://*.${host}/*`);

/**
 * The host that a site's switch stands for: `www.` names no site of its own, nor does the dot that may end a name. Of
 * `www.de` it is the name: without it, the switch would stand for all of `.de`.
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
 * `granted` are the patterns, of those that could be wanted, that the browser allows now; a chosen site without its
 * grant is left out, because registering it would fail as a whole. "Every site" counts from its own grant on: what else
 * is allowed was allowed for feeds, or is a site that was chosen.
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

/** Where badges may be wanted; which pages get them is decided when their script asks. */
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
