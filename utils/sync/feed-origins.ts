// Which origins polling needs, and which of them the browser allows now.
import { browser } from '../browser.ts';
import { readSetting } from '../settings.ts';

/** The permission for a feed's host, on the scheme that the feed uses. */
export function toOrigin(feedUrl: string): string | null {
  if (!URL.canParse(feedUrl)) return null;
  const { protocol, hostname } = new URL(feedUrl);
  return protocol === 'https:' || protocol === 'http:' ? `${protocol}//${hostname}/*` : null;
}

export function toOrigins(feedUrls: Iterable<string>): string[] {
  const origins = [...feedUrls].map(toOrigin).filter((origin) => origin !== null);
  return [...new Set(origins)].sort();
}

export async function isFeedAllowed(feedUrl: string): Promise<boolean> {
  const origin = toOrigin(feedUrl);
  return origin !== null && browser.permissions.contains({ origins: [origin] });
}

/** A test for feed URLs, from one question to the browser about everything that is granted. */
export async function readAllowedFeeds(feedUrls: readonly string[]): Promise<(feedUrl: string) => boolean> {
  const origins = toOrigins(feedUrls);
  const answers = await Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [origin] })));
  const allowed = new Set(origins.filter((_, index) => answers[index]));
  return (feedUrl) => {
    const origin = toOrigin(feedUrl);
    return origin !== null && allowed.has(origin);
  };
}

/** "Every site" grants the hosts of feeds too: none of them is polled before the user has agreed to the choice of feeds. */
export async function readPolledFeeds(feedUrls: readonly string[]): Promise<(feedUrl: string) => boolean> {
  return (await readSetting('isOnboarded')) ? readAllowedFeeds(feedUrls) : () => false;
}
