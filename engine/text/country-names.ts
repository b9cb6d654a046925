// Recognises countries and their peoples in any language that the host's Intl data knows.
//
// The host can name every country in every language: JP is Japan, Japón, Япония, اليابان. A word counts as that country
// when it is its name, or the name less its last vowels with an ending that names take in that language: "Japanese",
// "japonesa", "японский". Example: Niger is NE; "Nigerian" is Nigeria with "n" before it is Niger with "ian".
// Names of several words count by those words that other languages have too (Costa Rica), no part of the world has
// ("South Africa") and no other country; written with a capital, where there are any. Shortened names (US, США) count as
// they are written.
// Names shorter than a stem (Чад, 日本, 독일) count whole; Korean ones with a particle behind them, too, and Hebrew and Arabic
// ones with what is written in one before them.
import { remember } from '../remember.ts';
import { alsoCalledIn, countryEndings, peoplesIn } from './country-endings.ts';
import { KOREAN_PARTICLES } from './light-stems.ts';
import { mayBeName } from './name-skeleton.ts';
import { namesIn, plain, tellingParts, wordsOf } from './region-names.ts';

/** Shorter stems meet other words. */
const STEM_LEAST = 4;
/** A name this long is known by all but its last three letters, whatever follows. */
const LONG = 9;
/** So long a stem is a word of its own: German, Afghan. */
const BARE_LEAST = 6;
const ENDING_MOST = 7;
/** Shortened names: US, UK, USA, США. */
const SHORTENED = /^\p{Lu}{2,4}$/u;
/** There a short name is no abbreviation: アメリカ, not アメリカ合衆国. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Katakana}]{2,}$/u;
const LAST_VOWEL = /[aeiouyjаеёиіїйоуыьюяє]$/;
const CUT_OFF = /(?:istan|land|i?en)$/;

export type CountryNames = (word: string) => string | undefined;

/** What words of a country may begin with; `isOpen`: whatever follows. */
type Stem = { readonly code: string; readonly isBare: boolean; readonly isOpen: boolean; readonly isPart: boolean };

/** Languages whose names of countries stay known: they are costly to make, and an article may claim any language. */
export const LANGUAGES_KEPT = 64;

/** Of a language, made once for all who ask. */
export const countryNamesIn = remember(createCountryNames, LANGUAGES_KEPT);

function createCountryNames(lang: string): CountryNames {
  const { wholes, shortened, stems } = readNames(lang);
  const beginnings = new Set([...stems.keys()].map((stem) => stem.slice(0, STEM_LEAST)));
  const endsLikeCountry = countryEndings(lang);

  function fits({ isOpen, isBare, isPart }: Stem, ending: string): boolean {
    if (ending === '') return isPart || isBare;
    return isOpen ? ending.length <= ENDING_MOST : endsLikeCountry(ending, isBare);
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
    const bare = withoutWrittenOn(word);
    const whole = shortened.get(surface) ?? wholes.get(word) ?? wholes.get(bare);
    return whole ?? codeOf(word, surface) ?? (bare === '' ? undefined : codeOf(bare, surface));
  };
}

type Names = {
  /** Names of one word. */
  readonly wholes: ReadonlyMap<string, string>;
  readonly shortened: ReadonlyMap<string, string>;
  /** Null for what two countries have alike. */
  readonly stems: ReadonlyMap<string, Stem | null>;
};

function readNames(lang: string): Names {
  const names = namesIn(lang);
  const wholes = new Map<string, string>();
  const shortened = new Map<string, string>();
  const stems = new Map<string, Stem | null>();

  /** A name of one word goes before parts of names. */
  function note(key: string, stem: Stem): void {
    const there = stems.get(key);
    if (there === undefined || (there?.isPart && !stem.isPart)) stems.set(key, stem);
    else if (there && there.code !== stem.code && there.isPart === stem.isPart) stems.set(key, null);
  }

  function noteForms(word: string, code: string, isPart: boolean): void {
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
    noteForms(only, code, false);
  }
  for (const [word, code] of tellingParts(lang, names)) noteForms(word, code, true);
  for (const [beginning, code] of peoplesIn(lang)) {
    stems.set(plain(beginning), { code, isPart: false, isBare: true, isOpen: true });
  }
  for (const [name, code] of alsoCalledIn(lang)) {
    if (name === name.toLowerCase()) wholes.set(plain(name), code);
    else shortened.set(name, code);
  }
  return { wholes, shortened, stems };
}

/** The shortest name that fits: 일본으로 is 일본 with 으로, and not 일본으 with 로. */
const KOREAN = new RegExp(`^([가-힣]{2,3}?)(?:${KOREAN_PARTICLES})$`);
/** "And", "in", "to", "from"; shorter rests are other words: כפרו is no Peru, ومالي is financial. */
const HEBREW = /^(?:ו[בלמה]?|[בלמה])([א-ת]{4,})$/;
const ARABIC =
  /^(?:(?:[وف][بل]?|[بل])(?=[\u0621-\u064a]{5})|[وف]?(?:[بك]?ال|لل)(?=[\u0621-\u064a]{4}))([\u0621-\u064a]+)$/;

/** What stands before and after names in the same word: 일본에서, בגרמניה, بألمانيا. */
function withoutWrittenOn(word: string): string {
  if (word < 'א') return '';
  return (KOREAN.exec(word) ?? HEBREW.exec(word) ?? ARABIC.exec(word))?.[1] ?? '';
}
