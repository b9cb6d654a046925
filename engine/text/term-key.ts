// The key under which a word counts as one term: numbers in any language alike, other words by language and stem.
//
// "Quakes" in English is en:quake, "1,000" is #1000 and "7,2" is #7.2 wherever it stands; "the" and single letters are none.
import type { LanguageRule } from './language-rules.ts';

/** Numbers mean the same in every language. */
export const isNumber = (word: string): boolean => {
  const first = word.charCodeAt(0);
  return first >= 48 && first <= 57;
};

/** Before groups of three digits, where a number does not begin with 0. */
const GROUP_SEPARATOR = /[.,](?=\d{3}(?!\d))/g;

/** A number without its separators, with a point before its decimals: 1.000,5 and 1,000.5 are 1000.5, and 7.2 is not 72. */
export function toPlainNumber(number: string): string {
  const joined = number.startsWith('0') ? number : number.replace(GROUP_SEPARATOR, '');
  return joined.replaceAll(',', '.');
}

/** Null for words that say nothing. */
export function toTermKey(
  word: string,
  lang: string,
  rule: Pick<LanguageRule, 'toPlain' | 'stem' | 'stopWords'>,
): string | null {
  if (isNumber(word)) return `#${toPlainNumber(word)}`;
  const plain = rule.toPlain(word).replaceAll('.', '');
  if (plain.length < 2 || rule.stopWords.has(plain)) return null;
  return `${lang}:${rule.stem(plain)}`;
}
