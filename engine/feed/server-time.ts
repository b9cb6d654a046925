// What time it is by the servers that are asked: a device's own clock may be months off, and says so nowhere.
//
//   own clock 10 April, three servers 10 March    →  their news are of 10 March
//   own clock 10 April, one server 10 March       →  it may give out what it kept since then: it is 10 April
//   own clock 12:00:00, three servers 11:58:40    →  nobody's clock is exact: it is 12:00:00
import type { EpochMs } from '../ids.ts';
import type { HeaderReader } from './retry-after.ts';

/** Servers and caches that say the right time differ by less; a clock that is so far off lets news come too old, or from the future. */
const WRONG_LEAST_MS = 86_400_000;
/** One server may have a wrong clock itself. */
const SERVERS_LEAST = 3;

/** When the answer was given; null where it does not say. A cache that kept it says for how long. */
export function readServerTime(headers: HeaderReader): EpochMs | null {
  const at = Date.parse(headers.get('date') ?? '');
  const [age = '0'] = /^\d{1,9}$/.exec(headers.get('age') ?? '') ?? [];
  return at > 0 ? at + Number(age) * 1000 : null;
}

/** Some server denies the own clock, and too few have said a time to tell which is right. */
export function isClockDoubtful(leadsMs: readonly number[]): boolean {
  return leadsMs.length < SERVERS_LEAST && leadsMs.some((ms) => Math.abs(ms) > WRONG_LEAST_MS);
}

/** How far the own clock is ahead of the right time, by the median server; 0 where that is nothing or too few said a time. */
export function findClockError(leadsMs: readonly number[]): number {
  const median = leadsMs.toSorted((a, b) => a - b)[Math.floor(leadsMs.length / 2)] ?? 0;
  return leadsMs.length >= SERVERS_LEAST && Math.abs(median) > WRONG_LEAST_MS ? median : 0;
}
