// Reads a text as a row of words: stem, surface, capital, number value, and what stands between it and the word before.
import type { LanguageRule } from '../text/language-rules.ts';
import { splitWords } from '../text/split-words.ts';
import { groupsBySpaces, readNumberWord, readNumeral } from './number-words.ts';

export type Token = {
  readonly surface: string;
  /** The stem, or `#` and the value of a number; empty for words that say nothing. */
  readonly key: string;
  /** What stands between the word before and this one; `null` before the first word, unless a mark opens the text. */
  readonly gap: string | null;
  readonly isCapital: boolean;
  readonly value: number | null;
};

const WORD = String.raw`\p{Lu}(?:\.\p{Lu})+|\d+(?:[.,]\d+)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*`;
/** "12 500 000", with these spaces between the groups. Not "2024 500": no number begins with four digits before such a space. */
const toPattern = (spaces: string) =>
  new RegExp(String.raw`[1-9]\d{0,2}(?:[${spaces}]\d{3})+(?:[.,]\d+)?(?!\d)|${WORD}`, 'gu');
const WITH_SPACES = toPattern('\u00a0\u202f ');
/** A space that keeps its line is hardly ever typed but within a number. */
const WITHOUT_SPACES = toPattern('\u00a0\u202f');

export function readTokens(text: string, lang: string, rule: LanguageRule): readonly Token[] {
  if (rule.cut === 'dictionary') {
    return splitWords(text, rule.cut).map((word) => toToken({ word, gap: ' ', lang, rule }));
  }
  const tokens: Token[] = [];
  let end = 0;
  const pattern = groupsBySpaces(lang) ? WITH_SPACES : WITHOUT_SPACES;
  for (const { 0: word, index } of text.matchAll(pattern)) {
    const gap = tokens.length === 0 && index === 0 ? null : text.slice(end, index);
    tokens.push(toToken({ word, gap, lang, rule }));
    end = index + word.length;
  }
  return tokens;
}

type Cut = {
  readonly word: string;
  readonly gap: string | null;
  readonly lang: string;
  readonly rule: LanguageRule;
};

function toToken({ word, gap, lang, rule }: Cut): Token {
  const first = word.charAt(0);
  const isCapital = first !== first.toLowerCase();
  const value = /^\d/.test(word) ? readNumeral(word) : readNumberWord(word.toLowerCase(), lang);
  const key = value === null ? toKey(word, rule) : `#${value}`;
  return { surface: word, key, gap, isCapital, value };
}

function toKey(word: string, { stem, stopWords }: LanguageRule): string {
  const lower = word.toLowerCase().replaceAll('.', '');
  return lower.length < 2 || stopWords.has(lower) ? '' : stem(lower);
}
