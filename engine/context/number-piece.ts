// Whether a number is only part of something longer: a score, a range, a date, a name.
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
