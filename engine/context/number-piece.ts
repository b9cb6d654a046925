// Whether a number is only part of something longer: a score, a range, a date, a name.
import { toWordSet } from '../text/word-set.ts';
import type { NumberPosition } from './multipliers.ts';
import type { Token } from './read-tokens.ts';

const YEAR_FIRST = 1800;
const YEAR_LAST = 2100;

/** The 12 of "220-12" and of "10 – 12", the 7 of "24/7". */
export function isJoinedToNumber(tokens: readonly Token[], index: number): boolean {
  return /^\s*[-–—−/:]\s*$/u.test(tokens[index]?.gap ?? '') && tokens[index - 1]?.value != null;
}

/** The 19 of "COVID-19 cases" and the 7 of "G-7 leaders". */
export function isOfName(tokens: readonly Token[], index: number): boolean {
  return /^[-‑–]$/u.test(tokens[index]?.gap ?? '') && tokens[index - 1]?.value === null;
}

/** "2019". */
export function isYear({ surface, value }: Token): boolean {
  return /^\d{4}$/.test(surface) && value !== null && value >= YEAR_FIRST && value <= YEAR_LAST;
}

const MONTHS = toWordSet(
  'january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec',
);
const DAY_LAST = 31;
/** Words that a number follows as a name. With a capital only: "on the bus 15 pupils sat". */
const LABELS = toWordSet(
  'flight article section unit route bus room apollo title level category class grade area gate channel line platform page ' +
    'district ward day week number no formula proposition highway',
);
const LABELS_IN_ANY_CASE = toWordSet('top type phase chapter');

/** In English, the day of "Jan. 6 rioters" and the number of "Flight 370 passengers"; "In March three protesters …" is a count. */
export function isOfDateOrLabel(tokens: readonly Token[], { index, lang }: NumberPosition): boolean {
  const [label, number] = [tokens[index - 1], tokens[index]];
  if (lang !== 'en' || label === undefined || number?.value == null) return false;
  if (!/^\d+$/.test(number.surface) || !/^\.?\s$/.test(number.gap ?? '')) return false;
  const word = label.surface.toLowerCase();
  if (LABELS_IN_ANY_CASE.has(word)) return true;
  return label.isCapital && (LABELS.has(word) || (MONTHS.has(word) && number.value <= DAY_LAST));
}
