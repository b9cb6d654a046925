// Distinguishes names of peoples from names of countries: "Russian" and "North Korean" are adjectives, not subjects of a story.
import { type CountryNames, countryNamesIn } from '../text/country-names.ts';
import { DIRECTIONS } from './not-names.ts';
import { findCountry } from './place-names.ts';

/** These write peoples in lower case, so a capital means the country, in whatever grammatical case. */
const SMALL_PEOPLES = new Set(['ru', 'uk', 'be', 'bg', 'mk', 'sr']);

type Named = { readonly id: string; readonly text: string };

/** By the country's name; in inflected languages also by its other forms: Украине is UA. */
export function findCountryOf({ id, text }: Named, lang: string): string | null {
  const whole = findCountry(id, lang);
  if (whole !== null || !SMALL_PEOPLES.has(lang) || /[\s-]/.test(text)) return whole;
  return namesOf(lang)(text) ?? null;
}

/** Endings of peoples' names where they are capitalised: Bosnia, Turkey and Francis share a country's stem without being peoples. */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  en: /(?:(?<!^Vatica)n|ese|ish|(?<!^Franc)i|er|French|Dutch|Greek|Swiss|Turk|Slovak|Uzbek|Kazakh|Tajik|Kyrgyz)s?$/u,
  fr: /(?:ain|aine|an|ane|ien|ienne|éen|éenne|ais|aise|(?<!^Franç|^Franc)ois|oise|ol|ole|and|ande|Grec|ecque|Turc|urque|Russe|Belge|aque)s?$/u,
};
/** In these a capital means a country or a person: Palestina, Franco. */
const NO_PEOPLES = new Set(['es', 'it', 'pt', 'ca', 'gl', 'ro']);

export function isPeople(name: Named, lang: string): boolean {
  if (NO_PEOPLES.has(lang)) return false;
  const words = name.text.split(' ');
  const last = words.pop() ?? '';
  if (findCountryOf(name, lang) !== null || !words.every((word) => DIRECTIONS.has(word.toLowerCase()))) return false;
  if (words.length > 0 && PEOPLE_ENDING.test(last)) return true; // "Korean" alone may mean either of two countries
  if (ENDINGS[lang]?.test(last) === false) return false;
  return namesOf(lang)(last) !== undefined && findCountry(last.toLowerCase(), lang) === null;
}

const PEOPLE_ENDING = /(?:[aei]an|ish|ese)s?$/;

function namesOf(lang: string): CountryNames {
  return countryNamesIn(lang === 'und' ? 'en' : lang);
}
