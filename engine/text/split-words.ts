// Splits a text into words: by kinds of characters, and scripts without spaces by the host's Intl.Segmenter.
//
// Initials with dots ("U.S.") are one word; numbers keep their separators ("1,000.5"); combining marks stay with their letter, and
// apostrophes between Cyrillic letters.
// As a regular expression: \p{Lu}(?:\.\p{Lu})+|\d+(?:[.,]\d+)*|[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}]|(?<=[а-џ])['’ʼ](?=[а-џ]))*
// Words are returned as index ranges: most have been met before, so a new string for each would be wasted.
import { enlarge } from '../enlarge.ts';
import { CAPITAL, FIGURE, kindAt, LETTER, NUMBER, OTHER, SMALL } from './letter-kinds.ts';
import { OTHER_FIGURES, toPlainFigure } from './plain-figures.ts';

/** `dictionary`: for scripts without spaces between words. */
export type Cut = 'spaces' | 'dictionary';

/** Index ranges of a text's words: the first `count` entries of both arrays. Reused from text to text. */
export type WordRanges = { count: number; starts: Int32Array; ends: Int32Array };

export function createWordRanges(): WordRanges {
  return { count: 0, starts: new Int32Array(64), ends: new Int32Array(64) };
}

/** The words in order, as they are written; digits of other scripts as 0–9, so that numbers match across languages. */
export function splitWords(text: string, cut: Cut): readonly string[] {
  const plain = withPlainFigures(text);
  const found = createWordRanges();
  scanWords(plain, { cut, into: found });
  const words: string[] = [];
  for (let i = 0; i < found.count; i++) words.push(plain.slice(found.starts[i], found.ends[i]));
  return words;
}

/** `text` must have plain digits (`withPlainFigures`). */
export function scanWords(text: string, { cut, into }: { readonly cut: Cut; readonly into: WordRanges }): void {
  into.count = 0;
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    if (kind === OTHER || kind === NUMBER) {
      at++;
      continue;
    }
    const end = kind === FIGURE ? endOfFigures(text, at) : endOfWord(text, at, cut);
    if (cut === 'dictionary') addSegments(into, { text, start: at, end });
    else add(into, at, end);
    at = end;
  }
}

// biome-ignore lint/complexity/useMaxParams: called for every word of every text
function add(into: WordRanges, start: number, end: number): void {
  if (into.count === into.starts.length) {
    into.starts = enlarge(into.starts, new Int32Array(2 * into.count));
    into.ends = enlarge(into.ends, new Int32Array(2 * into.count));
  }
  into.starts[into.count] = start;
  into.ends[into.count++] = end;
}

function endOfFigures(text: string, start: number): number {
  let end = start;
  for (;;) {
    while (kindAt(text, end) === FIGURE) end++;
    const unit = text.charCodeAt(end);
    if ((unit !== DOT && unit !== COMMA) || kindAt(text, end + 1) !== FIGURE) return end;
    end++;
  }
}

const SPACE = 32;
const COMMA = 44;
const DOT = 46;

/**
 * In scripts without spaces a digit begins a new word, since 予算3.5億円 would be split at its dot otherwise. So does a letter of
 * another script: 米Google contains the word Google.
 */
// biome-ignore lint/complexity/useMaxParams: called for every word of every text
function endOfWord(text: string, start: number, cut: Cut): number {
  let end = start + 1;
  if (kindAt(text, start) === CAPITAL) {
    if ((text.codePointAt(start) ?? 0) > 0xffff) end++;
    if (text.charCodeAt(end) === DOT && kindAt(text, end + 1) === CAPITAL) return endOfInitials(text, end);
  }
  for (;;) {
    for (let next = kindAt(text, end); next >= NUMBER; next = kindAt(text, ++end)) {
      if (cut === 'dictionary' && next !== NUMBER && isUnspaced(text, end - 1) !== isUnspaced(text, end)) return end;
    }
    if (!isApostrophe(text.charCodeAt(end)) || !isCyrillic(text, end - 1) || !isCyrillic(text, end + 1)) return end;
    end++;
  }
}

