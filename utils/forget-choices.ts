// Which choices go when the user clears everything: those that tell of sites, outlets or imported packs.
import { SHIPPED_RATING_PACKS } from './outlets/shipped-packs.ts';
import { dropChoice } from './reading/pending-choice.ts';
import { readSetting, resetSettings, type SettingName, writeSetting } from './settings.ts';

/** With the list of sites that are off goes the mode: else the sites on it would be read from now on. */
const TELLING: readonly SettingName[] = [
  'chosenSites',
  'sitesOff',
  'badgeSites',
  'readingMode',
  'ownBias',
  'feedsAdded',
  'feedsRemoved',
];

export async function forgetChoices(): Promise<void> {
  await dropChoice();
  await resetSettings(TELLING);
  const off = await readSetting('ratingPacksOff');
  const shipped = off.filter((id) => SHIPPED_RATING_PACKS.some((other) => other === id));
  if (shipped.length < off.length) await writeSetting('ratingPacksOff', shipped);
}
