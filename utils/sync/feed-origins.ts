// Which origins polling needs, and which of them the browser allows now.
import { browser } from '../browser.ts';
import { readSetting } from '../settings.ts';

/**
 * The permission for a feed's host. An http address requires both schemes: most of these redirect to https by now, and the
 * browser refuses a redirect to a scheme without permission.
 */
function toOrigin(feedUrl: string): string | null {
  if (!URL.canParse(feedUrl)) return null;
  const { protocol, hostname } = new URL(feedUrl);
  // Some browsers accept `*` as a host: an imported file could then request permission for all hosts.
  if (hostname.includes('*')) return null;
  if (protocol === 'http:') return `*://${hostname}/*`;
  return protocol === 'https:' ? `https://${hostname}/*` : null;
}

export function toOrigins(feedUrls: Iterable<string>): string[] {
  const origins = [...feedUrls].map(toOrigin).filter((origin) => origin !== null);
  return [...new Set(origins)].sort();
}

export async function isFeedAllowed(feedUrl: string): Promise<boolean> {
  const origin = toOrigin(feedUrl);
  return origin !== null && browser.permissions.contains({ origins: [origin] });
}

/** A test for feed URLs that needs only one call to the browser: calls for each of two thousand would take seconds. */
export async function readAllowedFeeds(): Promise<(feedUrl: string) => boolean> {
  const { origins = [] } = await browser.permissions.getAll();
  const granted = new Set(origins);
  return (feedUrl) => {
    const needed = listPatterns(feedUrl);
    return needed.length > 0 && needed.every((patterns) => patterns.some((pattern) => granted.has(pattern)));
  };
}

/**
 * For each required scheme, all match patterns by which permission for this address may have been granted:
 * `*://*.example.test/*`, `https://news.example.test/*`, …
 */
function listPatterns(url: string): readonly (readonly string[])[] {
  if (!URL.canParse(url)) return [];
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return [];
  const labels = hostname.split('.');
  const parents = labels.map((_, index) => `*.${labels.slice(index).join('.')}`);
  const hosts = [hostname, ...parents, '*'];
  const schemes = protocol === 'http:' ? ['http', 'https'] : ['https'];
  return schemes.map((scheme) => [
    '<all_urls>',
    ...hosts.flatMap((host) => [`${scheme}://${host}/*`, `*://${host}/*`]),
  ]);
}

/** "Every site" covers the hosts of feeds too, but none is polled before the user has agreed to the choice of feeds. */
export async function readPolledFeeds(): Promise<(feedUrl: string) => boolean> {
  return (await readSetting('isOnboarded')) ? readAllowedFeeds() : () => false;
}
