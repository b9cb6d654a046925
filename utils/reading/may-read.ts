// Whether a page may be read: the user's choice and the browser's grants, asked anew each time.
import { browser } from '../browser.ts';
import { readSettings } from '../settings.ts';
import { isOnSite } from './readable-sites.ts';

/** Without a click. */
export async function mayReadByItself(url: string): Promise<boolean> {
  const { readingMode, chosenSites, sitesOff } = await readSettings();
  if (readingMode === 'on-click' || isOnSite(url, sitesOff)) return false;
  if (readingMode === 'chosen-sites' && !isOnSite(url, chosenSites)) return false;
  return isGranted(url);
}

/** The browser allows the page's host, whatever the user chose. */
export async function isGranted(url: string): Promise<boolean> {
  const { protocol, hostname } = new URL(url);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}
