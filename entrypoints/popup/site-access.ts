// Keeps what the user decides for a site in the popup: its switch, and where the browser is asked to let pages be read.
import { requestOrigins } from '../../utils/access.ts';
import { withSiteDensity } from '../../utils/badges/badge-density.ts';
import type { BadgeDensity } from '../../utils/badges/badge-schema.ts';
import { dropChoice, holdChoice, makeChoice, toOriginOf } from '../../utils/reading/pending-choice.ts';
import { changeSetting, readSetting } from '../../utils/settings.ts';

export const allowSite = (host: string) => allow(host);

export const allowEverySite = () => allow(null);

/** Some browsers close the popup when they ask: then the worker makes the choice that waits, or nobody does. */
async function allow(site: string | null): Promise<boolean> {
  const request = requestOrigins([toOriginOf(site)]);
  await holdChoice(site);
  try {
    const isGranted = await request;
    if (isGranted) await makeChoice(site);
    return isGranted;
  } finally {
    await dropChoice();
  }
}

/** Says whether the site is off now. */
export async function toggleSite(host: string): Promise<boolean> {
  const off = await changeSetting('sitesOff', (before) => {
    // A parent domain may be what is off: "on" has to take that away too.
    const others = before.filter((site) => host !== site && !host.endsWith(`.${site}`));
    return others.length === before.length ? [...before, host] : others;
  });
  return off.includes(host);
}

export async function chooseBadges(host: string, density: BadgeDensity): Promise<void> {
  const badgeDensity = await readSetting('badgeDensity');
  await changeSetting('badgeSites', (badgeSites) => withSiteDensity({ badgeDensity, badgeSites }, host, density));
}
