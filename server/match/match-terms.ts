// The few words of an article by which the database finds it again for a page that tells of the same event, and the signs
// by which it is found for pages in other languages.
//
// Each term is one 32-bit number, of the key of a word or sign and the day it was printed on. So a list of the index holds
// one word of one day: however large the index grows, a page asks for five days' lists, not for all that was ever said of
// a town.
//
//   "Karstova bridge closed", 3 March ─▶ hash(en:karstova) ⊕ day 20515, hash(en:bridg) ⊕ day 20515, …, hash(@krst) ⊕ …
//   page of 4 March ─▶ its rare words ⊕ each of the days 2 … 6 March
import { hashText } from '../../engine/cluster/fnv.ts';
import { createSignKeys } from '../../engine/cluster/sign-keys.ts';
import type { Article } from '../../engine/schema.ts';
import { createLanguageRules } from '../../engine/text/language-rules.ts';
import { splitWords } from '../../engine/text/split-words.ts';
import { isNumber, toTermKey } from '../../engine/text/term-key.ts';
import type { ArticleTerms } from '../store/match-terms.ts';

type Readable = Pick<Article, 'title' | 'lead' | 'lang'>;
type Dated = Pick<Article, 'id' | 'publishedAt' | 'firstSeenAt'>;

/** The engine looks an article up by its 14 strongest words; which these are is not known here, so a few more are kept. */
const TERMS_MAX = 24;
/** A headline has five of these in the mean, title and lead nine. */
const SIGNS_MAX = 12;
/**
 * Names and numbers, then headline words, then countries, by the beginnings of their keys. Words that only look like
 * another language's are as many again: without them 99.1 in place of 99.6 % of pages find their story.
 */
const SIGN_KINDS = '@=^';
/** As far as the engine reads. */
const LEAD_CHARACTERS = 600;
const DAY_MS = 86_400_000;
/** Beyond two days no score is high enough for a match, whatever the words. */
const DAYS_AROUND = 2;

export type TermReader = {
  /** Keys of the words that say most: those of the title, then the lead's names and numbers, then its other words. */
  readonly keysOf: (article: Readable) => readonly string[];
};

/** Keeps the languages' rules, which are costly to make. */
export function createTermReader(): TermReader {
  const rules = createLanguageRules();
  return {
    keysOf({ title, lead, lang }) {
      const rule = rules(lang);
      const keys = new Set<string>();
      const add = (words: readonly string[]) => {
        for (const word of words) {
          if (keys.size >= TERMS_MAX) return;
          const key = toTermKey(word, lang, rule);
          if (key !== null) keys.add(key);
        }
      };
      const words = splitWords(lead.slice(0, LEAD_CHARACTERS), rule.cut);
      add(splitWords(title, rule.cut));
      add(words.filter((word) => isNumber(word) || isCapitalised(word)));
      add(words);
      return [...keys];
    },
  };
}

/** What the database keeps of these articles to find them by. */
export function readMatchTerms(articles: readonly (Readable & Dated)[]): ArticleTerms[] {
  const reader = createTermReader();
  const signsOf = createSignKeys();
  return articles.map((article) => {
    const at = article.publishedAt ?? article.firstSeenAt;
    const day = dayOf(at);
    const keys = new Set([...reader.keysOf(article), ...chooseSigns(signsOf(article))]);
    return { articleId: article.id, at, terms: Array.from(keys, (key) => toDayTerm(key, day)) };
  });
}

/** Of an article's or page's signs those that it is found by, by their keys. */
export function chooseSigns(signs: readonly string[]): readonly string[] {
  const kindOf = (sign: string) => SIGN_KINDS.indexOf(sign.charAt(0));
  return signs
    .filter((sign) => kindOf(sign) >= 0)
    .toSorted((a, b) => kindOf(a) - kindOf(b))
    .slice(0, SIGNS_MAX);
}

/** The days on which articles of the same event can have been printed. */
export function daysAround(at: number): readonly number[] {
  const day = dayOf(at);
  return Array.from({ length: 2 * DAYS_AROUND + 1 }, (_, index) => day - DAYS_AROUND + index);
}

/** Multiplied by a large odd number, so that neighbouring days share no numbers with neighbouring words. */
export function toDayTerm(key: string, day: number): number {
  return (hashText(key) ^ Math.imul(day, 0x9e3779b1)) | 0;
}

const dayOf = (at: number): number => Math.floor(at / DAY_MS);

function isCapitalised(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}
