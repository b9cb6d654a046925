// A short key of everything that affects ratings and blindspots: coverage computed under another key is outdated.
import { hashUrl } from '../../engine/ids.ts';
import { browser } from '../browser.ts';
import { readPolicy } from '../policy/policy-copy.ts';
import { readSettings } from '../settings.ts';
import { createKeptHash } from './kept-hash.ts';

const PACKS_CHANGED = 'imported-packs-changed';

/** Call it before and after packs are imported or removed. */
export async function markPacksChanged(): Promise<void> {
  await browser.storage.local.set({ [PACKS_CHANGED]: crypto.randomUUID() });
}

/** Returns a function that stops it. */
export function onPacksChanged(listener: () => void): () => void {
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && PACKS_CHANGED in changes) listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

/** Cached, because the pack may have two million characters, and the key is needed for every lookup. */
const hashManagedPack = createKeptHash(hashUrl);

export async function readRatingsKey(): Promise<string> {
  const [settings, marks, policy] = await Promise.all([
    readSettings(),
    browser.storage.local.get(PACKS_CHANGED),
    readPolicy(),
  ]);
  const { ratingPacksOff, ownBias, blindspotThresholds, editions, feedLimit, feedsAdded, feedsRemoved } = settings;
  const { version } = browser.runtime.getManifest();
  const { ratingPacksOff: lockedOff, ratingPack } = policy;
  const pack = ratingPack === undefined ? null : hashManagedPack(ratingPack);
  const managed = lockedOff === undefined && pack === null ? [] : [lockedOff, pack];
  const chosen = [ratingPacksOff, ownBias, blindspotThresholds, editions, feedLimit, feedsAdded, feedsRemoved];
  const parts = [version, marks[PACKS_CHANGED], ...chosen, ...managed];
  return hashUrl(JSON.stringify(parts)).slice(0, KEY_DIGITS);
}

const KEY_DIGITS = 16;
