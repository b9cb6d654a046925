// Turns an article's words into numbered, weighted terms, and into signs that other languages share.
import type { ClusterArticle } from '../ports.ts';
import { createLanguageRules, type LanguageRule } from '../text/language-rules.ts';
import { splitWords } from '../text/split-words.ts';
import { isNumber, toTermKey } from '../text/term-key.ts';
import { type Lexicon, SHARED_LANGUAGE } from './lexicon.ts';
import { createSignReader } from './signs.ts';
import type { Tuning } from './tuning.ts';

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

const NOTHING = -1;

type Readable = Pick<ClusterArticle, 'title' | 'lead' | 'lang' | 'body'>;

/** The vectorizer also fills `surfaces`, where given, with how the text itself writes each term. */
export function createVectorizer(lexicon: Lexicon, tuning: Tuning) {
  const rules = createLanguageRules();
  const known = new Map<number, Map<string, number>>();
  const readSigns = createSignReader(lexicon);

  function toTerm(word: string, language: number, rule: LanguageRule): number {
    const key = toTermKey(word, lexicon.languageCode(language), rule);
    if (key === null) return NOTHING;
    return lexicon.intern(key, isNumber(word) ? SHARED_LANGUAGE : language, word);
  }

  /** Inside a sentence only: its first word has a capital whatever it is. */
  function noteCases(text: string, words: readonly string[], terms: ReadonlyMap<string, number>): void {
    for (const word of words) {
      const term = terms.get(word) ?? NOTHING;
      if (term !== NOTHING && !isCapitalised(word)) lexicon.noteCase(term, false);
    }
    for (const [, word = ''] of text.matchAll(INNER_CAPITAL)) {
      const term = terms.get(word) ?? NOTHING;
      if (term !== NOTHING) lexicon.noteCase(term, true);
    }
  }

  return function vectorize(article: Readable, surfaces?: Map<number, string>): Vector {
    const language = lexicon.languageOf(article.lang);
    const rule = rules(article.lang);
    const { stopWords, cut } = rule;
    const cache = known.get(language) ?? new Map<string, number>();
    known.set(language, cache);
    const totals = new Map<number, number>();
    const read = (text: string, weight: number) => {
      const found = splitWords(text, cut);
      for (const word of found) {
        let term = cache.get(word);
        if (term === undefined) {
          term = toTerm(word, language, rule);
          cache.set(word, term);
        }
        if (term === NOTHING) continue;
        totals.set(term, (totals.get(term) ?? 0) + weight);
        if (surfaces && !surfaces.has(term)) surfaces.set(term, word);
      }
      return found;
    };
    const titleWords = read(article.title, tuning.titleWeight);
    if (!isTitleCase(titleWords)) noteCases(article.title, titleWords, cache);
    const text = toText(article).slice(0, tuning.readCharacters);
    const textWords = read(text, 1);
    noteCases(text, textWords, cache);
    const terms = Int32Array.from(totals.keys()).sort();
    const weights = Float32Array.from(terms, (term) => toWeight(totals.get(term) ?? 1));
    const signs = readSigns({ lang: article.lang, titleWords, textWords, stopWords });
    return { language, terms, weights, signs };
  };
}

/** The second mention of a word says less than the first. */
export function toWeight(count: number): number {
  return WEIGHTS[count] ?? 1 + Math.log(count);
}

const WEIGHTS = Float64Array.from({ length: 64 }, (_, count) => 1 + Math.log(count));

export function toCount(weight: number): number {
  return Math.round(Math.exp(weight - 1));
}

/** Lead and body without saying the same twice: a feed's summary is often the body's beginning. */
export function toText(article: Pick<ClusterArticle, 'lead' | 'body'>): string {
  const body = article.body ?? '';
  if (!body || !article.lead) return article.lead || body;
  return body.slice(0, 200).startsWith(article.lead.slice(0, 60)) ? body : `${article.lead}\n${body}`;
}

function isTitleCase(words: readonly string[]): boolean {
  return words.length > 3 && words.filter(isCapitalised).length / words.length > TITLE_CASE_SHARE;
}

function isCapitalised(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}
