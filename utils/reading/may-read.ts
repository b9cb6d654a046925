// Whether a page may be read without a click: the user's choice and the browser's grants, asked anew each time.
import { browser } from '../browser.ts';
import { readSettings } from '../settings.ts';
import { EVERY_SITE, isOnSite, toMatchPattern, toSiteHost } from './readable-sites.ts';

/** By the same rule as `findReadableSites`. */
export async function mayReadByItself(url: string): Promise<boolean> {
  const { readingMode, chosenSites, sitesOff } = await readSettings();
  if (readingMode === 'on-click' || toSiteHost(url) === null || isOnSite(url, sitesOff)) return false;
  if (readingMode === 'every-site' && (await isGranted(EVERY_SITE))) return true;
  const grants = chosenSites.filter((site) => isOnSite(url, [site])).map((site) => isGranted(toMatchPattern(site)));
  return (await Promise.all(grants)).includes(true);
}

/** By itself, or by a wider grant. */
export const isGranted = (origin: string): Promise<boolean> => browser.permissions.contains({ origins: [origin] });
