// When the articles of a cluster are from, and how near two clusters are in time.
//
// The gap between two spans is not enough: one early and one late report stretch a cluster over days, everything in between
// is then 0 hours away, and neighbouring affairs merge. So the hours between the mean times of both are added, with more
// weight the more reports the larger one has: a few reports do not tell when their story took place.
// Example: 16 reports from Monday noon and one from Wednesday, 15:00, have their mean on Monday at 15:00. A report from
// Wednesday, 21:00, is 6 hours from the last one and 54 from the mean: 6 + 2 · 16 / (16 + 16) · 54 = 60 hours. From two
// reports, of Monday noon and Wednesday, 15:00, it is 6 + 2 · 1 / (1 + 16) · 31.5 = 9.7.
import type { Tuning } from './tuning.ts';

export const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
export const DAY_MS = 24 * HOUR_MS;

/** In ms since 1970; NaN where no time is known. */
export type Span = { readonly first: number; readonly last: number };

export type Timing = {
  first: number;
  last: number;
  /** Number of articles that have a time. */
  timed: number;
  /** Sum of their times in whole minutes, which is exact, so the order of adding and removing does not matter. */
  minutes: number;
};

export const UNTIMED: Readonly<Timing> = { first: Number.NaN, last: Number.NaN, timed: 0, minutes: 0 };

/** The latest time an article may be from: midnight UTC exactly is nearly always a bare date, and counts up to noon. */
function endOf(at: number): number {
  return at % DAY_MS === 0 ? at + DAY_MS / 2 : at;
}

function minuteOf(at: number): number {
  return Math.floor((at + endOf(at)) / 2 / MINUTE_MS);
}

/** Adds an article's time. */
export function addTime(timing: Timing, at: number): void {
  if (Number.isNaN(at)) return;
  if (!(timing.first <= at)) timing.first = at;
  if (!(timing.last >= endOf(at))) timing.last = endOf(at);
  timing.timed++;
  timing.minutes += minuteOf(at);
}

/** Takes out an article's time; where it was the first or the last, the span has to be measured anew. */
export function removeTime(timing: Timing, at: number): { isSpanKept: boolean } {
  if (Number.isNaN(at)) return { isSpanKept: true };
  timing.timed--;
  timing.minutes -= minuteOf(at);
  return { isSpanKept: at !== timing.first && endOf(at) !== timing.last };
}

export function timingOf(articles: Iterable<{ readonly at: number }>): Timing {
  const timing = { ...UNTIMED };
  for (const { at } of articles) addTime(timing, at);
  return timing;
}

/** Hours between two spans; 0 where they overlap or a time is unknown. */
export function hoursApart(a: Span, b: Span): number {
  return toHours(Math.max(a.first - b.last, b.first - a.last));
}

/** Hours of a gap between two spans, which is below 0 where they overlap and NaN where a time is unknown: both give 0. */
export function toHours(gapMs: number): number {
  return gapMs > 0 ? gapMs / HOUR_MS : 0;
}

/** Hours from a moment to a cluster's span. */
export function hoursBetween(at: number, span: Span): number {
  return hoursApart({ first: at, last: endOf(at) }, span);
}

export function decay(hours: number, decayHours: number): number {
  return Math.exp(-hours / decayHours);
}

/** Hours after which a score has fallen to the given share. */
export function hoursUntil(share: number, decayHours: number): number {
  return -Math.log(share) * decayHours;
}

type TwoTimings = { readonly a: Readonly<Timing>; readonly b: Readonly<Timing> };

/** The factor on the score for the time between two clusters: 1 where there is none, or where no time is known. */
export function nearnessOf({ a, b }: TwoTimings, tuning: Tuning): number {
  return decay(hoursApart(a, b) + hoursBetweenMeans({ a, b }, tuning), tuning.decayHours);
}

/** Whether both have a known time. */
export function areTimed(a: Pick<Timing, 'timed'>, b: Pick<Timing, 'timed'>): boolean {
  return a.timed > 0 && b.timed > 0;
}

function hoursBetweenMeans({ a, b }: TwoTimings, { middleWeight, middleHalf }: Tuning): number {
  if (!areTimed(a, b)) return 0;
  const hours = Math.abs(a.minutes / a.timed - b.minutes / b.timed) / 60;
  const more = Math.max(a.timed, b.timed) - 1;
  return middleWeight * (more / (more + middleHalf)) * hours;
}
