// Turns an article's words into numbered, weighted terms, and into signs that other languages share.
import type { ClusterArticle } from '../ports.ts';
import { cutAtBar } from '../text/cut-at-bar.ts';
import { createLanguageRules, type LanguageRule } from '../text/language-rules.ts';
import { splitWords } from '../text/split-words.ts';
import { isNumber, toTermKey } from '../text/term-key.ts';
import { type Lexicon, SHARED_LANGUAGE } from './lexicon.ts';
import { createRecentWords, type RecentWords } from './recent-words.ts';
import { createSignReader, NOTHING, type ReadSigns, type Word } from './signs.ts';
import type { Tuning } from './tuning.ts';
import { toWeight } from './weights.ts';

export type Vector = {
  readonly language: number;
  readonly terms: Int32Array;
  readonly weights: Float32Array;
  readonly signs: Int32Array;
};

/** More words of a title than this share with a capital: a headline style that hides which are names. */
const TITLE_CASE_SHARE = 0.7;

/** A capitalised word after a small letter and a space. */
const INNER_CAPITAL = /\p{Ll},? (\p{Lu}[\p{L}\p{M}]+)/gu;

type Readable = Pick<ClusterArticle, 'title' | 'lead' | 'lang' | 'body'>;

type LanguageCache = { readonly rule: LanguageRule; readonly words: RecentWords<Word>; readonly readSigns: ReadSigns };

/** The vectorizer also fills `surfaces`, where given, with how the text itself writes each term. */
export function createVectorizer(lexicon: Lexicon, tuning: Tuning) {
  const rules = createLanguageRules();
  const known = new Map<string, LanguageCache>();
  let generation = lexicon.generation();
  let totals: Uint16Array = new Uint16Array(0); // by term, all zero between two articles

  function toTerm(word: string, language: number, rule: LanguageRule): number {
    const key = toTermKey(word, lexicon.languageCode(language), rule);
    if (key === null) return NOTHING;
    return lexicon.intern(key, isNumber(word) ? SHARED_LANGUAGE : language, word);
  }

  function cacheOf(lang: string): LanguageCache {
    const there = known.get(lang);
    if (there) return there;
    const rule = rules(lang);
    const made = { rule, words: createRecentWords<Word>(), readSigns: createSignReader(lexicon, lang, rule.stopWords) };
    known.set(lang, made);
    return made;
  }

  /** Inside a sentence only: its first word has a capital whatever it is. */
  function noteCases(text: string, found: readonly Word[], words: RecentWords<Word>): void {
    for (const { term, isCapitalised } of found) {
      if (term !== NOTHING && !isCapitalised) lexicon.noteCase(term, false);
    }
    for (const [, word = ''] of text.matchAll(INNER_CAPITAL)) {
      const term = words.get(word)?.term ?? NOTHING;
      if (term !== NOTHING) lexicon.noteCase(term, true);
    }
  }

  return function vectorize(article: Readable, surfaces?: Map<number, string>): Vector {
    if (generation !== lexicon.generation()) {
      for (const { words } of known.values()) words.clear();
      generation = lexicon.generation();
    }
    const language = lexicon.languageOf(article.lang);
    const { rule, words, readSigns } = cacheOf(article.lang);
    const met: number[] = [];
    const read = (text: string, weight: number): Word[] =>
      splitWords(text, rule.cut).map((surface) => {
        let word = words.get(surface);
        if (!word) {
          word = createWord(surface, toTerm(surface, language, rule));
          words.set(surface, word);
        }
        const { term } = word;
        if (term === NOTHING) return word;
        if (term >= totals.length) totals = enlarge(totals, 2 * (term + 1));
        const before = totals[term] ?? 0;
        if (before === 0) met.push(term);
        totals[term] = before + weight;
        if (surfaces && !surfaces.has(term)) surfaces.set(term, surface);
        return word;
      });
    const title = cutAtBar(article.title);
    const titleWords = read(title, tuning.titleWeight);
    if (!isTitleCase(titleWords)) noteCases(title, titleWords, words);
    const text = toText(article).slice(0, tuning.readCharacters);
    const textWords = read(text, 1);
    noteCases(text, textWords, words);
    const terms = new Int32Array(met).sort();
    const weights = new Float32Array(terms.length);
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i] ?? 0;
      weights[i] = toWeight(totals[term] ?? 1);
      totals[term] = 0;
    }
    return { language, terms, weights, signs: readSigns(titleWords, textWords) };
  };
}

function createWord(surface: string, term: number): Word {
  const first = surface.charAt(0);
  return {
    surface,
    term,
    isCapitalised: first !== first.toLowerCase(),
    isSignRead: false,
    signInTitle: NOTHING,
    signInText: NOTHING,
  };
}

function enlarge(array: Uint16Array, length: number): Uint16Array {
  const larger = new Uint16Array(length);
  larger.set(array);
  return larger;
}

/** Lead and body without saying the same twice: a feed's summary is often the body's beginning. */
export function toText(article: Pick<ClusterArticle, 'lead' | 'body'>): string {
  const body = article.body ?? '';
  if (!body || !article.lead) return article.lead || body;
  return body.slice(0, 200).startsWith(article.lead.slice(0, 60)) ? body : `${article.lead}\n${body}`;
}

function isTitleCase(words: readonly Word[]): boolean {
  return (
    words.length > 3 && words.filter(({ isCapitalised }) => isCapitalised).length / words.length > TITLE_CASE_SHARE
  );
}
