// What time it is by the clocks of the servers that are polled: a device's own clock may be months off.
//
//   own clock 10 April, three servers 10 March    →  it is 10 March
//   own clock 10 April, one server 10 March       →  that may be a cached answer: it is 10 April
//   own clock 12:00:00, three servers 11:58:40    →  small differences are usual: it is 12:00:00
import type { EpochMs } from '../ids.ts';
import type { HeaderReader } from './retry-after.ts';

/** Correct servers and caches differ by less; a clock that is off by more makes news too old, or from the future. */
const WRONG_LEAST_MS = 86_400_000;
/** A single server may itself have a wrong clock. */
const SERVERS_LEAST = 3;

/** When the answer arrived by the server's clock: its date, plus its age in a cache; null where it has no date. */
export function readServerTime(headers: HeaderReader): EpochMs | null {
  const at = Date.parse(headers.get('date') ?? '');
  const [age = '0'] = /^\d{1,9}$/.exec(headers.get('age') ?? '') ?? [];
  return at > 0 ? at + Number(age) * 1000 : null;
}

/** True when a server's time differs from the device's by too much, and too few servers have given a time to decide who is right. */
export function isClockDoubtful(leadsMs: readonly number[]): boolean {
  return leadsMs.length < SERVERS_LEAST && leadsMs.some((ms) => Math.abs(ms) > WRONG_LEAST_MS);
}

/** By how many ms the device's clock is ahead, by the median server; 0 where the difference is small or too few gave a time. */
export function findClockError(leadsMs: readonly number[]): number {
  const median = leadsMs.toSorted((a, b) => a - b)[Math.floor(leadsMs.length / 2)] ?? 0;
  return leadsMs.length >= SERVERS_LEAST && Math.abs(median) > WRONG_LEAST_MS ? median : 0;
}
