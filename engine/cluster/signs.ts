// What of an article's words means the same in other languages, as numbered terms: countries, numbers, names, cognates.
//
// "Japans Abe siegt 2021" gives ^JP (Japan in any language), @ab (too short, dropped), =win (a headline word that is
// known in other languages), @2021. Kinds have their own marks, so that the name "Paris" never meets a street's number.
import { type CountryNames, createCountryNames } from '../text/country-names.ts';
import { toCognate, toNameSkeleton } from '../text/name-skeleton.ts';
import { type Concepts, createConcepts } from '../text/news-concepts.ts';
import { type Lexicon, SHARED_LANGUAGE } from './lexicon.ts';

/** Names further down are background: the people of the event stand in the title and the first lines. */
const TEXT_CHARACTERS = 400;

/** The words of a few thousand articles come again and again; whatever is beyond them is looked up afresh. */
const CACHE_MOST = 50_000;

export type SignSource = {
  readonly lang: string;
  readonly titleWords: readonly string[];
  readonly textWords: readonly string[];
  readonly stopWords: ReadonlySet<string>;
};

export function createSignReader(lexicon: Lexicon): (source: SignSource) => Int32Array {
  const languages = new Map<string, LanguageCache>();

  function readWord(word: string, stopWords: ReadonlySet<string>, { country, concepts }: LanguageCache): WordSigns {
    const intern = (key: string) => lexicon.intern(key, SHARED_LANGUAGE, '');
    const first = word.charCodeAt(0);
    if (first >= 48 && first <= 57) return word.length > 1 ? { inText: [intern(`@${word.replace(/[.,]/g, '')}`)] } : {};
    const land = country(word);
    if (land) return { inText: [intern(`^${land}`)] };
    const lower = word.toLowerCase();
    const concept = concepts(lower);
    if (concept) return { inTitle: intern(`=${concept}`) };
    if (stopWords.has(lower)) return {};
    const cognate = toCognate(word);
    const skeleton = word.length >= 3 && mayBeName(word) ? toNameSkeleton(word) : null;
    return {
      ...(cognate ? { inTitle: intern(`~${cognate}`) } : {}),
      ...(skeleton ? { inText: [intern(`@${skeleton}`)] } : {}),
    };
  }

  return ({ lang, titleWords, textWords, stopWords }) => {
    const cache = languages.get(lang) ?? {
      words: new Map(),
      country: createCountryNames(lang),
      concepts: createConcepts(lang),
    };
    languages.set(lang, cache);
    if (cache.words.size > CACHE_MOST) cache.words.clear();
    const lookUp = (word: string): WordSigns => {
      const known = cache.words.get(word);
      if (known) return known;
      const made = readWord(word, stopWords, cache);
      cache.words.set(word, made);
      return made;
    };
    const found = new Set<number>();
    for (const word of titleWords) {
      const { inTitle, inText } = lookUp(word);
      if (inTitle !== undefined) found.add(inTitle);
      for (const sign of inText ?? []) found.add(sign);
    }
    let read = 0;
    for (const word of textWords) {
      read += word.length + 1;
      if (read > TEXT_CHARACTERS) break;
      for (const sign of lookUp(word).inText ?? []) found.add(sign);
    }
    return Int32Array.from(found).sort();
  };
}

type LanguageCache = {
  readonly words: Map<string, WordSigns>;
  readonly country: CountryNames;
  readonly concepts: Concepts;
};

/** Cognates and headline words count in titles only: further down, too many common words look alike. */
type WordSigns = { readonly inTitle?: number; readonly inText?: readonly number[] };

/** Written with a capital, or in a script that has none. */
function mayBeName(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase() || word.toLowerCase() === word.toUpperCase();
}
