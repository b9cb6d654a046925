// Counts the reports that mention each name or country of a story, variants taken together: "Lind" is "Ada Lind", Украины is UA.

import { groupBy } from '../group-by.ts';
import { isTimeName } from '../text/time-names.ts';
import { findCapitalWords, findNames, type Name } from './find-names.ts';
import { findCountryOf, isPeople } from './people-names.ts';
import type { Report } from './read-reports.ts';
import type { Token } from './read-tokens.ts';

export type CountedName = {
  /** In its most frequent form. */
  readonly name: Name;
  readonly country: string | null;
  readonly reports: number;
};

type Found = {
  readonly country: string | null;
  /** Each written form with its number of occurrences. */
  readonly ways: Map<string, { readonly name: Name; times: number }>;
  readonly reports: Set<Report>;
};

export function countNames(reports: readonly Report[]): readonly CountedName[] {
  const found = collectNames(reports);
  for (const [short, long] of findLongerNames(found)) {
    for (const report of found.get(short)?.reports ?? []) found.get(long)?.reports.add(report);
    found.delete(short);
  }
  return [...found.values()].flatMap(({ country, ways, reports: { size } }) => {
    // On a tie the shortest: inflected forms are usually longer.
    const [most] = [...ways.values()].sort((a, b) => b.times - a.times || a.name.text.length - b.name.text.length);
    return most === undefined ? [] : [{ name: most.name, country, reports: size }];
  });
}

/** The name of a country and of an American state in English, French, Spanish, Italian and Portuguese. */
const GEORGIA = /^(?:georgia|géorgie|geórgia)$/i;
/** Beginnings of names that stories about the country have, and stories about the state do not. */
const OF_THE_COUNTRY_GEORGIA =
  /^(?:tbilis|tiflis|georgian|géorgien|georgien|abkhaz|abcas|abjas|osseti|osetia|saakas|ivanishvili|kobakhidze|zurabishvili|kavelashvili)/i;

function areOfTheCountryGeorgia(reports: readonly Report[]): boolean {
  const isOfIt = ({ surface }: Token) => OF_THE_COUNTRY_GEORGIA.test(surface);
  return reports.some(({ sentences }) => sentences.some(({ tokens }) => tokens.some(isOfIt)));
}

/** Keyed by country, else by stems, because names are inflected. Languages stem differently: equal spellings share the first report's key. */
function collectNames(reports: readonly Report[]): Map<string, Found> {
  const capitals = findCapitalWords(reports.flatMap(({ sentences }) => sentences));
  const outlets = new Set(reports.map(({ outlet }) => outlet.name.toLowerCase()));
  const found = new Map<string, Found>();
  const stems = new Map<string, string>();
  /** What Georgia is in this story; read once it is named. */
  let isCountry: boolean | null = null;
  for (const report of reports) {
    const { sentences, lang } = report;
    for (const name of sentences.flatMap((sentence) => findNames(sentence, { capitals, lang }))) {
      if (isPeople(name, lang) || isTimeName(name.text, lang) || outlets.has(name.text.toLowerCase())) continue;
      const isGeorgia = GEORGIA.test(name.text);
      if (isGeorgia) isCountry ??= areOfTheCountryGeorgia(reports);
      const country = isGeorgia && !isCountry ? null : findCountryOf(name, lang);
      const key = country ?? stems.get(name.id) ?? name.keys.join(' ');
      if (country === null) stems.set(name.id, key);
      const entry: Found = found.get(key) ?? { country, ways: new Map(), reports: new Set() };
      const way = entry.ways.get(name.text) ?? { name, times: 0 };
      way.times++;
      entry.ways.set(name.text, way);
      entry.reports.add(report);
      found.set(key, entry);
    }
  }
  return found;
}

/** The short name means the longer one that is in at least this many times as many reports as any other longer name. */
const LONGER_FACTOR = 2;
/** Least share of the short name's reports that must have the longer one: in a story on President Trump, "Eric Trump" is another man. */
const LONGER_SHARE = 0.5;

/** Countries that may be surnames. For others a longer name is something else: "Air Canada", "Northern Ireland". */
const ALSO_SURNAMES = new Set(['jordan', 'frança']);

/**
 * "Mueller" means "Robert Mueller" where most of its reports have that one longer name ending with it. "Jordan" is resolved in
 * the same way, and is then not the country.
 */
function findLongerNames(found: ReadonlyMap<string, Found>): ReadonlyMap<string, string> {
  const longer = new Map<string, string>();
  const names = [...found].flatMap(([key, { country, ways, reports }]) => {
    const surnames = [...ways.values()].filter(({ name }) => ALSO_SURNAMES.has(name.text.toLowerCase()));
    const words = country === null ? [key] : surnames.map(({ name }) => name.keys.join(' '));
    return words.map((word) => ({ key, word, isCountry: country !== null, size: reports.size }));
  });
  const byLastWord = groupBy(
    names.filter(({ word, isCountry }) => word.includes(' ') && !isCountry),
    ({ word }) => word.slice(word.lastIndexOf(' ') + 1),
  );
  for (const { key: short, word, size, isCountry } of names) {
    const all = byLastWord.get(word) ?? [];
    // "Queen of Jordan" is not a person named Jordan.
    const [first, second] = (isCountry ? all.filter(isOfCapitals) : all).toSorted((a, b) => b.size - a.size);
    if (first === undefined || first.size < size * LONGER_SHARE) continue;
    if (first.size >= (second?.size ?? 0) * LONGER_FACTOR) longer.set(short, first.key);
  }
  return longer;

  function isOfCapitals({ key }: { readonly key: string }): boolean {
    return [...(found.get(key)?.ways.keys() ?? [])].every((text) => !/[\s-]\p{Ll}/u.test(text));
  }
}
