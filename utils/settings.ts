// What the user chose: one item of storage.local a setting, each with its schema and default.
//
// A value that no longer parses counts as unset, so that a bad item never takes the others with it.
import * as z from 'zod/mini';
import { BLINDSPOT_THRESHOLDS } from '../engine/coverage/blindspot.ts';
import { BadgeDensity } from './badges/badge-schema.ts';
import { browser } from './browser.ts';

const Host = z.string().check(z.maxLength(253));
const Bias = z.number().check(z.minimum(-3), z.maximum(3));

export const SETTINGS = {
  /** Where pages are read: every site, the chosen ones, or only when the toolbar button is clicked. */
  readingMode: { schema: z.enum(['every-site', 'chosen-sites', 'on-click']), initial: 'on-click' },
  chosenSites: { schema: z.array(Host), initial: [] },
  /** Sites switched off, whatever the mode. */
  sitesOff: { schema: z.array(Host), initial: [] },
  /** Edition ids, as in engine/outlet/editions.ts; empty until onboarding has guessed one from the browser's languages. */
  editions: { schema: z.array(z.string()), initial: [] },
  feedLimit: { schema: z.number().check(z.minimum(10), z.maximum(400)), initial: 120 },
  /** Feeds that the user added to or took from what the editions choose, by feed URL. */
  feedsAdded: { schema: z.array(z.string()), initial: [] },
  feedsRemoved: { schema: z.array(z.string()), initial: [] },
  pollMinutes: { schema: z.number().check(z.minimum(5), z.maximum(240)), initial: 20 },
  isPollingOn: { schema: z.boolean(), initial: true },
  keepDays: { schema: z.number().check(z.minimum(2), z.maximum(60)), initial: 14 },
  ratingPacksOff: { schema: z.array(z.string()), initial: [] },
  /**
   * The user's own place for an outlet, −3 … +3; it replaces the raters' mean and is shown as "your rating".
   * With the day it was given; those that were given before days were kept are numbers.
   */
  ownBias: { schema: z.record(z.string(), z.union([Bias, z.object({ bias: Bias, date: z.iso.date() })])), initial: {} },
  /** What is named a blindspot; shares and probabilities between 0 and 1. Under 3 rated outlets only counts are shown. */
  blindspotThresholds: {
    schema: z.object({
      minRated: z.number().check(z.minimum(3), z.maximum(50)),
      shareOfBaseline: z.number().check(z.minimum(0.1), z.maximum(1)),
      maxProbability: z.number().check(z.minimum(0.01), z.maximum(0.2)),
    }),
    initial: BLINDSPOT_THRESHOLDS,
  },
  /** Badges beside links, where pages are read. */
  badgeDensity: { schema: BadgeDensity, initial: 'all' },
  /** Sites where it was chosen otherwise, by host name. */
  badgeSites: { schema: z.record(Host, BadgeDensity), initial: {} },
  /** Independent reports below which a story gets no badge. */
  badgeMinimum: { schema: z.number().check(z.minimum(2), z.maximum(50)), initial: 3 },
  /** The user has agreed to the choice of feeds; no feed is polled before. */
  isOnboarded: { schema: z.boolean(), initial: false },
  /** Who answers; an organisation's policy may decide these six instead (source-settings.ts). */
  sourceMode: { schema: z.enum(['on-device', 'server']), initial: 'on-device' },
  serverAddress: { schema: z.string().check(z.maxLength(500)), initial: '' },
  /** Stays on this device like every setting: nothing is written to storage.sync. */
  serverToken: { schema: z.string().check(z.maxLength(500)), initial: '' },
  isHeadlineSent: { schema: z.boolean(), initial: false },
  /** The server may be asked for links too, by hash prefixes: together they can tell which page they stand on. */
  isLinkLookupOn: { schema: z.boolean(), initial: false },
  /** Feeds go on being polled, and the device answers when the server does not. */
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

/** Makes the new value out of the one before, which it may give back to leave it; answers with what holds now. */
export function changeSetting<Name extends SettingName>(
  name: Name,
  to: (before: Setting<Name>) => Setting<Name>,
): Promise<Setting<Name>> {
  // One change is over before the next one reads, in whichever window: of two clicks that follow each other none is lost.
  return navigator.locks.request('settings', async () => {
    const before = await readSetting(name);
    const after = to(before);
    if (after !== before) await writeSetting(name, after);
    return after;
  });
}

/** All of them at once: nobody reads some of the new ones beside some of the old. */
export async function writeSettings(values: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(
    Object.fromEntries(Object.entries(values).map(([name, value]) => [PREFIX + name, value])),
  );
}

export async function resetSettings(names: readonly SettingName[]): Promise<void> {
  await browser.storage.local.remove(names.map((name) => PREFIX + name));
}

/** Calls back with the names of settings that changed, from any part of the extension; returns how to stop. */
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
