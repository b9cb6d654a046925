// A short key of everything that decides how outlets are rated and what is usual: coverage computed under another key is old.
import { hashUrl } from '../../engine/ids.ts';
import { browser } from '../browser.ts';
import { readSettings } from '../settings.ts';

const PACKS_CHANGED = 'imported-packs-changed';

/** To be called after packs were imported or removed. */
export async function markPacksChanged(now: number): Promise<void> {
  await browser.storage.local.set({ [PACKS_CHANGED]: now });
}

export async function readRatingsKey(): Promise<string> {
  const [settings, marks] = await Promise.all([readSettings(), browser.storage.local.get(PACKS_CHANGED)]);
  const { ratingPacksOff, ownBias, editions, feedLimit, feedsAdded, feedsRemoved } = settings;
  const { version } = browser.runtime.getManifest();
  const parts = [version, marks[PACKS_CHANGED], ratingPacksOff, ownBias, editions, feedLimit, feedsAdded, feedsRemoved];
  return hashUrl(JSON.stringify(parts)).slice(0, KEY_DIGITS);
}

const KEY_DIGITS = 16;
