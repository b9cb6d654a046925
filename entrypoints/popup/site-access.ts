// Keeps what the user decides for a site in the popup: its switch, and where the browser is asked to let pages be read.
import { withSiteDensity } from '../../utils/badges/badge-density.ts';
import type { BadgeDensity } from '../../utils/badges/badge-schema.ts';
import { browser } from '../../utils/browser.ts';
import { toMatchPattern } from '../../utils/reading/readable-sites.ts';
import { readSetting, writeSetting } from '../../utils/settings.ts';

export const allowSite = (host: string) => allow(toMatchPattern(host), () => chooseSite(host));

export const allowEverySite = () => allow('*://*/*', () => writeSetting('readingMode', 'every-site'));

/**
 * Asks the browser first, inside the click, because a gesture does not outlive an await. The choice is written down
 * before the answer: some browsers close the popup when they ask, and nothing after it would run.
 */
async function allow(origin: string, remember: () => Promise<void>): Promise<boolean> {
  const request = browser.permissions.request({ origins: [origin] });
  const [mode, sites] = await Promise.all([readSetting('readingMode'), readSetting('chosenSites')]);
  await remember();
  if (await request) return true;
  await writeSetting('chosenSites', sites);
  await writeSetting('readingMode', mode);
  return false;
}

async function chooseSite(host: string): Promise<void> {
  const chosen = await readSetting('chosenSites');
  if (!chosen.includes(host)) await writeSetting('chosenSites', [...chosen, host]);
  if ((await readSetting('readingMode')) === 'on-click') await writeSetting('readingMode', 'chosen-sites');
}

/** Says whether the site is off now. */
export async function toggleSite(host: string): Promise<boolean> {
  const off = await readSetting('sitesOff');
  // A parent domain may be what is off: "on" has to take that away too.
  const others = off.filter((site) => host !== site && !host.endsWith(`.${site}`));
  const isOff = others.length === off.length;
  await writeSetting('sitesOff', isOff ? [...off, host] : others);
  return isOff;
}

export async function chooseBadges(host: string, density: BadgeDensity): Promise<void> {
  const [badgeDensity, badgeSites] = await Promise.all([readSetting('badgeDensity'), readSetting('badgeSites')]);
  await writeSetting('badgeSites', withSiteDensity({ badgeDensity, badgeSites }, host, density));
}
