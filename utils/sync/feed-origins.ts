// Which origins polling needs, and which of them the browser allows now.
import { browser } from '../browser.ts';
import { readSetting } from '../settings.ts';

/**
 * The permission for a feed's host. On http it covers both schemes: most addresses that were written down with http lead
 * to https by now, and the browser refuses a redirect to a scheme that was not granted.
 */
export function toOrigin(feedUrl: string): string | null {
  if (!URL.canParse(feedUrl)) return null;
  const { protocol, hostname } = new URL(feedUrl);
  // Browsers that let a host be called so would be asked for all hosts, by a file that somebody imported.
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

/** A test for feed URLs, from one question to the browser: asked about each of two thousand, it takes seconds. */
export async function readAllowedFeeds(): Promise<(feedUrl: string) => boolean> {
  const { origins = [] } = await browser.permissions.getAll();
  const granted = new Set(origins);
  return (feedUrl) => {
    const needed = listPatterns(feedUrl);
    return needed.length > 0 && needed.every((patterns) => patterns.some((pattern) => granted.has(pattern)));
  };
}

/**
 * For each scheme that is needed, every match pattern that a grant for this address can have: `*://*.example.test/*`,
 * `https://news.example.test/*`, …
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

/** "Every site" grants the hosts of feeds too: none of them is polled before the user has agreed to the choice of feeds. */
export async function readPolledFeeds(): Promise<(feedUrl: string) => boolean> {
  return (await readSetting('isOnboarded')) ? readAllowedFeeds() : () => false;
}
