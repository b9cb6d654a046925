// The user's settings: one item in storage.local per setting, each with its schema and default.
//
// A value that does not parse counts as unset, so that a bad item does not affect the others.
import * as z from 'zod/mini';
import { BLINDSPOT_THRESHOLDS } from '../engine/coverage/blindspot.ts';
import { BadgeDensity } from './badges/badge-schema.ts';
import { browser } from './browser.ts';

const Host = z.string().check(z.maxLength(253));
const Bias = z.number().check(z.minimum(-3), z.maximum(3));

export const SETTINGS = {
  /** Where pages are read: on every site, on the chosen ones, or only when the toolbar button is clicked. */
  readingMode: { schema: z.enum(['every-site', 'chosen-sites', 'on-click']), initial: 'on-click' },
  chosenSites: { schema: z.array(Host), initial: [] },
  /** Excluded sites, in any mode. */
  sitesOff: { schema: z.array(Host), initial: [] },
  /** Edition ids, as in engine/outlet/editions.ts; empty until onboarding has guessed one from the browser's languages. */
  editions: { schema: z.array(z.string()), initial: [] },
  feedLimit: { schema: z.number().check(z.minimum(10), z.maximum(400)), initial: 120 },
  /** URLs of feeds that the user added to, or removed from, those of the editions. */
  feedsAdded: { schema: z.array(z.string()), initial: [] },
  feedsRemoved: { schema: z.array(z.string()), initial: [] },
  pollMinutes: { schema: z.number().check(z.minimum(5), z.maximum(240)), initial: 20 },
  isPollingOn: { schema: z.boolean(), initial: true },
  keepDays: { schema: z.number().check(z.minimum(2), z.maximum(60)), initial: 14 },
  ratingPacksOff: { schema: z.array(z.string()), initial: [] },
  /**
   * The user's own ratings of outlets, −3 … +3, each with its date; shown as "your rating" in place of the raters' mean. Old ones
   * without a date are plain numbers.
   */
  ownBias: { schema: z.record(z.string(), z.union([Bias, z.object({ bias: Bias, date: z.iso.date() })])), initial: {} },
  /** When a side is a blindspot; shares and probabilities from 0 to 1. Below 3 rated outlets only counts are shown. */
  blindspotThresholds: {
    schema: z.object({
      minRated: z.number().check(z.minimum(3), z.maximum(50)),
      shareOfBaseline: z.number().check(z.minimum(0.1), z.maximum(1)),
      maxProbability: z.number().check(z.minimum(0.01), z.maximum(0.2)),
    }),
    initial: BLINDSPOT_THRESHOLDS,
  },
  /** Badges beside links, on sites where pages are read. */
  badgeDensity: { schema: BadgeDensity, initial: 'all' },
  /** Sites with another choice, by host name. */
  badgeSites: { schema: z.record(Host, BadgeDensity), initial: {} },
  /** Stories with fewer independent reports get no badge. */
  badgeMinimum: { schema: z.number().check(z.minimum(2), z.maximum(50)), initial: 3 },
  /** The user has agreed to the choice of feeds; before that, none is polled. */
  isOnboarded: { schema: z.boolean(), initial: false },
  /** Where answers come from; an organisation's policy may override these six (source-settings.ts). */
  sourceMode: { schema: z.enum(['on-device', 'server']), initial: 'on-device' },
  serverAddress: { schema: z.string().check(z.maxLength(500)), initial: '' },
  /** Stored on this device only, like every setting: nothing is written to storage.sync. */
  serverToken: { schema: z.string().check(z.maxLength(500)), initial: '' },
  isHeadlineSent: { schema: z.boolean(), initial: false },
  /** Links may be looked up at the server too, by hash prefixes: a combination of links may reveal their page. */
  isLinkLookupOn: { schema: z.boolean(), initial: false },
  /** Feeds are still polled, and the device answers when the server does not. */
  isFallBackOn: { schema: z.boolean(), initial: false },
} as const;

export type SettingName = keyof typeof SETTINGS;
export type Setting<Name extends SettingName> = z.infer<(typeof SETTINGS)[Name]['schema']>;
export type Settings = { readonly [Name in SettingName]: Setting<Name> };

const PREFIX = 'setting:';

function parseSetting<Name extends SettingName>(name: Name, stored: unknown): Setting<Name> {
  const parsed = SETTINGS[name].schema.safeParse(stored);
  return (parsed.success ? parsed.data : SETTINGS[name].initial) as Setting<Name>;
}

export async function readSetting<Name extends SettingName>(name: Name): Promise<Setting<Name>> {
  const stored = await browser.storage.local.get(PREFIX + name);
  return parseSetting(name, stored[PREFIX + name]);
}

export async function readSettings(): Promise<Settings> {
  const names = Object.keys(SETTINGS) as SettingName[];
  const stored = await browser.storage.local.get(names.map((name) => PREFIX + name));
  return Object.fromEntries(names.map((name) => [name, parseSetting(name, stored[PREFIX + name])])) as Settings;
}

export async function writeSetting<Name extends SettingName>(name: Name, value: Setting<Name>): Promise<void> {
  await browser.storage.local.set({ [PREFIX + name]: value });
}

/** Computes the new value from the old one, which `to` may return unchanged; resolves to the current value. */
export function changeSetting<Name extends SettingName>(
  name: Name,
  to: (before: Setting<Name>) => Setting<Name>,
): Promise<Setting<Name>> {
  // Serialized across all windows, so that two quick clicks do not overwrite each other's change.
  return navigator.locks.request('settings', async () => {
    const before = await readSetting(name);
    const after = to(before);
    if (after !== before) await writeSetting(name, after);
    return after;
  });
}

/** Writes all of them at once: nobody reads a mixture of new and old values. */
export async function writeSettings(values: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(
    Object.fromEntries(Object.entries(values).map(([name, value]) => [PREFIX + name, value])),
  );
}

export async function resetSettings(names: readonly SettingName[]): Promise<void> {
  await browser.storage.local.remove(names.map((name) => PREFIX + name));
}

/** Calls back with the names of changed settings, whoever changed them; returns a function that stops it. */
export function onSettingsChanged(listener: (changed: ReadonlySet<SettingName>) => void): () => void {
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'local') return;
    const names = Object.keys(changes)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length) as SettingName);
    if (names.length > 0) listener(new Set(names));
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
