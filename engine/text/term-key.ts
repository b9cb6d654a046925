// The key under which a word counts as one term: numbers in any language alike, other words by language and stem.
//
// "Quakes" in English is en:quake, "1,000" is #1000 wherever it stands; "the" and single letters are none.
import type { LanguageRule } from './language-rules.ts';

/** Numbers mean the same in every language. */
export const isNumber = (word: string): boolean => {
  const first = word.charCodeAt(0);
  return first >= 48 && first <= 57;
};

/** Null for words that say nothing. */
export function toTermKey(word: string, lang: string, rule: Pick<LanguageRule, 'stem' | 'stopWords'>): string | null {
  if (isNumber(word)) return `#${word.replace(/[.,]/g, '')}`;
  const lower = word.toLowerCase().replaceAll('.', '');
  if (lower.length < 2 || rule.stopWords.has(lower)) return null;
  return `${lang}:${rule.stem(lower)}`;
}
