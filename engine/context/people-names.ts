// Tells the names of peoples from those of countries: "Russian" and "North Korean" say what something is like, not what it is about.
import { type CountryNames, countryNamesIn } from '../text/country-names.ts';
import { DIRECTIONS } from './not-names.ts';
import { findCountry } from './place-names.ts';

/** They write peoples with small letters: a capital is that of the country, in whatever case. */
const SMALL_PEOPLES = new Set(['ru', 'uk', 'be', 'bg', 'mk', 'sr']);

type Named = { readonly id: string; readonly text: string };

/** By the country's name, in languages whose names have cases also by the forms that it takes: Украине is UA. */
export function findCountryOf({ id, text }: Named, lang: string): string | null {
  const whole = findCountry(id, lang);
  if (whole !== null || !SMALL_PEOPLES.has(lang) || /[\s-]/.test(text)) return whole;
  return namesOf(lang)(text) ?? null;
}

/** Told by their ends where they have capitals: Bosnia, Turkey and Francis have a country's stem, too, and are none. */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  en: /(?:(?<!^Vatica)n|ese|ish|(?<!^Franc)i|er|French|Dutch|Greek|Swiss|Turk|Slovak|Uzbek|Kazakh|Tajik|Kyrgyz)s?$/u,
  fr: /(?:ain|aine|an|ane|ien|ienne|éen|éenne|ais|aise|(?<!^Franç|^Franc)ois|oise|ol|ole|and|ande|Grec|ecque|Turc|urque|Russe|Belge|aque)s?$/u,
};
/** There a capital is that of a country or of somebody's name: Palestina, Franco. */
const NO_PEOPLES = new Set(['es', 'it', 'pt', 'ca', 'gl', 'ro']);

export function isPeople(name: Named, lang: string): boolean {
  if (NO_PEOPLES.has(lang)) return false;
  const words = name.text.split(' ');
  const last = words.pop() ?? '';
  if (findCountryOf(name, lang) !== null || !words.every((word) => DIRECTIONS.has(word.toLowerCase()))) return false;
  if (words.length > 0 && PEOPLE_ENDING.test(last)) return true; // Korean on its own is of two countries, and of none for certain
  if (ENDINGS[lang]?.test(last) === false) return false;
  return namesOf(lang)(last) !== undefined && findCountry(last.toLowerCase(), lang) === null;
}

const PEOPLE_ENDING = /(?:[aei]an|ish|ese)s?$/;

function namesOf(lang: string): CountryNames {
  return countryNamesIn(lang === 'und' ? 'en' : lang);
}
