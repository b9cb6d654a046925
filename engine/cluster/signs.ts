// An article's signs: what can be compared between languages, as numbered terms for countries, numbers, names and cognates.
//
// "Japans Abe siegt 2021" gives ^JP (Japan in any language), @ab (a name, but too short: dropped), =win (a headline word
// whose translations are known), @2021. A cognate of a title's word has the prefix ~.
import { enlarge } from '../enlarge.ts';
import { findChineseNames } from '../text/chinese-names.ts';
import { countryNamesIn } from '../text/country-names.ts';
import { type CountryRows, countryRowsIn } from '../text/country-rows.ts';
import type { LanguageRule } from '../text/language-rules.ts';
import { mayBeName, toCognate, toNameSkeleton } from '../text/name-skeleton.ts';
import { conceptsIn } from '../text/news-concepts.ts';
import type { WordRanges } from '../text/split-words.ts';
import { isNumber, toPlainNumber } from '../text/term-key.ts';
import { type Lexicon, SHARED_LANGUAGE } from './lexicon.ts';
import { IS_SIGN_READ, NOTHING, SIGN_IN_TEXT, SIGN_IN_TITLE, type WordTable } from './word-table.ts';

/** A text that has been split: the ranges of its words, and their numbers in the word table. */
export type ReadText = { readonly text: string; readonly ranges: WordRanges; readonly words: Int32Array };

export type ReadSigns = (title: ReadText, text: ReadText) => Int32Array;

type Reading = {
  readonly lexicon: Lexicon;
  readonly lang: string;
  readonly rule: Pick<LanguageRule, 'toPlain' | 'stopWords'>;
  /** The language's table, which the texts' word numbers refer to. */
  readonly table: WordTable;
  /** Is filled with how the texts write each sign. */
  readonly surfaces?: Map<number, string>;
};

export function createSignReader({ lexicon, lang, rule, table, surfaces }: Reading): ReadSigns {
  const countryCodeOf = countryNamesIn(lang);
  const rows = countryRowsIn(lang);
  const concepts = conceptsIn(lang);
  const number = (key: string) => lexicon.intern(key, { language: SHARED_LANGUAGE, surface: '' });
  const noteInTitle = (word: number, key: string) => table.write(word, { fact: SIGN_IN_TITLE, value: number(key) });
  const noteInText = (word: number, key: string) => table.write(word, { fact: SIGN_IN_TEXT, value: number(key) });

  /** Cognates and headline words count in titles only: in texts, too many common words look alike. */
  function readWord(word: number, surface: string): void {
    table.write(word, { fact: IS_SIGN_READ, value: 1 });
    if (isNumber(surface)) {
      if (surface.length > 1) noteInText(word, `@${toPlainNumber(surface)}`);
      return;
    }
    const plain = rule.toPlain(surface);
    const code = countryCodeOf(surface) ?? countryCodeOf(plain); // 韓國 as 韩国
    if (code) {
      noteInText(word, `^${code}`);
      return;
    }
    const lower = surface.toLowerCase();
    const concept = concepts(lower) ?? (plain === lower ? undefined : concepts(plain)); // ўрад as урад
    if (concept) noteInTitle(word, `=${concept}`);
    if (concept || rule.stopWords.has(plain)) return;
    const cognate = toCognate(surface);
    const skeleton = surface.length >= 2 && mayBeName(surface) ? toNameSkeleton(surface) : null;
    if (cognate) noteInTitle(word, `~${cognate}`);
    if (skeleton) noteInText(word, `@${skeleton}`);
  }

  let found = new Int32Array(256);
  let count = 0;
  const makeRoom = (more: number) => {
    if (found.length < count + more) found = enlarge(found, new Int32Array(2 * (count + more)));
  };

  function collect({ text, ranges, words }: ReadText, { characters, isTitle }: Extent): void {
    makeRoom(2 * ranges.count);
    for (let i = 0, read = 0; i < ranges.count; i++) {
      const start = ranges.starts[i] ?? 0;
      const end = ranges.ends[i] ?? 0;
      read += end - start + 1; // a space after each
      if (read > characters) break;
      const word = words[i] ?? NOTHING;
      if (table.read(word, IS_SIGN_READ) === 0) readWord(word, text.slice(start, end));
      const inTitle = isTitle ? table.read(word, SIGN_IN_TITLE) : NOTHING;
      const inText = table.read(word, SIGN_IN_TEXT);
      if (inTitle !== NOTHING) found[count++] = inTitle;
      if (inText !== NOTHING) found[count++] = inText;
      if (surfaces)
        for (const sign of [inTitle, inText]) if (sign !== NOTHING) surfaces.set(sign, text.slice(start, end));
    }
    if (lang === 'zh') collectChineseNames(text.slice(0, characters));
    if (rows !== null) collectCountryRows({ text, ranges, characters }, rows);
  }

  type Beginning = Pick<ReadText, 'text' | 'ranges'> & { readonly characters: number };

  /** Joins adjacent words first, since the dictionary keeps some rows of countries as one word and splits others. */
  function collectCountryRows({ text, ranges, characters }: Beginning, { isPart, codesIn }: CountryRows): void {
    let row = '';
    let end = 0;
    const finish = () => {
      const codes = row.length < 2 ? [] : codesIn(row);
      makeRoom(codes.length);
      for (const code of codes) {
        const sign = number(`^${code}`);
        found[count++] = sign;
        surfaces?.set(sign, row);
      }
      row = '';
    };
    for (let i = 0; i < ranges.count && end < characters; i++) {
      const start = ranges.starts[i] ?? 0;
      if (start !== end) finish();
      end = ranges.ends[i] ?? 0;
      const word = text.slice(start, end);
      if (isPart(word)) row += word;
      else finish();
    }
    finish();
  }

  /** In the text itself, since dictionaries cut foreign names into pieces (chinese-names.ts). */
  function collectChineseNames(text: string): void {
    const names = findChineseNames(text);
    makeRoom(names.length);
    for (const { written, latin } of names) {
      const skeleton = toNameSkeleton(latin);
      if (skeleton === null) continue;
      const sign = number(`@${skeleton}`);
      found[count++] = sign;
      surfaces?.set(sign, written);
    }
  }

  return (title, text) => {
    count = 0;
    collect(title, WHOLE_TITLE);
    collect(text, BEGINNING);
    return withoutRepetitions(found.subarray(0, count).sort());
  };
}

type Extent = { readonly characters: number; readonly isTitle: boolean };

const WHOLE_TITLE: Extent = { characters: 0x7fffffff, isTitle: true };
/** Names further down are background: the people of the event stand in the title and the first lines. */
const BEGINNING: Extent = { characters: 400, isTitle: false };

/** Without repetitions; overwrites the given array. */
function withoutRepetitions(ascending: Int32Array): Int32Array {
  let count = 0;
  for (let i = 0; i < ascending.length; i++) {
    const sign = ascending[i] ?? 0;
    if (i === 0 || sign !== ascending[i - 1]) ascending[count++] = sign;
  }
  return ascending.slice(0, count);
}
