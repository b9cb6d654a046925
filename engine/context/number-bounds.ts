// Reads what range a number stands for: exact, at least, at most, about, or between two numbers.
//
// The longest phrase that ends right before the number decides: "no more than 15" is at most 15, although it contains "more
// than". One word may stand between ("at least another 15"). The value of a range is its larger number.
// "Another 15" has no bounds, since it says nothing about how many there are in all; "at least another 15" are at least 15 in all.

import { toWordSet } from '../text/word-set.ts';
import { isJoinedToNumber, isOfName } from './number-piece.ts';
import type { Token } from './read-tokens.ts';

type Bounds = {
  /** Range of values that agree with it, before multiplying. */
  readonly from: number;
  readonly to: number;
  /** Index of the phrase's first token; of the number itself where there is no phrase. */
  readonly start: number;
};

type Bound = 'exactly' | 'at-least' | 'up-to' | 'roughly';

const phrases = (bound: Bound, list: string) => list.split(', ').map((phrase) => [phrase, bound] as const);

/** For all languages at once: a bound of one language hardly ever precedes a number in another. */
const BOUNDS: ReadonlyMap<string, Bound> = new Map([
  ...phrases(
    'at-least',
    'at least, no fewer than, no less than, not fewer than, not less than, as few as, more than, greater than, over, above, upwards of, a minimum of, ' +
      'mindestens, wenigstens, zumindest, mehr als, nicht weniger als, über, gut, au moins, au minimum, plus de, pas moins de, ' +
      'al menos, por lo menos, como mínimo, más de, no menos de, almeno, più di, oltre, non meno di, ' +
      'pelo menos, ao menos, no mínimo, mais de, mais do que, não menos de, não menos do que',
  ),
  ...phrases(
    'up-to',
    'at most, no more than, not more than, as many as, up to, a maximum of, fewer than, less than, under, below, nearly, almost, just under, ' +
      'höchstens, maximal, nicht mehr als, kaum mehr als, bis, bis zu, weniger als, unter, fast, beinahe, nahezu, knapp, ' +
      'au plus, tout au plus, au maximum, pas plus de, jusqu à, moins de, près de, presque, quasi, ' +
      'a lo sumo, como máximo, no más de, hasta, menos de, casi, al massimo, non più di, fino a, meno di, quasi, ' +
      'no máximo, não mais de, não mais que, não mais do que, até, quase',
  ),
  ...phrases(
    'roughly',
    'about, around, some, roughly, approximately, estimated, an estimated, close to, little more than, not much more than, ' +
      'rund, etwa, ungefähr, circa, ca, zirka, schätzungsweise, environ, quelque, autour de, à peu près, ' +
      'unos, unas, alrededor de, aproximadamente, cerca de, en torno a, intorno a, por volta de, perto de',
  ),
]);
const PHRASE_WORDS_MAX = 4;

/** Words that add a number to one told before. */
const ADDITIVES = toWordSet(
  'another additional further other extra weitere weiteren weiterer zusätzliche zusätzlichen autres otros otras altri altre ulteriori ' +
    'outros outras ещё еще ще',
);
const BETWEEN_PHRASE_AND_NUMBER = new Set([
  ...toWordSet('the all some about those these alle les des los las i le gli os as'),
  ...ADDITIVES,
]);

/** An approximate count agrees with values within this share of it: "about 50" with 45 and 58. */
const ROUGH_SHARE = 0.2;

type BoundedNumber = {
  readonly index: number;
  /** What the number means without a phrase. */
  readonly defaultBound: Bound;
};

/** Null for a number that is part of a score, a name or the like, or only adds to a number told before. */
export function readBounds(tokens: readonly Token[], { index, defaultBound }: BoundedNumber): Bounds | null {
  const value = tokens[index]?.value ?? 0;
  const range = findRange(tokens, index);
  if (range !== null) {
    return isAdded(tokens, [range.start, index]) ? null : { from: range.from, to: value, start: range.start };
  }
  if (isJoinedToNumber(tokens, index) || isOfName(tokens, index)) return null;
  const { bound, start } = findPhrase(tokens, index) ?? { bound: defaultBound, start: index };
  if (bound !== 'at-least' && isAdded(tokens, [start, index])) return null;
  switch (bound) {
    case 'exactly':
      return { from: value, to: value, start };
    case 'at-least':
      return { from: value, to: Number.POSITIVE_INFINITY, start };
    case 'up-to':
      return { from: 0, to: value, start };
    case 'roughly':
      return { from: value * (1 - ROUGH_SHARE), to: value * (1 + ROUGH_SHARE), start };
  }
}

/** Whether an additive stands before the phrase or on either side of the number: "another 15", "15 weitere". */
function isAdded(tokens: readonly Token[], [start, index]: readonly [number, number]): boolean {
  const isAdditive = (at: number) => ADDITIVES.has(tokens[at]?.surface.toLowerCase() ?? '');
  const followsSpace = (at: number) => /^\s$/.test(tokens[at]?.gap ?? '');
  const isBefore = [start, index].some((at) => isAdditive(at - 1) && followsSpace(at));
  return isBefore || (isAdditive(index + 1) && followsSpace(index + 1));
}

function findPhrase(tokens: readonly Token[], index: number): { bound: Bound; start: number } | null {
  const isBetween = BETWEEN_PHRASE_AND_NUMBER.has(tokens[index - 1]?.surface.toLowerCase() ?? '');
  for (const end of isBetween ? [index, index - 1] : [index]) {
    for (let start = Math.max(0, end - PHRASE_WORDS_MAX); start < end; start++) {
      const phrase = tokens.slice(start, end).map(({ surface }) => surface.toLowerCase());
      const bound = BOUNDS.get(phrase.join(' '));
      if (bound !== undefined && isInOnePiece(tokens.slice(start + 1, index + 1))) return { bound, start };
    }
  }
  return null;
}

/** Whether only spaces, apostrophes or dots separate the tokens: "jusqu’à 15", "ca. 15", not "at least, 15 …". */
function isInOnePiece(tokens: readonly Token[]): boolean {
  return tokens.every(({ gap }) => /^\.?\s$|^['’]$/.test(gap ?? ''));
}

const TO = toWordSet('to bis à a');
const BETWEEN = toWordSet('between zwischen entre tra fra');
const AND = toWordSet('and und et y e');

/** "10-15", "10 to 15", "between 10 and 15", and not the score 220-12. */
function findRange(tokens: readonly Token[], index: number): { from: number; start: number } | null {
  const wordAt = (at: number) => tokens[at]?.surface.toLowerCase() ?? '';
  const lower = isJoinedToNumber(tokens, index) ? index - 1 : index - 2;
  const from = tokens[lower]?.value ?? null;
  if (from === null || from >= (tokens[index]?.value ?? 0) || isJoinedToNumber(tokens, lower)) return null;
  if (lower === index - 1) return /[/:]/.test(tokens[index]?.gap ?? '') ? null : { from, start: lower };
  if (!isInOnePiece(tokens.slice(lower + 1, index + 1))) return null;
  if (TO.has(wordAt(index - 1))) return { from, start: lower };
  return AND.has(wordAt(index - 1)) && BETWEEN.has(wordAt(lower - 1)) ? { from, start: lower - 1 } : null;
}
