// Tokenises a text: each word's surface, stem, case, numeric value, and the characters between it and the word before.
import type { LanguageRule } from '../text/language-rules.ts';
import { createWordRanges, scanWords, type WordRanges, withPlainFigures } from '../text/split-words.ts';
import { NUMBER_WORDS_MAX, readNumberWords } from './number-words.ts';
import { groupsBySpaces, readNumeral } from './read-numeral.ts';

export type Token = {
  /** As written, with digits of other scripts as 0–9. */
  readonly surface: string;
  /** The stem, or `#` and a number's value; empty for stop words and single letters. */
  readonly key: string;
  /** The text between the previous word and this one; `null` for the first word, unless a mark opens the text. */
  readonly gap: string | null;
  readonly isCapital: boolean;
  readonly value: number | null;
};

const WORD = String.raw`\p{Lu}(?:\.\p{Lu})+|\d+(?:[.,]\d+)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*`;
/** Matches "12 500 000" with these spaces as separators. Not "2024 500", whose first group has four digits. */
const toPattern = (spaces: string) =>
  new RegExp(String.raw`[1-9]\d{0,2}(?:[${spaces}]\d{3})+(?:[.,]\d+)?(?!\d)|${WORD}`, 'gu');
const WITH_SPACES = toPattern('\u00a0\u202f ');
/** Non-breaking spaces hardly ever stand between digits of two numbers. */
const WITHOUT_SPACES = toPattern('\u00a0\u202f');

type TextLanguage = { readonly lang: string; readonly rule: LanguageRule };

export function readTokens(text: string, { lang, rule }: TextLanguage): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  const plain = withPlainFigures(text);
  if (rule.cut === 'dictionary') {
    const { count, starts, ends } = findWords(plain);
    for (let i = 0; i < count; i++) {
      const start = starts[i] ?? 0;
      const gap = start === 0 ? null : plain.slice(end, start); // empty where pairs of characters overlap
      end = ends[i] ?? 0;
      tokens.push(toToken({ word: plain.slice(start, end), gap, lang, rule }));
    }
    return tokens;
  }
  const pattern = groupsBySpaces(lang) ? WITH_SPACES : WITHOUT_SPACES;
  for (const { 0: word, index } of plain.matchAll(pattern)) {
    const gap = tokens.length === 0 && index === 0 ? null : plain.slice(end, index);
    tokens.push(toToken({ word, gap, lang, rule }));
    end = index + word.length;
  }
  return joinNumbers(tokens, lang);
}

function findWords(text: string): WordRanges {
  const found = createWordRanges();
  scanWords(text, { cut: 'dictionary', into: found });
  return found;
}

/** Joins number words: "twenty-five" and "treinta y ocho" are one token each. */
function joinNumbers(tokens: readonly Token[], lang: string): readonly Token[] {
  const joined: Token[] = [];
  let end = 0;
  for (const [at, token] of tokens.entries()) {
    if (at < end) continue;
    const isWord = token.value !== null && !/^\d/.test(token.surface);
    const size = isWord ? measureNumber(tokens.slice(at, at + NUMBER_WORDS_MAX), lang) : 1;
    joined.push(size === 1 ? token : toNumber(tokens.slice(at, at + size), lang));
    end = at + size;
  }
  return joined;
}

/** Number of tokens in the longest number word that the tokens begin with. */
function measureNumber(tokens: readonly Token[], lang: string): number {
  const end = tokens.findIndex(({ gap }, index) => index > 0 && !/^[\s\u2010\u2011-]$/.test(gap ?? ''));
  for (let size = end === -1 ? tokens.length : end; size > 1; size--) {
    if (readValue(tokens.slice(0, size), lang) !== null) return size;
  }
  return 1;
}

function toNumber(tokens: readonly Token[], lang: string): Token {
  const value = readValue(tokens, lang);
  const { gap, isCapital } = tokens[0] ?? { gap: null, isCapital: false };
  return { surface: writeTokens(tokens), key: `#${value}`, gap, isCapital, value };
}

/** The original text of the tokens. */
export function writeTokens(tokens: readonly Token[]): string {
  return tokens.map(({ surface, gap }, index) => (index === 0 ? surface : `${gap}${surface}`)).join('');
}

function readValue(tokens: readonly Token[], lang: string): number | null {
  return readNumberWords(tokens.map(({ surface }) => surface.toLowerCase()).join(' '), lang);
}

type CutWord = TextLanguage & { readonly word: string; readonly gap: string | null };

function toToken({ word, gap, lang, rule }: CutWord): Token {
  const first = word.charAt(0);
  const isCapital = first !== first.toLowerCase();
  const value = /^\d/.test(word) ? readNumeral(word) : readNumberWords(word.toLowerCase(), lang);
  const key = value === null ? toKey(word, rule) : `#${value}`;
  return { surface: word, key, gap, isCapital, value };
}

function toKey(word: string, { toPlain, stem, stopWords }: LanguageRule): string {
  const plain = toPlain(word).replaceAll('.', '');
  return plain.length < 2 || stopWords.has(plain) ? '' : stem(plain);
}
