// In how many reports a story's names and countries are, each once in whatever way they write it: "Lind" is "Ada Lind", Украины is UA.

import { groupBy } from '../group-by.ts';
import { isTimeName } from '../text/time-names.ts';
import { findCapitalWords, findNames, type Name } from './find-names.ts';
import { findCountryOf, isPeople } from './people-names.ts';
import type { Report } from './read-reports.ts';

export type CountedName = {
  /** As most of them write it. */
  readonly name: Name;
  readonly country: string | null;
  readonly reports: number;
};

type Found = {
  readonly country: string | null;
  /** Each way to write it, with how often it is written so. */
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
    // Of equals the shortest: names in a case mostly are longer.
    const [most] = [...ways.values()].sort((a, b) => b.times - a.times || a.name.text.length - b.name.text.length);
    return most === undefined ? [] : [{ name: most.name, country, reports: size }];
  });
}

/** By country, else by stems: names have cases. Languages stem one name differently: written alike, it has those of the first report. */
function collectNames(reports: readonly Report[]): Map<string, Found> {
  const capitals = findCapitalWords(reports.flatMap(({ sentences }) => sentences));
  const outlets = new Set(reports.map(({ outlet }) => outlet.name.toLowerCase()));
  const found = new Map<string, Found>();
  const stems = new Map<string, string>();
  for (const report of reports) {
    const { sentences, lang } = report;
    for (const name of sentences.flatMap((sentence) => findNames(sentence, capitals, lang))) {
      if (isPeople(name, lang) || isTimeName(name.text, lang) || outlets.has(name.text.toLowerCase())) continue;
      const country = findCountryOf(name, lang);
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

/** Of several longer names the one that is in so many times as many reports as any other stands behind the short one. */
const LONGER_FACTOR = 2;
/** Of the reports with the short name: all know President Trump without his first name, and "Eric Trump" is another. */
const LONGER_SHARE = 0.5;

/** Of most countries the longer name is an airline or a region: Canada is not "Air Canada", and Ireland not "Northern Ireland". */
const ALSO_SURNAMES = new Set(['jordan', 'frança']);

/**
 * "Mueller" is "Robert Mueller" where reports mostly have a longer name that ends with it, and one only; so is "Jordan", where
 * it is no country then.
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
    // A queen of Jordan is no Jordan.
    const [first, second] = (isCountry ? all.filter(isOfCapitals) : all).toSorted((a, b) => b.size - a.size);
    if (first === undefined || first.size < size * LONGER_SHARE) continue;
    if (first.size >= (second?.size ?? 0) * LONGER_FACTOR) longer.set(short, first.key);
  }
  return longer;

  function isOfCapitals({ key }: { readonly key: string }): boolean {
    return [...(found.get(key)?.ways.keys() ?? [])].every((text) => !/[\s-]\p{Ll}/u.test(text));
  }
}