/** Part of a word in Ukrainian and Belarusian: прем'єр, сям’я. */
const isApostrophe = (unit: number) => unit === 0x27 || unit === 0x2019 || unit === 0x2bc;

function isCyrillic(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x400 && unit < 0x530;
}

/** A letter from Thai on in code order, where all scripts without spaces are. */
function isUnspaced(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 0xe00 && kindAt(text, at) === LETTER;
}

/** `dot`: index of the dot after the first initial. */
function endOfInitials(text: string, dot: number): number {
  let end = dot;
  while (text.charCodeAt(end) === DOT && kindAt(text, end + 1) === CAPITAL) {
    end += (text.codePointAt(end + 1) ?? 0) > 0xffff ? 3 : 2;
  }
  return end;
}

/**
 * Finds words of two or more letters with a capital inside a sentence: after a small letter, an optional comma and one space.
 * Matches do not overlap: the last letter of one cannot precede the next, so "in New York City" gives New and City.
 * As a regular expression: \p{Ll},? (\p{Lu}[\p{L}\p{M}]+)
 */
export function findInnerCapitals(
  { text, words }: { readonly text: string; readonly words: WordRanges },
  take: (start: number, end: number) => void,
): void {
  let from = 0;
  for (let i = 0; i < words.count; i++) {
    const start = words.starts[i] ?? 0;
    if (start < 2 || text.charCodeAt(start - 1) !== SPACE || kindAt(text, start) !== CAPITAL) continue;
    const before = start - (text.charCodeAt(start - 2) === COMMA ? 3 : 2);
    if (before < from || kindAt(text, before) !== SMALL) continue;
    let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
    if (kindAt(text, end) < LETTER) continue;
    while (kindAt(text, end) >= LETTER) end++;
    take(start, end);
    from = end;
  }
}

// ── figures of other scripts ────────────────────────────────────────────────────────────────────────────────────────

/** Arabic, Persian, Devanagari, Bengali, Thai and the wide ones of Japanese, and the separators of Arabic and full-width numbers. */
const OTHER_NUMBER_PARTS = new RegExp(`[${OTHER_FIGURES}٫٬．]`, 'g');

/** Keeps the text's length. */
export function withPlainFigures(text: string): string {
  return text.replace(OTHER_NUMBER_PARTS, toPlain);
}

function toPlain(figure: string): string {
  if (figure === '٬') return ',';
  if (figure === '٫' || figure === '．') return '.';
  return toPlainFigure(figure);
}

// ── scripts without spaces ──────────────────────────────────────────────────────────────────────────────────────────

/** Han, kana, Thai, Lao, Khmer, Burmese. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,}/u;

type TextRange = { readonly text: string; readonly start: number; readonly end: number };

/**
 * One segmenter serves all of these scripts. Without Intl.Segmenter, pairs of characters work nearly as well. They are also used
 * for names that its dictionary lacks: it splits 特朗普 into three words, each too short to be of use.
 */
function addSegments(into: WordRanges, { text, start, end }: TextRange): void {
  const run = text.slice(start, end);
  if (!UNSPACED.test(run)) {
    add(into, start, end);
  } else if (typeof Intl.Segmenter === 'function') {
    let alone = '';
    for (const { isWordLike, index, segment } of segmenter().segment(run)) {
      if (ONE_CHARACTER.test(segment)) {
        alone += segment;
        continue;
      }
      addPairs(into, { run: alone, start: start + index - alone.length });
      alone = '';
      if (isWordLike) add(into, start + index, start + index + segment.length);
    }
    addPairs(into, { run: alone, start: end - alone.length });
  } else addPairs(into, { run, start });
}

const ONE_CHARACTER = /^\p{Script=Han}$/u;

/** A run of one character is one word. */
function addPairs(into: WordRanges, { run, start }: { readonly run: string; readonly start: number }): void {
  if ([...run].length === 1) add(into, start, start + run.length);
  let first = 0;
  let second = 0;
  for (const letter of run) {
    const third = second + letter.length;
    if (second > 0) add(into, start + first, start + third);
    first = second;
    second = third;
  }
}

let shared: Intl.Segmenter | undefined; // costly to create, and stateless

function segmenter(): Intl.Segmenter {
  shared ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return shared;
}
