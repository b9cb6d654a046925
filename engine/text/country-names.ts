// Recognises countries and their peoples in every language that the host's Intl data know.
//
// Intl names every country in every language: JP is Japan, Japón, Япония, اليابان. A word stands for a country when it is
//   the name itself, or the name without its last vowels plus an ending of that language: "Japanese", "japonesa", "японский";
//     the longest stem wins: "Nigerian" is Nigeria + n (NG), not Niger + ian (NE);
//   a telling word of a longer name: one that other languages share (Costa Rica) and that no other country and no part of
//     the world has ("South Africa"); written with a capital, where the script has them;
//   an abbreviation exactly as written: US, США;
//   a name too short for a stem (Чад, 日本, 독일), also with a Korean particle after it or a Hebrew or Arabic prefix before it.
import { remember } from '../remember.ts';
import { alsoCalledIn, countryEndings, peoplesIn } from './country-endings.ts';
import { KOREAN_PARTICLES } from './light-stems.ts';
import { mayBeName } from './name-skeleton.ts';
import { distinctiveParts, namesIn, plain, wordsOf } from './region-names.ts';

/** Shorter stems match unrelated words. */
const STEM_LEAST = 4;
/** A name of this length is recognised by all but its last three letters, whatever ending follows. */
const LONG = 9;
/** A stem of this length may stand as a word by itself: German, Afghan. */
const BARE_LEAST = 6;
const ENDING_MOST = 7;
/** Shortened names: US, UK, USA, США. */
const SHORTENED = /^\p{Lu}{2,4}$/u;
/** In these scripts a short name is not an abbreviation: アメリカ for アメリカ合衆国. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Katakana}]{2,}$/u;
const LAST_VOWEL = /[aeiouyjаеёиіїйоуыьюяє]$/;
const CUT_OFF = /(?:istan|land|i?en)$/;

export type CountryNames = (word: string) => string | undefined;

/** What the words for a country begin with. `isOpen`: any ending may follow. */
type Stem = { readonly code: string; readonly isBare: boolean; readonly isOpen: boolean; readonly isPart: boolean };

/** Languages kept in caches: their tables are costly to build, and an article may claim any language. */
export const LANGUAGES_KEPT = 64;

/** By language. */
export const countryNamesIn = remember(createCountryNames, LANGUAGES_KEPT);

function createCountryNames(lang: string): CountryNames {
  const { wholes, shortened, stems } = readNames(lang);
  const beginnings = new Set([...stems.keys()].map((stem) => stem.slice(0, STEM_LEAST)));
  const endsLikeCountry = countryEndings(lang);

  function fits(stem: Stem, ending: string): boolean {
    if (ending === '') return stem.isPart || stem.isBare;
    return stem.isOpen ? ending.length <= ENDING_MOST : endsLikeCountry(ending, stem);
  }

  function codeOf(word: string, surface: string): string | undefined {
    if (!beginnings.has(word.slice(0, STEM_LEAST))) return undefined;
    for (let length = word.length; length >= STEM_LEAST; length--) {
      const stem = stems.get(word.slice(0, length));
      if (stem && fits(stem, word.slice(length)) && (!stem.isPart || mayBeName(surface))) return stem.code;
    }
    return undefined;
  }

  return (surface) => {
    const word = plain(surface);
    const bare = stripAffixes(word);
    const whole = shortened.get(surface) ?? wholes.get(word) ?? wholes.get(bare);
    return whole ?? codeOf(word, surface) ?? (bare === '' ? undefined : codeOf(bare, surface));
  };
}

type Names = {
  /** Names of one word. */
  readonly wholes: ReadonlyMap<string, string>;
  readonly shortened: ReadonlyMap<string, string>;
  /** Null for a stem that two countries share. */
  readonly stems: ReadonlyMap<string, Stem | null>;
};

function readNames(lang: string): Names {
  const names = namesIn(lang);
  const wholes = new Map<string, string>();
  const shortened = new Map<string, string>();
  const stems = new Map<string, Stem | null>();

  /** A name of one word takes precedence over a word of a longer name. */
  function note(key: string, stem: Stem): void {
    const there = stems.get(key);
    if (there === undefined || (there?.isPart && !stem.isPart)) stems.set(key, stem);
    else if (there && there.code !== stem.code && there.isPart === stem.isPart) stems.set(key, null);
  }

  function noteForms(word: string, { code, isPart }: Pick<Stem, 'code' | 'isPart'>): void {
    const closed = { code, isPart, isOpen: false };
    for (let stem = word; stem.length >= STEM_LEAST; stem = stem.slice(0, -1)) {
      note(stem, { ...closed, isBare: stem.length >= BARE_LEAST });
      if (!LAST_VOWEL.test(stem)) break;
    }
    const cut = word.replace(CUT_OFF, '');
    if (cut !== word && cut.length >= STEM_LEAST) note(cut, { ...closed, isBare: !word.endsWith('en') });
    if (word.length >= LONG && !isPart) note(word.slice(0, -3), { code, isPart, isBare: false, isOpen: true });
  }

  for (const { code, name, short } of names) {
    if (SHORTENED.test(short)) shortened.set(short, code);
    if (UNSPACED.test(short)) wholes.set(plain(short), code);
    const [only, ...others] = wordsOf(name);
    if (only === undefined || others.length > 0) continue;
    wholes.set(only, code);
    noteForms(only, { code, isPart: false });
  }
  for (const [word, code] of distinctiveParts(lang, names)) noteForms(word, { code, isPart: true });
  for (const [beginning, code] of peoplesIn(lang)) {
    stems.set(plain(beginning), { code, isPart: false, isBare: true, isOpen: true });
  }
  for (const [name, code] of alsoCalledIn(lang)) {
    if (name === name.toLowerCase()) wholes.set(plain(name), code);
    else shortened.set(name, code);
  }
  return { wholes, shortened, stems };
}

/** The shortest name that fits: 일본으로 is 일본 + 으로, not 일본으 + 로. */
const KOREAN = new RegExp(`^([가-힣]{2,3}?)(?:${KOREAN_PARTICLES})$`);
/** "And", "in", "to", "from"; shorter rests are other words: כפרו is no Peru, ومالي is financial. */
const HEBREW = /^(?:ו[בלמה]?|[בלמה])([א-ת]{4,})$/;
const ARABIC =
  /^(?:(?:[وف][بل]?|[بل])(?=[\u0621-\u064a]{5})|[وف]?(?:[بك]?ال|لل)(?=[\u0621-\u064a]{4}))([\u0621-\u064a]+)$/;

/** Removes prefixes and particles that are written in one with a name: 일본에서, בגרמניה, بألمانيا. */
function stripAffixes(word: string): string {
  if (word < 'א') return '';
  return (KOREAN.exec(word) ?? HEBREW.exec(word) ?? ARABIC.exec(word))?.[1] ?? '';
}
