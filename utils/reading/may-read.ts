// Whether a page may be read without a click: the user's choice and the browser's grants, asked anew each time.
import { browser } from '../browser.ts';
import { readSettings } from '../settings.ts';
import { isOnSite } from './readable-sites.ts';

export async function mayReadByItself(url: string): Promise<boolean> {
  const { readingMode, chosenSites, sitesOff } = await readSettings();
  if (readingMode === 'on-click' || isOnSite(url, sitesOff)) return false;
  if (readingMode === 'chosen-sites' && !isOnSite(url, chosenSites)) return false;
  const { protocol, hostname } = new URL(url);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}
