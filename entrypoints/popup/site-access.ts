// Stores what the user chooses for a site in the popup: its switch, and access, for which the browser is asked.
import { requestOrigins } from '../../utils/access.ts';
import { withSiteDensity } from '../../utils/badges/badge-density.ts';
import type { BadgeDensity } from '../../utils/badges/badge-schema.ts';
import { dropChoice, holdChoice, makeChoice, originOf } from '../../utils/reading/pending-choice.ts';
import { changeSetting, readSetting } from '../../utils/settings.ts';

export const allowSite = (host: string) => allow(host);

export const allowEverySite = () => allow(null);

/** Some browsers close the popup when they ask for a permission. The choice is stored meanwhile, so that the worker can complete it. */
async function allow(site: string | null): Promise<boolean> {
  const request = requestOrigins([originOf(site)]);
  await holdChoice(site);
  try {
    const isGranted = await request;
    if (isGranted) await makeChoice(site);
    return isGranted;
  } finally {
    await dropChoice();
  }
}

/** Returns whether the site is off now. */
export async function toggleSite(host: string): Promise<boolean> {
  const off = await changeSetting('sitesOff', (before) => {
    // The site may be off because of a parent domain: switching it on has to remove that one too.
    const others = before.filter((site) => host !== site && !host.endsWith(`.${site}`));
    return others.length === before.length ? [...before, host] : others;
  });
  return off.includes(host);
}

export async function chooseBadges(host: string, density: BadgeDensity): Promise<void> {
  const badgeDensity = await readSetting('badgeDensity');
  await changeSetting('badgeSites', (badgeSites) => withSiteDensity({ badgeDensity, badgeSites }, { host, density }));
}
