// Reads counts with what they count: "at least 15 political prisoners" is 15 or more prisoners.
import { isTimeName } from '../text/time-names.ts';
import { toWordSet } from '../text/word-set.ts';
import { type Fate, findFate } from './fates.ts';
import { followsMultiplier, type NumberPosition, readMultipliers } from './multipliers.ts';
import { isMeasure } from './not-counted.ts';
import { readBounds } from './number-bounds.ts';
import { isOfDateOrLabel, isYear } from './number-piece.ts';
import type { Sentence } from './read-reports.ts';
import { type Token, writeTokens } from './read-tokens.ts';

export type CountedThing = {
  readonly value: number;
  /** Range of values that agree with it: both ends are the value itself unless it is approximate. */
  readonly from: number;
  readonly to: number;
  /** As written, without the unit: "at least 15". */
  readonly written: string;
  readonly unit: string;
  readonly unitKey: string;
  /** What happened to them, if that is said. */
  readonly fate: Fate | null;
  /** Stems of the surrounding words, by which counts of the same thing are recognised. */
  readonly around: ReadonlySet<string>;
};

/** Words of forecasts, plans and demands, whose numbers count nothing that exists yet. */
const FORECAST_WORDS = toWordSet(
  'projected projects anticipated wanted hoped vorhergesagt geplant attendu attendus attendent esperado espera esperan esperaban esperava ' +
    'prevé prevén pronóstico attesi atteso',
);
const BEGINS_FORECAST = /^(?:expect|forecast|predict|erwart|prognos|prévoi|prévu|prévis|previs|ожида|прогноз|очіку)/;

function isForecast({ surface }: Token): boolean {
  const word = surface.toLowerCase();
  return FORECAST_WORDS.has(word) || BEGINS_FORECAST.test(word);
}

/** Most words between the number and the unit: "15 political prisoners" has one. */
const BETWEEN_MAX = 2;
const AROUND = 6;

export function readCountedThings({ tokens }: Sentence, lang: string): readonly CountedThing[] {
  return tokens.flatMap((token, index) => {
    const isCount = token.value !== null && !isYear(token) && !followsMultiplier(tokens, { index, lang });
    const thing = isCount ? readThing(tokens, { index, lang }) : null;
    return thing === null ? [] : [thing];
  });
}

function readThing(tokens: readonly Token[], { index, lang }: NumberPosition): CountedThing | null {
  const token = tokens[index];
  if (token?.value == null || !Number.isInteger(token.value) || token.value < 2) return null;
  if (/[$€£¥#№§]\s*$/u.test(token.gap ?? '') || tokens[index + 1]?.gap?.startsWith('%')) return null;
  const { factor, end, next, isRough } = readMultipliers(tokens, { index, lang });
  const unit = findUnit(tokens, { start: next, firstGap: end > index + 1 ? AFTER_MULTIPLIER : SPACE, lang });
  const bounds = readBounds(tokens, { index, defaultBound: isRough ? 'roughly' : 'exactly' });
  if (unit === null || bounds === null) return null;
  const { start } = bounds;
  if (isOfDateOrLabel(tokens, { index: start, lang })) return null;
  const near = tokens.slice(Math.max(0, index - AROUND), index + AROUND + 1);
  if (near.some(isForecast)) return null;
  // Without names: two counts of children may both stand beside Trump's name and still count different children.
  const around = [
    ...tokens.slice(Math.max(0, index - AROUND), start),
    ...tokens.slice(end, index + AROUND + 1),
  ].flatMap(({ key, isCapital }) => (isCapital && lang !== 'de' ? [] : [key]));
  return {
    value: token.value * factor,
    from: Math.floor(bounds.from * factor),
    to: Math.ceil(bounds.to * factor),
    written: writeTokens(tokens.slice(start, end)),
    unit: unit.token.surface,
    unitKey: unit.token.key,
    fate: findFate(tokens, { first: start, last: unit.at, lang }),
    around: new Set(around.filter((key) => key !== '' && !key.startsWith('#') && key !== unit.token.key)),
  };
}

const SPACE = /^\s$/;
/** "12 Mio. Menschen", "12 millions d’euros". */
const AFTER_MULTIPLIER = /^(?:\.?\s|['’])$/;

type Unit = { readonly token: Token; readonly at: number };
type UnitQuestion = { readonly start: number; readonly firstGap: RegExp; readonly lang: string };

/** The last word that follows the number without a break; a plural in languages that mark it with s. */
function findUnit(tokens: readonly Token[], { start, firstGap, lang }: UnitQuestion): Unit | null {
  for (let at = start; at <= start + BETWEEN_MAX; at++) {
    const token = tokens[at];
    if (token === undefined || token.key === '' || token.value !== null) return null;
    if (!(at === start ? firstGap : SPACE).test(token.gap ?? '')) return null;
    if (isMeasure(token.surface.toLowerCase()) || isTimeName(token.surface, lang)) return null; // "16 мая", "3 mars"
    if (isThing(token, lang)) return { token, at };
  }
  return null;
}

const S_PLURALS = new Set(['en', 'fr', 'es', 'pt']);
const PLURALS_WITHOUT_S = toWordSet('people men women children police troops');

/** A plural in languages that mark it with s, in German a noun, elsewhere any word that is not a name. */
export function isThing({ surface, isCapital }: Token, lang: string): boolean {
  if (lang === 'de') return isCapital;
  if (isCapital) return false;
  if (!S_PLURALS.has(lang)) return true;
  const lower = surface.toLowerCase();
  return PLURALS_WITHOUT_S.has(lower) || /[^su]s$|ss?es$|[éeo]aux$/u.test(lower);
}
