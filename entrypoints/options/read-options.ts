// Reads each part of the options page from settings, the browser's grants and the worker.
import type { OptionsState } from '../../components/options/options-state.ts';
import { isReadingAllowed, readMissingOrigins } from '../../utils/access.ts';
import { browser } from '../../utils/browser.ts';
import { sendMessage } from '../../utils/messaging.ts';
import { readSettings } from '../../utils/settings.ts';

export const readEmptyOptions = (): OptionsState => ({
  version: browser.runtime.getManifest().version,
  settings: null,
  isReadingAllowed: true,
  missingOrigins: [],
  refused: null,
  editions: null,
  feeds: null,
  packs: null,
  outletPacks: null,
  stored: null,
  clearing: 'idle',
  outletImport: null,
  ratingImport: null,
  ownImport: null,
  found: null,
  ownRatings: null,
  removed: null,
  source: null,
  serverTest: null,
  ledger: null,
});

export async function readChoices(): Promise<Partial<OptionsState>> {
  const settings = await readSettings();
  return { settings, isReadingAllowed: await isReadingAllowed(settings.readingMode) };
}

export async function readFeeds(): Promise<Partial<OptionsState>> {
  const [feeds, editions, missingOrigins] = await Promise.all([
    sendMessage('feeds/list', {}),
    sendMessage('editions/list', {}),
    readMissingOrigins(),
  ]);
  return {
    missingOrigins,
    ...(feeds.ok ? { feeds: feeds.value } : {}),
    ...(editions.ok ? { editions: editions.value } : {}),
  };
}

export async function readPacks(): Promise<Partial<OptionsState>> {
  const [packs, outletPacks] = await Promise.all([sendMessage('ratings/list', {}), sendMessage('outlets/packs', {})]);
  return {
    ...(packs.ok ? { packs: packs.value } : {}),
    ...(outletPacks.ok ? { outletPacks: outletPacks.value } : {}),
  };
}

export async function readOwnRatings(): Promise<Partial<OptionsState>> {
  const ownRatings = await sendMessage('outlets/own', {});
  return ownRatings.ok ? { ownRatings: ownRatings.value } : {};
}
