// How rare a word is among the headlines of other stories: words that every story has say little about one.
import { createLanguageRules } from '../text/language-rules.ts';
import { readTokens } from './read-tokens.ts';

export type WordRarity = {
  /** ln(1 + (articles + 50) / (articles with the word + 1)), of articles in that language; about 0.7 for a word in all of them. */
  of(key: string, lang: string): number;
  /** Whether so few headlines have the word that sharing it means something: 1 % of them, at least 3. */
  isRare(key: string, lang: string): boolean;
};

/** Smoothing: as many headlines without the word are added, so that in an empty index all words are about equally rare. */
const PSEUDO_HEADLINES = 50;
/** A higher share lets "president" relate stories; a lower one loses the names of a busy week. */
const RARE_SHARE = 0.01;
const RARE_LEAST = 3;

export function createWordRarity(headlines: readonly { readonly title: string; readonly lang: string }[]): WordRarity {
  const rules = createLanguageRules();
  const totals = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const { title, lang } of headlines) {
    totals.set(lang, (totals.get(lang) ?? 0) + 1);
    for (const key of new Set(readTokens(title, { lang, rule: rules(lang) }).map((token) => token.key))) {
      counts.set(`${lang}:${key}`, (counts.get(`${lang}:${key}`) ?? 0) + 1);
    }
  }
  const countOf = (key: string, lang: string) => counts.get(`${lang}:${key}`) ?? 0;
  return {
    of: (key, lang) => Math.log(1 + ((totals.get(lang) ?? 0) + PSEUDO_HEADLINES) / (countOf(key, lang) + 1)),
    isRare: (key, lang) => countOf(key, lang) <= Math.max(RARE_LEAST, (totals.get(lang) ?? 0) * RARE_SHARE),
  };
}
