// Reads how many of what a sentence tells: "at least 15 political prisoners" is 15 or more prisoners.
import { followsMultiplier, readMultipliers } from './multipliers.ts';
import { NOT_COUNTED } from './not-counted.ts';
import { isJoinedToNumber, isYear } from './number-piece.ts';
import type { Sentence } from './read-reports.ts';
import type { Token } from './read-tokens.ts';

export type CountedThing = {
  readonly value: number;
  /** Within which other counts agree with it: both ends the value itself unless it is given roughly. */
  readonly from: number;
  readonly to: number;
  /** As it is written, without what is counted: "at least 15". */
  readonly written: string;
  readonly unit: string;
  readonly unitKey: string;
  /** Stems of the words around it, which tell whether two counts are of the same thing. */
  readonly around: ReadonlySet<string>;
};

const set = (words: string) => new Set(words.split(' '));

const AT_LEAST = set('over least than mehr mindestens über plus moins más menos oltre almeno mais minimum');
const UP_TO = set('nearly almost under up fewer less fast beinahe knapp bis près presque jusqu casi hasta quasi circa');
const ROUGHLY = set(
  'about around some roughly approximately estimated rund etwa ungefähr circa environ quelque unos unas alrededor cerca',
);

/** Rough counts agree with what differs by so much of them: "about 50" with 45 and 58. */
const ROUGH_SHARE = 0.2;

/** Words between the number and the thing: "15 political prisoners", at most so many. */
const BETWEEN_MAX = 2;
const AROUND = 6;

export function readCountedThings({ tokens }: Sentence, lang: string): readonly CountedThing[] {
  return tokens.flatMap((token, index) => {
    const isPiece = isJoinedToNumber(tokens, index) || followsMultiplier(tokens, index, lang);
    const isCount = token.value !== null && !isYear(token) && !isPiece;
    const thing = isCount ? readThing(tokens, index, lang) : null;
    return thing === null ? [] : [thing];
  });
}

function readThing(tokens: readonly Token[], index: number, lang: string): CountedThing | null {
  const token = tokens[index];
  if (token?.value == null || !Number.isInteger(token.value) || token.value < 2) return null;
  if (/[$€£¥#№§]\s*$/u.test(token.gap ?? '') || tokens[index + 1]?.gap?.startsWith('%')) return null;
  const { factor, end, next, isRough } = readMultipliers(tokens, index + 1, lang);
  const unit = findUnit(tokens, { start: next, firstGap: end > index + 1 ? AFTER_MULTIPLIER : SPACE, lang });
  if (unit === null) return null;
  const value = token.value * factor;
  const before = tokens.slice(Math.max(0, index - 2), index).map(({ surface }) => surface.toLowerCase());
  const rough = before.find((word) => AT_LEAST.has(word) || UP_TO.has(word) || ROUGHLY.has(word));
  const bound = rough === undefined ? (isRough ? 'roughly' : 'exactly') : toBound(rough);
  const number = tokens
    .slice(index, end)
    .map(({ surface, gap }, at) => (at === 0 ? surface : `${gap}${surface}`))
    .join('');
  // Not names: two counts of children may both be of Trump's and yet be of other children.
  const around = [
    ...tokens.slice(Math.max(0, index - AROUND), index),
    ...tokens.slice(end, index + AROUND + 1),
  ].flatMap(({ key, isCapital }) => (isCapital && lang !== 'de' ? [] : [key]));
  return {
    value,
    ...toRange(value, bound),
    written: rough === undefined ? number : `${toRoughWords(tokens, index, rough)} ${number}`,
    unit: unit.surface,
    unitKey: unit.key,
    around: new Set(around.filter((key) => key !== '' && !key.startsWith('#') && key !== unit.key && key !== rough)),
  };
}

type Bound = 'exactly' | 'at-least' | 'up-to' | 'roughly';

function toBound(rough: string): Bound {
  if (AT_LEAST.has(rough)) return 'at-least';
  return UP_TO.has(rough) ? 'up-to' : 'roughly';
}

function toRange(value: number, bound: Bound): Pick<CountedThing, 'from' | 'to'> {
  if (bound === 'exactly') return { from: value, to: value };
  if (bound === 'at-least') return { from: value, to: Number.POSITIVE_INFINITY };
  if (bound === 'up-to') return { from: 0, to: value };
  return { from: Math.floor(value * (1 - ROUGH_SHARE)), to: Math.ceil(value * (1 + ROUGH_SHARE)) };
}

/** Words that the rough one leans on: "at least", "more than", "up to". */
const LEANING = set('at more fewer less up au al no más menos jusqu mehr weniger bis');

function toRoughWords(tokens: readonly Token[], index: number, rough: string): string {
  const [first, second] = tokens.slice(Math.max(0, index - 2), index).map(({ surface }) => surface);
  if (second === undefined) return first ?? '';
  const isBoth = second.toLowerCase() !== rough || LEANING.has(first?.toLowerCase() ?? '');
  return isBoth ? `${first} ${second}` : second;
}

const SPACE = /^[ \u00a0\u202f]$/;
/** "12 Mio. Menschen", "12 millions d’euros". */
const AFTER_MULTIPLIER = /^(?:\.?[ \u00a0\u202f]|['’])$/;

type UnitQuestion = { readonly start: number; readonly firstGap: RegExp; readonly lang: string };

/** The last of the words that follow the number without a break, a plural where the language shows it by an s. */
function findUnit(tokens: readonly Token[], { start, firstGap, lang }: UnitQuestion): Token | null {
  for (let at = start; at <= start + BETWEEN_MAX; at++) {
    const token = tokens[at];
    if (token === undefined || token.key === '' || token.value !== null) return null;
    if (!(at === start ? firstGap : SPACE).test(token.gap ?? '')) return null;
    if (NOT_COUNTED.has(token.surface.toLowerCase())) return null;
    if (isThing(token, lang)) return token;
  }
  return null;
}

const S_PLURALS = new Set(['en', 'fr', 'es', 'pt']);
const PLURALS_WITHOUT_S = set('people men women children police troops');

function isThing({ surface, isCapital }: Token, lang: string): boolean {
  if (lang === 'de') return isCapital;
  if (isCapital) return false;
  if (!S_PLURALS.has(lang)) return true;
  const lower = surface.toLowerCase();
  return PLURALS_WITHOUT_S.has(lower) || /[^su]s$|ss?es$|[éeo]aux$/u.test(lower);
}
