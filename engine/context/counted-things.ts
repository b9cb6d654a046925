// Reads how many of what a sentence tells: "at least 15 political prisoners" is 15 or more prisoners.
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

const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

/** Measures of time, money, place and share: their numbers are of too many things in one story to be set against each other. */
const NOT_COUNTED = set(
  'percent per cent pct percentage point points year years day days week weeks month months hour hours minute minutes second seconds decade decades ' +
    'dollar dollars euro euros pound pounds cents km mile miles mph feet foot meter meters metres inches acre acres degrees times time am pm ' +
    'prozent jahr jahre jahren tag tage tagen woche wochen monat monate monaten stunde stunden minuten uhr mal kilometer meter grad ' +
    'an ans année années jour jours semaine semaines mois heure heures minutes fois kilomètres mètres degrés pourcent ' +
    'año años día días semana semanas mes meses hora horas minutos veces kilómetros metros grados ciento',
);

/** Words between the number and the thing: "15 political prisoners", at most so many. */
const BETWEEN_MAX = 2;
const AROUND = 6;

export function readCountedThings({ tokens }: Sentence, lang: string): readonly CountedThing[] {
  return tokens.flatMap((token, index) => {
    const isCount = token.value !== null && !isYear(token) && !isJoinedToNumber(tokens, index);
    const thing = isCount ? readThing(tokens, index, lang) : null;
    return thing === null ? [] : [thing];
  });
}

function readThing(tokens: readonly Token[], index: number, lang: string): CountedThing | null {
  const token = tokens[index];
  if (token?.value == null || !Number.isInteger(token.value) || token.value < 2) return null;
  if (/[$€£¥#№§]\s*$/u.test(token.gap ?? '') || tokens[index + 1]?.gap?.startsWith('%')) return null;
  let at = index + 1;
  const multiplier = MULTIPLIERS.get(tokens[at]?.surface.toLowerCase() ?? '');
  if (multiplier !== undefined) at++;
  const unit = findUnit(tokens, at, lang);
  if (unit === null) return null;
  const value = token.value * (multiplier ?? 1);
  const before = tokens.slice(Math.max(0, index - 2), index).map(({ surface }) => surface.toLowerCase());
  const rough = before.find((word) => AT_LEAST.has(word) || UP_TO.has(word) || ROUGHLY.has(word));
  const number = tokens
    .slice(index, at)
    .map(({ surface }) => surface)
    .join(' ');
  // Not names: two counts of children may both be of Trump's and yet be of other children.
  const around = tokens
    .slice(Math.max(0, index - AROUND), index + AROUND + 1)
    .flatMap(({ key, isCapital }) => (isCapital && lang !== 'de' ? [] : [key]));
  return {
    value,
    from: rough === undefined || AT_LEAST.has(rough) ? value : UP_TO.has(rough) ? 0 : value * (1 - ROUGH_SHARE),
    to:
      rough === undefined || UP_TO.has(rough)
        ? value
        : AT_LEAST.has(rough)
          ? Number.POSITIVE_INFINITY
          : value * (1 + ROUGH_SHARE),
    written: rough === undefined ? number : `${toRoughWords(tokens, index, rough)} ${number}`,
    unit: unit.surface,
    unitKey: unit.key,
    around: new Set(around.filter((key) => key !== '' && !key.startsWith('#') && key !== unit.key && key !== rough)),
  };
}

/** Words that the rough one leans on: "at least", "more than", "up to". */
const LEANING = set('at more fewer less up au al no más menos jusqu mehr weniger bis');

function toRoughWords(tokens: readonly Token[], index: number, rough: string): string {
  const [first, second] = tokens.slice(Math.max(0, index - 2), index).map(({ surface }) => surface);
  if (second === undefined) return first ?? '';
  const isBoth = second.toLowerCase() !== rough || LEANING.has(first?.toLowerCase() ?? '');
  return isBoth ? `${first} ${second}` : second;
}

/** The last of the words that follow the number without a break, a plural where the language shows it by an s. */
function findUnit(tokens: readonly Token[], start: number, lang: string): Token | null {
  for (let at = start; at <= start + BETWEEN_MAX; at++) {
    const token = tokens[at];
    if (token === undefined || token.key === '' || token.value !== null) return null;
    if (!/^[ \u00a0\u202f]$/.test(token.gap ?? '')) return null;
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
