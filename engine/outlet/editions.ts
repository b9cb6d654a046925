// Editions: the countries that have enough outlets with feeds to follow the news from there, and the world.
import { groupBy } from '../group-by.ts';
import type { Outlet } from '../schema.ts';
import type { OutletDirectory } from './outlet-directory.ts';

export type Edition = {
  /** A country's code in small letters, or `world`. */
  readonly id: string;
  readonly country: string | null;
  /** Of its feeds, most frequent first. */
  readonly languages: readonly string[];
  /** With feeds. */
  readonly outlets: number;
  readonly feeds: number;
};

export const WORLD_EDITION = 'world';

/** With fewer a story is hardly ever told by two of them, and no side of it can be missing. */
export const EDITION_MIN_OUTLETS = 5;

/** Languages that fewer of a country's feeds are in (an English edition of a German broadcaster) are not what is read there. */
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

/** The languages that at least 15 % of these outlets have feeds in, most first; always at least one when any is known. */
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
 * One or two editions for a reader with these BCP 47 tags, most wanted first. The first is the country of the first language; the
 * second that of the next language, except that English as a second language means the world: browsers add "en-US" on their own.
 * With `editions` only those are named; a country without one is replaced by the language's own country, then by the world.
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

/** Null for what is no tag, and for "und", which says that the language is not known. */
function parseLocale(written: string): Intl.Locale | null {
  const tag = written.replaceAll('_', '-');
  try {
    return /^und(?:-|$)/i.test(tag) ? null : new Intl.Locale(tag);
  } catch {
    return null;
  }
}
