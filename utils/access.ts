// What the browser allows the extension's pages to promise: reading in the chosen mode, and the hosts of chosen feeds.
import { browser } from './browser.ts';
import { sendMessage } from './messaging.ts';
import { EVERY_SITE } from './reading/readable-sites.ts';
import type { Setting } from './settings.ts';

/** Chosen sites are granted one by one where they are chosen; only "every site" can lack its one grant here. */
export async function isReadingAllowed(mode: Setting<'readingMode'>): Promise<boolean> {
  return mode !== 'every-site' || browser.permissions.contains({ origins: [EVERY_SITE] });
}

/** Origins of chosen feeds that still need the user's permission. */
export async function readMissingOrigins(): Promise<string[]> {
  const origins = await sendMessage('feeds/origins', {});
  if (!origins.ok) return [];
  const allowed = await Promise.all(origins.value.map((origin) => browser.permissions.contains({ origins: [origin] })));
  return origins.value.filter((_, index) => !allowed[index]);
}

/**
 * Call it first in a click: the gesture does not outlive an await. The browser throws instead of refusing where an
 * administrator closes a host to extensions.
 */
export function requestOrigins(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins }).catch(() => false);
}

/** Calls back when the user grants or takes away a permission anywhere; returns how to stop. */
export function onAccessChanged(listener: () => void): () => void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}
