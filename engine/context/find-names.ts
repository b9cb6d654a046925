// Finds names: rows of capitalised words, not counting capitals of title case and of sentence beginnings.
//
// "On Friday, Donald Trump met the Federal Reserve's Powell in New York." → Donald Trump, Federal Reserve, Powell, New York.
// A capital means nothing at the beginning of a sentence or in a title-case headline: there a word counts only if another
// sentence of the story capitalises it in its middle, or if it belongs to an office, which is removed from the name:
// "Secretary of State Ada Lind said …". German capitalises every noun, so only rows of two or more words count there. In
// scripts without case no names are found.

import { isTimeName } from '../text/time-names.ts';
import {
  ARTICLES,
  AUTHORITIES,
  CREDITS,
  ENGLISH_ARTICLES,
  GROUPS,
  INSTITUTIONS,
  LABELS,
  NAME_BEGINNINGS,
  NOT_ALONE,
  OFFICES,
  PARTICLES,
  PARTIES,
  SUFFIXES,
} from './not-names.ts';
import type { Sentence } from './read-reports.ts';
import type { Token } from './read-tokens.ts';

export type Name = {
  /** Folded: without case and accents, words joined by hyphens. */
  readonly id: string;
  readonly text: string;
  /** Stems of its words. */
  readonly keys: readonly string[];
};

const CAPITAL_NOUNS = new Set(['de', 'lb']);
const TITLE_CASE_SHARE = 0.6;
const NAME_WORDS_MAX = 4;

/** How often each word is written with a capital that its position does not require, and how often without. */
export type Spellings = Readonly<Record<'capital' | 'small', ReadonlyMap<string, number>>>;

/** Words that the story's sentences write with a capital that their position does not require. */
export function findCapitalWords(sentences: readonly Sentence[]): ReadonlySet<string> {
  const { capital, small } = countSpellings(sentences);
  return new Set([...capital].filter(([word, count]) => count >= (small.get(word) ?? 0)).map(([word]) => word));
}

export function countSpellings(sentences: readonly Sentence[]): Spellings {
  const capital = new Map<string, number>();
  const small = new Map<string, number>();
  for (const sentence of sentences) {
    const isHeadline = isTitleCase(sentence);
    for (const [index, { surface, isCapital }] of sentence.tokens.entries()) {
      const lower = surface.toLowerCase();
      if (!isCapital) small.set(lower, (small.get(lower) ?? 0) + 1);
      else if (!isHeadline && !startsSentence(sentence.tokens, index))
        capital.set(lower, (capital.get(lower) ?? 0) + 1);
    }
  }
  return { capital, small };
}

export type NameContext = {
  /** Of the story (`findCapitalWords`). */
  readonly capitals: ReadonlySet<string>;
  readonly lang: string;
};

export function findNames(sentence: Sentence, { capitals, lang }: NameContext): readonly Name[] {
  const { tokens } = sentence;
  const isHeadline = isTitleCase(sentence);
  const names: Name[] = [];
  let run: Part[] = [];
  const end = () => {
    const name = toName(run, lang);
    if (name !== null) names.push(name);
    run = [];
  };
  for (const [index, token] of tokens.entries()) {
    const isShown = !isHeadline && !startsSentence(tokens, index);
    const isPart =
      token.isCapital &&
      token.value === null &&
      (isShown || capitals.has(token.surface.toLowerCase()) || isIn(OFFICES)(token)) &&
      !isOfSmallWord(tokens, index) &&
      !isOfParty(tokens, index);
    if (run.length > 0 && !isJoint(token.gap) && !isElided(tokens, index)) end();
    if (isPart) run.push({ ...token, isShown });
    else if (run.length > 0 && (isParticle(sentence, index) || (run.length > 1 && isTail(token))))
      run.push({ ...token, isShown });
    else end();
  }
  end();
  return names;
}

/** `isShown`: its capital is its own, not due to its position. */
type Part = Token & { readonly isShown: boolean };

function toName(run: readonly Part[], lang: string): Name | null {
  const words = dropOffice(
    run.filter((part, index) => part.surface.length > 1 || isJoined(run, index)),
    lang,
  );
  const [only] = words;
  if (only === undefined || words.filter(({ isCapital }) => isCapital).length > NAME_WORDS_MAX) return null;
  if (words.some(isIn(CREDITS)) || words.every(isIn(LABELS))) return null;
  if (words.length === 1) {
    if (CAPITAL_NOUNS.has(lang) || only.key === '' || only.surface.length < 3) return null;
    if (isIn(NOT_ALONE)(only) || (isIn(OFFICES)(only) && !isIn(PARTIES)(only))) return null;
  }
  const text = words.map((word, index) => (index === 0 ? '' : writeGap(word.gap)) + writeWord(word)).join('');
  const keys = words.map(({ key }) => key).filter((key) => key !== '');
  return keys.length === 0 ? null : { id: toNameId(text), text, keys };
}

