// Which permissions the user has granted: reading pages in the chosen mode, and the hosts of chosen feeds.
import { browser } from './browser.ts';
import { sendMessage } from './messaging.ts';
import { EVERY_SITE } from './reading/readable-sites.ts';
import type { Setting } from './settings.ts';

/** Chosen sites get their permission when they are chosen, so only "every site" can lack its permission here. */
export async function isReadingAllowed(mode: Setting<'readingMode'>): Promise<boolean> {
  return mode !== 'every-site' || browser.permissions.contains({ origins: [EVERY_SITE] });
}

/** Origins of chosen feeds for which the permission is missing. */
export async function readMissingOrigins(): Promise<string[]> {
  const origins = await sendMessage('feeds/origins', {});
  if (!origins.ok) return [];
  const allowed = await Promise.all(origins.value.map((origin) => browser.permissions.contains({ origins: [origin] })));
  return origins.value.filter((_, index) => !allowed[index]);
}

/**
 * Must be the first call in a click handler, because the user gesture does not outlive an await. The browser throws, instead of
 * refusing, for hosts that an administrator has closed to extensions.
 */
export function requestOrigins(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins }).catch(() => false);
}

/** Calls back when the user grants or revokes a permission anywhere; returns a function that stops it. */
export function onAccessChanged(listener: () => void): () => void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}
