// When the articles of a cluster are from, and how near two clusters are in time.
//
// The hours between two spans are not enough: an early and a late report stretch a cluster over days, everything between
// is then 0 hours away, and so neighbouring affairs flow together. The hours between the middles of both count too, the
// more, the more reports the larger one has: of a few nobody can tell when their story was.
// Example: 16 reports of Monday noon and one of Wednesday, 15:00, have their middle on Monday at 15:00. A report of
// Wednesday, 21:00, is 6 hours from the last one and 54 from the middle: 6 + 2 · 16 / (16 + 16) · 54 = 60 hours. From two
// reports, of Monday noon and Wednesday, 15:00, it is 6 + 2 · 1 / (1 + 16) · 31.5 = 9.7.
import type { Tuning } from './tuning.ts';

export const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
export const DAY_MS = 24 * HOUR_MS;

/** NaN where no time is known. */
export type Span = { readonly first: number; readonly last: number };

export type Timing = {
  first: number;
  last: number;
  /** How many articles have a time. */
  timed: number;
  /** Their times added up, in whole minutes: the same in whatever order articles come and go. */
  minutes: number;
};

export const UNTIMED: Readonly<Timing> = { first: Number.NaN, last: Number.NaN, timed: 0, minutes: 0 };

/** A time of exactly midnight UTC is nearly always a bare date: the article may be from any hour up to noon or later. */
function endOf(at: number): number {
  return at % DAY_MS === 0 ? at + DAY_MS / 2 : at;
}

function minuteOf(at: number): number {
  return Math.floor((at + endOf(at)) / 2 / MINUTE_MS);
}

/** Over the time of one article more. */
export function stretch(timing: Timing, at: number): void {
  if (Number.isNaN(at)) return;
  if (!(timing.first <= at)) timing.first = at;
  if (!(timing.last >= endOf(at))) timing.last = endOf(at);
  timing.timed++;
  timing.minutes += minuteOf(at);
}

/** An article is gone; the span is as it was where that one was neither its first nor its last. */
export function shrink(timing: Timing, at: number): { isSpanKept: boolean } {
  if (Number.isNaN(at)) return { isSpanKept: true };
  timing.timed--;
  timing.minutes -= minuteOf(at);
  return { isSpanKept: at !== timing.first && endOf(at) !== timing.last };
}

export function timingOf(articles: Iterable<{ readonly at: number }>): Timing {
  const timing = { ...UNTIMED };
  for (const { at } of articles) stretch(timing, at);
  return timing;
}

/** Hours between two spans, 0 where they overlap and where a time is unknown. */
export function hoursApart(a: Span, b: Span): number {
  return toHours(Math.max(a.first - b.last, b.first - a.last));
}

/** Of the time between two spans: below 0 where they overlap, NaN where a time is unknown. */
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

/** Hours over which a score falls to a share of itself. */
export function hoursUntil(share: number, decayHours: number): number {
  return -Math.log(share) * decayHours;
}

/** What is left of a score over the time between two: 1 where they are of one time, or no time is known. */
export function nearnessOf(a: Readonly<Timing>, b: Readonly<Timing>, tuning: Tuning): number {
  return decay(hoursApart(a, b) + hoursOffMiddle(a, b, tuning), tuning.decayHours);
}

/** Whether it is known how near in time they are. */
export function areTimed(a: Pick<Timing, 'timed'>, b: Pick<Timing, 'timed'>): boolean {
  return a.timed > 0 && b.timed > 0;
}

function hoursOffMiddle(a: Readonly<Timing>, b: Readonly<Timing>, { middleWeight, middleHalf }: Tuning): number {
  if (!areTimed(a, b)) return 0;
  const hours = Math.abs(a.minutes / a.timed - b.minutes / b.timed) / 60;
  const more = Math.max(a.timed, b.timed) - 1;
  return middleWeight * (more / (more + middleHalf)) * hours;
}
