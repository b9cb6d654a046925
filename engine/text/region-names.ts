// Names of countries and parts of the world in a language, from the host's Intl data, and the words they consist of.
import { toNameSkeleton } from './name-skeleton.ts';

/** ISO 3166-1 codes by their two letters; the host leaves unknown ones as they are. */
const CODES =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW';
/** Their full names contain another country's name, or a description. */
const SHORT_ONLY = new Set(['HK', 'MO', 'PS']);
/** Parts of the world by their UN M49 numbers: Africa, South America, Central Asia and the like. */
const REGIONS =
  '002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 142 143 145 150 151 154 155 202 419';
/** A word is held to be a proper name when it occurs in one of these languages too. */
const REFERENCES = ['en', 'de', 'es', 'pl'];
/** Least letters of a word that may identify a country; beginnings of words are compared by as many. */
const DISTINCTIVE_LEAST = 4;

export type Named = { readonly code: string; readonly name: string; readonly short: string };

/** Yields the proper names within longer country names, with the country: words that other languages use for it too. */
export function* distinctiveParts(lang: string, names: readonly Named[]): Generator<readonly [string, string]> {
  const world = new Set(regionsIn(lang).flatMap(wordsOf).map(beginning));
  const others = REFERENCES.filter((other) => other !== lang).map(likenessesIn);
  for (const { code, name } of names) {
    const words = wordsOf(name);
    if (words.length < 2) continue;
    for (const word of words) {
      if (word.length < DISTINCTIVE_LEAST || world.has(beginning(word))) continue;
      const isElsewhere = likenessesOf(word).some((like) => others.some((known) => known.get(code)?.has(like)));
      if (isElsewhere || (toNameSkeleton(word) === null && !LATIN.test(word))) yield [word, code];
    }
  }
}

/** Keys to compare words by: Saudi and saudita share a beginning, Zealand and Зеландия their consonants. */
function likenessesOf(word: string): string[] {
  const skeleton = toNameSkeleton(word);
  return skeleton === null ? [beginning(word)] : [beginning(word), skeleton];
}

type Likenesses = ReadonlyMap<string, ReadonlySet<string>>;

const references = new Map<string, Likenesses>(); // of the reference languages

function likenessesIn(lang: string): Likenesses {
  const known = references.get(lang);
  if (known) return known;
  const made = new Map(namesIn(lang).map(({ code, name }) => [code, new Set(wordsOf(name).flatMap(likenessesOf))]));
  references.set(lang, made);
  return made;
}

const LATIN = /^[a-z]+$/;

function beginning(word: string): string {
  return word.slice(0, DISTINCTIVE_LEAST);
}

export function wordsOf(name: string): string[] {
  return plain(name).match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** Diacritics of Latin, Greek, Cyrillic, Hebrew and Arabic. Those of Indic scripts and Thai are vowels, and stay. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;

/** Lower case, without diacritics; composed, so that a Korean syllable is one letter. */
export function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(MARKS, '').normalize('NFC');
}

/** Languages written in two scripts, or with other country names in other regions. */
const LOCALES: Readonly<Record<string, readonly string[]>> = {
  sr: ['sr', 'sr-Latn'],
  zh: ['zh', 'zh-Hant', 'zh-Hant-HK'],
};

/** The locales whose country names occur in texts of the language. */
export function localesOf(lang: string): readonly string[] {
  return LOCALES[lang] ?? [lang];
}

export function namesIn(lang: string): readonly Named[] {
  return localesOf(lang).flatMap(namesAsWrittenIn);
}

function namesAsWrittenIn(locale: string): readonly Named[] {
  const full = displayNames(locale, 'long');
  const short = displayNames(locale, 'short');
  return CODES.split(' ').flatMap((code) => {
    const name = (SHORT_ONLY.has(code) ? short : full)?.of(code);
    return name ? [{ code, name, short: short?.of(code) ?? name }] : [];
  });
}

function regionsIn(lang: string): string[] {
  const names = displayNames(lang, 'long');
  return REGIONS.split(' ').flatMap((region) => names?.of(region) ?? []);
}

/** Null for a language tag that the host rejects. */
function displayNames(locale: string, style: 'long' | 'short'): Intl.DisplayNames | null {
  if (typeof Intl.DisplayNames !== 'function') return null;
  try {
    return new Intl.DisplayNames([locale], { type: 'region', fallback: 'none', style });
  } catch {
    return null;
  }
}
