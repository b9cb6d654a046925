// Which settings are reset when the user clears everything: those that reveal sites, outlets or imported packs.
import { SHIPPED_RATING_PACKS } from './outlets/shipped-packs.ts';
import { dropChoice } from './reading/pending-choice.ts';
import { readSetting, resetSettings, type SettingName, writeSetting } from './settings.ts';

/** The reading mode is reset with the list of excluded sites, which would otherwise be read from then on. */
const REVEALING: readonly SettingName[] = [
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
  await resetSettings(REVEALING);
  const off = await readSetting('ratingPacksOff');
  const shipped = off.filter((id) => SHIPPED_RATING_PACKS.some((other) => other === id));
  if (shipped.length < off.length) await writeSetting('ratingPacksOff', shipped);
}
