// The key of a word in the index: a number by its value, any other word by language and stem.
//
// "Quakes" in English is en:quake, "1,000" is #1000 and "7,2" is #7.2 wherever it stands; "the" and single letters have none.
import type { LanguageRule } from './language-rules.ts';

/** Numbers mean the same in every language. */
export const isNumber = (word: string): boolean => {
  const first = word.charCodeAt(0);
  return first >= 48 && first <= 57;
};

/** Separators before groups of three digits. Only for numbers that do not begin with 0. */
const GROUP_SEPARATOR = /[.,](?=\d{3}(?!\d))/g;

/** Removes group separators and writes a decimal point: 1.000,5 and 1,000.5 are 1000.5, and 7.2 is not 72. */
export function toPlainNumber(number: string): string {
  const joined = number.startsWith('0') ? number : number.replace(GROUP_SEPARATOR, '');
  return joined.replaceAll(',', '.');
}

/** Null for stop words and single letters. */
export function toTermKey(
  word: string,
  { lang, rule }: { readonly lang: string; readonly rule: Pick<LanguageRule, 'toPlain' | 'stem' | 'stopWords'> },
): string | null {
  if (isNumber(word)) return `#${toPlainNumber(word)}`;
  const plain = rule.toPlain(word).replaceAll('.', '');
  if (plain.length < 2 || rule.stopWords.has(plain)) return null;
  return `${lang}:${rule.stem(plain)}`;
}
