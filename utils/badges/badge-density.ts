// How many badges a site gets: the choice for it or the nearest parent domain, otherwise the general choice.
import { toSiteHost } from '../reading/readable-sites.ts';
import type { Settings } from '../settings.ts';
import type { BadgeDensity } from './badge-schema.ts';

export type BadgeChoice = Pick<Settings, 'badgeDensity' | 'badgeSites'>;

export function densityOfPage(url: string, choice: BadgeChoice): BadgeDensity {
  const host = toSiteHost(url);
  return host === null ? 'off' : densityOfSite(host, choice);
}

/** The most specific choice counts: `blog.example.org` before `example.org`. */
function densityOfSite(host: string, { badgeDensity, badgeSites }: BadgeChoice): BadgeDensity {
  for (let site = host; site.includes('.') || site === host; site = site.slice(site.indexOf('.') + 1)) {
    const chosen = Object.hasOwn(badgeSites, site) ? badgeSites[site] : undefined;
    if (chosen !== undefined) return chosen;
    if (!site.includes('.')) break;
  }
  return badgeDensity;
}

/** Stores only what differs from the general choice, so that the list holds exceptions only. */
export function withSiteDensity(
  choice: BadgeChoice,
  { host, density }: { readonly host: string; readonly density: BadgeDensity },
): BadgeChoice['badgeSites'] {
  const { [host]: _before, ...others } = choice.badgeSites;
  return densityOfSite(host, { ...choice, badgeSites: others }) === density ? others : { ...others, [host]: density };
}
