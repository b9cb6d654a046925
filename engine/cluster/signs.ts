// What of an article's words means the same in other languages, as numbered terms: countries, numbers, names, cognates.
//
// "Japans Abe siegt 2021" gives ^JP (Japan in any language), @ab (too short, dropped), =win (a headline word that is
// known in other languages), @2021. Kinds have their own marks, so that the name "Paris" never meets a street's number.
import { createCountryNames } from '../text/country-names.ts';
import { mayBeName, toCognate, toNameSkeleton } from '../text/name-skeleton.ts';
import { createConcepts } from '../text/news-concepts.ts';
import { isNumber, toFigure } from '../text/term-key.ts';
import { type Lexicon, SHARED_LANGUAGE } from './lexicon.ts';

/** Names further down are background: the people of the event stand in the title and the first lines. */
const TEXT_CHARACTERS = 400;

export const NOTHING = -1;

/** A word as a language writes it, with all that is known of it: looked up once for everything. */
export type Word = {
  readonly surface: string;
  /** NOTHING for words that say nothing. */
  readonly term: number;
  readonly isCapitalised: boolean;
  /** False until an article has it where signs are read. */
  isSignRead: boolean;
  /** Cognates and headline words count in titles only: further down, too many common words look alike. */
  signInTitle: number;
  signInText: number;
};

export type ReadSigns = (titleWords: readonly Word[], textWords: readonly Word[]) => Int32Array;

export function createSignReader(lexicon: Lexicon, lang: string, stopWords: ReadonlySet<string>): ReadSigns {
  const country = createCountryNames(lang);
  const concepts = createConcepts(lang);
  const intern = (key: string) => lexicon.intern(key, SHARED_LANGUAGE, '');

  function readWord(word: Word): void {
    word.isSignRead = true;
    const { surface } = word;
    if (isNumber(surface)) {
      if (surface.length > 1) word.signInText = intern(`@${toFigure(surface)}`);
      return;
    }
    const land = country(surface);
    if (land) {
      word.signInText = intern(`^${land}`);
      return;
    }
    const lower = surface.toLowerCase();
    const concept = concepts(lower);
    if (concept) word.signInTitle = intern(`=${concept}`);
    if (concept || stopWords.has(lower)) return;
    const cognate = toCognate(surface);
    const skeleton = surface.length >= 3 && mayBeName(surface) ? toNameSkeleton(surface) : null;
    if (cognate) word.signInTitle = intern(`~${cognate}`);
    if (skeleton) word.signInText = intern(`@${skeleton}`);
  }

  return (titleWords, textWords) => {
    const found: number[] = [];
    for (const word of titleWords) {
      if (!word.isSignRead) readWord(word);
      if (word.signInTitle !== NOTHING) found.push(word.signInTitle);
      if (word.signInText !== NOTHING) found.push(word.signInText);
    }
    let read = 0;
    for (const word of textWords) {
      read += word.surface.length + 1;
      if (read > TEXT_CHARACTERS) break;
      if (!word.isSignRead) readWord(word);
      if (word.signInText !== NOTHING) found.push(word.signInText);
    }
    return eachOnce(new Int32Array(found).sort());
  };
}

function eachOnce(ascending: Int32Array): Int32Array {
  return ascending.filter((sign, at) => sign !== ascending[at - 1]);
}