/** "British Prime Minister Theresa May" → "Theresa May"; "Secretary of State Mike Pompeo" → "Mike Pompeo"; "The White House" → "White House". */
function dropOffice(run: readonly Part[], lang: string): readonly Part[] {
  const office = run.findLastIndex(isIn(OFFICES));
  const rest = run.slice(office + 1);
  const isWhole = rest.every(isIn(SUFFIXES)) || rest.some((word) => isIn(INSTITUTIONS)(word) || isIn(GROUPS)(word));
  let words = isWhole ? run : rest;
  if (office >= 0 && words === rest && isIn(PARTICLES)(words[0])) words = words.length > 3 ? words.slice(2) : [];
  while (words[0] !== undefined && isNoPart(words[0], lang)) words = words.slice(1);
  while (isNoEnd(words.at(-1))) words = words.slice(0, -1);
  return words.length > 1 && words.every(isIn(OFFICES)) ? [] : words;
}

/** "The White House", "Friday Donald Trump", the first word of "For Tokyo Olympics"; the New of New York stays. */
function isNoPart(word: Part, lang: string): boolean {
  if (isTimeName(word.surface, lang) || isIn(ENGLISH_ARTICLES)(word)) return true;
  if (isIn(ARTICLES)(word)) return lang !== 'en' && !word.isShown;
  const isCapitals = word.surface === word.surface.toUpperCase();
  return word.key === '' && word.surface.length > 1 && !isCapitals && !isIn(NAME_BEGINNINGS)(word);
}

/** After a place or a chamber, these describe a person and are not part of a name: "Velm Democrat". */
const PARTISAN = /^(?:democrat(?:ic)?|republican)$/i;

/** "Withdrawal of", "Velm Democrat". */
function isNoEnd(word: Part | undefined): boolean {
  return word !== undefined && ((!word.isCapital && word.gap !== '-') || PARTISAN.test(word.surface));
}

const isIn = (list: ReadonlySet<string>) => (word: Pick<Token, 'surface'> | undefined) =>
  word !== undefined && list.has(word.surface.toLowerCase());

/** The T of T-Mobile and the O of O’Rourke, not the W of George W. Bush. */
function isJoined(run: readonly Part[], index: number): boolean {
  const next = run[index + 1]?.gap;
  return next === '-' || isApostrophe(next);
}

function isApostrophe(gap: string | null | undefined): boolean {
  return gap === "'" || gap === '’';
}

/** O’Rourke, D'Angelo. */
function isElided(tokens: readonly Token[], index: number): boolean {
  return isApostrophe(tokens[index]?.gap) && tokens[index - 1]?.surface.length === 1;
}

/** The Semitism of "anti-Semitism". */
function isOfSmallWord(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return tokens[index]?.gap === '-' && before !== undefined && !before.isCapital && before.value === null;
}

/** "(D-N.Y.)", "R-Ky.": the letter and what is joined to it. */
function isOfParty(tokens: readonly Token[], index: number): boolean {
  const isLetter = (at: number) => /^[DRI]$/.test(tokens[at]?.surface ?? '') && tokens[at + 1]?.gap === '-';
  return isLetter(index) || isLetter(index - 1);
}

/** The in of Moon Jae-in, the un of Kim Jong-un. */
function isTail({ surface, gap, isCapital, value }: Token): boolean {
  return gap === '-' && !isCapital && value === null && surface.length === 2;
}

function isParticle({ tokens, isTitle }: Sentence, index: number): boolean {
  if (PARTICLES.has(tokens[index]?.surface ?? '')) return isFollowedByCapital(tokens, index);
  return !isTitle && isWithin(tokens, index);
}

/** The "and" of "Customs and Border Protection". Between two authorities, texts write "and the"; headlines omit the article. */
function isWithin(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.surface !== 'and') return false;
  let end = index;
  while (isFollowedByCapital(tokens, end)) end++;
  return end > index && isIn(AUTHORITIES)(tokens[end]);
}

function writeGap(gap: string | null): string {
  return gap === '-' || isApostrophe(gap) ? (gap ?? '') : ' ';
}

/** "U.S." and not "U.S". */
function writeWord(word: Token): string {
  return isDotted(word) ? `${word.surface}.` : word.surface;
}

export function toNameId(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('.', '')
    .replace(/\s+/g, '-')
    .slice(0, 70);
}

/** Only a hyphen or a space joins the words of a name. */
function isJoint(gap: string | null): boolean {
  return gap !== null && /^(?:\s|-|\. )$/.test(gap);
}

/** Whether a sentence begins here, so that a capital means nothing. After "U.S." it goes on. */
function startsSentence(tokens: readonly Token[], index: number): boolean {
  const gap = tokens[index]?.gap ?? null;
  if (index === 0 || gap === null) return true;
  return !(gap === '. ' && isDotted(tokens[index - 1])) && /[.!?:"“„«‘–—|]/.test(gap);
}

function isDotted(token: Token | undefined): boolean {
  return /^\p{Lu}(?:\.\p{Lu})+$/u.test(token?.surface ?? '');
}

function isFollowedByCapital(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return next?.isCapital === true && isJoint(next.gap);
}

function isTitleCase({ tokens, isTitle: isOfTitle }: Sentence): boolean {
  const long = tokens.filter(({ surface }) => surface.length > 3);
  return isOfTitle && long.filter(({ isCapital }) => isCapital).length > long.length * TITLE_CASE_SHARE;
}
