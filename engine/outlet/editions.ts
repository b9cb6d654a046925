// Editions: the countries that have enough outlets with feeds to follow the news from there, and the world.
import { groupBy } from '../group-by.ts';
import type { Outlet } from '../schema.ts';
import type { OutletDirectory } from './outlet-directory.ts';

export type Edition = {
  /** A country's code in small letters, or `world`. */
  readonly id: string;
  readonly country: string | null;
  /** Languages of its feeds, most frequent first. */
  readonly languages: readonly string[];
  /** Outlets with feeds. */
  readonly outlets: number;
  readonly feeds: number;
};

export const WORLD_EDITION = 'world';

/** With fewer outlets, two hardly ever cover the same story, and blindspots cannot be found. */
export const EDITION_MIN_OUTLETS = 5;

/** Least share of a country's outlets with feeds in a language: an English edition of a German broadcaster does not make English one. */
const LANGUAGE_MIN_SHARE = 0.15;

/** The world first, then the countries with the most outlets. */
export function listEditions(directory: OutletDirectory): readonly Edition[] {
  const withFeeds = directory.outlets.filter(({ feeds }) => feeds.length > 0);
  const countries = [...groupBy(withFeeds, ({ country }) => country)]
    .filter(([country, outlets]) => country !== null && outlets.length >= EDITION_MIN_OUTLETS)
    .map(([country, outlets]) => toEdition(country, outlets))
    .sort((a, b) => b.outlets - a.outlets || (a.id < b.id ? -1 : 1));
  return [toEdition(null, withFeeds), ...countries];
}

function toEdition(country: string | null, outlets: readonly Outlet[]): Edition {
  return {
    id: country?.toLowerCase() ?? WORLD_EDITION,
    country,
    languages: listFeedLanguages(outlets),
    outlets: outlets.length,
    feeds: outlets.reduce((sum, { feeds }) => sum + feeds.length, 0),
  };
}

/** Languages with feeds of at least LANGUAGE_MIN_SHARE of these outlets, most frequent first; at least one when any is known. */
export function listFeedLanguages(outlets: readonly Outlet[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const outlet of outlets) {
    const languages = new Set(outlet.feeds.map((feed) => readFeedLanguage(outlet, feed)));
    for (const lang of languages) if (lang !== null) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1));
  return sorted
    .filter(([, count], index) => index === 0 || count >= outlets.length * LANGUAGE_MIN_SHARE)
    .map(([lang]) => lang);
}

export function readFeedLanguage(outlet: Outlet, feed: Outlet['feeds'][number]): string | null {
  return feed.lang ?? outlet.languages[0] ?? null;
}

/**
 * Suggests one or two editions for BCP 47 tags in order of preference: the country of the first language, then that of the next one.
 * English as the second language means the world, because browsers add "en-US" by themselves. If `editions` is given, only those are
 * suggested; a country without one is replaced by the language's main country, then by the world.
 *
 *   de-AT, de, en → at, world      en-GB → gb      fr-CA, es → ca, es      (none) → world
 */
export function guessEditions(languages: readonly string[], editions?: readonly Edition[]): readonly string[] {
  const isThere = (id: string) => editions === undefined || editions.some((edition) => edition.id === id);
  const locales = languages.map(parseLocale).filter((locale) => locale !== null);
  const [first] = locales;
  if (first === undefined) return [WORLD_EDITION];
  const second = locales.find(({ language }) => language !== first.language);
  const guesses = [
    pickEdition(first, isThere),
    ...(second === undefined ? [] : [second.language === 'en' ? WORLD_EDITION : pickEdition(second, isThere)]),
  ];
  return [...new Set(guesses)];
}

function pickEdition(locale: Intl.Locale, isThere: (id: string) => boolean): string {
  const ownCountry = new Intl.Locale(locale.language).maximize().region;
  const countries = [locale.region, ownCountry].filter((region) => region !== undefined);
  const ids = countries.filter((region) => /^[A-Z]{2}$/.test(region)).map((region) => region.toLowerCase());
  return ids.find(isThere) ?? WORLD_EDITION;
}

/** Null for an invalid tag and for "und" (unknown language). */
function parseLocale(written: string): Intl.Locale | null {
  const tag = written.replaceAll('_', '-');
  try {
    return /^und(?:-|$)/i.test(tag) ? null : new Intl.Locale(tag);
  } catch {
    return null;
  }
}
