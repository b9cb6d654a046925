// Whether a page may be read without a click: depends on the user's choice and the browser's permissions, checked each time.
import { browser } from '../browser.ts';
import { readSettings, type Settings } from '../settings.ts';
import { EVERY_SITE, isOnSite, toMatchPattern, toSiteHost } from './readable-sites.ts';

export async function mayReadByItself(url: string): Promise<boolean> {
  return mayReadUnder(await readSettings(), url);
}

type Choice = Pick<Settings, 'readingMode' | 'chosenSites' | 'sitesOff'>;

/** By the same rule as `findReadableSites`. */
export async function mayReadUnder({ readingMode, chosenSites, sitesOff }: Choice, url: string): Promise<boolean> {
  if (readingMode === 'on-click' || toSiteHost(url) === null || isOnSite(url, sitesOff)) return false;
  if (readingMode === 'every-site' && (await isGranted(EVERY_SITE))) return true;
  const grants = chosenSites.filter((site) => isOnSite(url, [site])).map((site) => isGranted(toMatchPattern(site)));
  return (await Promise.all(grants)).includes(true);
}

/** Granted itself, or covered by a wider permission. */
export const isGranted = (origin: string): Promise<boolean> => browser.permissions.contains({ origins: [origin] });
