// A short key of everything that affects ratings and blindspots: coverage computed under another key is outdated.
import type { Baseline } from '../../engine/coverage/blindspot.ts';
import { hashUrl } from '../../engine/ids.ts';
import { browser } from '../browser.ts';
import { readPolicy } from '../policy/policy-copy.ts';
import { reportFailure } from '../report-failure.ts';
import { readSettings } from '../settings.ts';
import { createKeptHash } from './kept-hash.ts';

const PACKS_CHANGED = 'imported-packs-changed';
const BASELINE = 'baseline';

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

/** Without the baseline. */
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

/** The key in use: the baseline is the one computed last, since finding out which feeds may be polled takes all outlets. */
export async function readKeyInUse(): Promise<string> {
  const [key, kept] = await Promise.all([readRatingsKey(), browser.storage.local.get(BASELINE)]);
  return toKeyInUse(key, kept[BASELINE]);
}

/** Returns the key in use. If the baseline cannot be stored, summaries are computed anew by whoever reads them. */
export async function keepBaseline(key: string, baseline: Baseline): Promise<string> {
  const kept = JSON.stringify(baseline);
  await browser.storage.local
    .set({ [BASELINE]: kept })
    .catch((cause: unknown) => reportFailure('storing the baseline', cause));
  return toKeyInUse(key, kept);
}

function toKeyInUse(key: string, baseline: unknown): string {
  return hashUrl(`${key} ${baseline}`).slice(0, KEY_DIGITS);
}
