// How likely two texts tell of one event, as a score: closeness of words times closeness in time, less for long texts.
import { dotOf, normOfCentroid, type Sparse } from './centroid.ts';
import type { Lexicon } from './lexicon.ts';
import type { Centroid, Cluster } from './records.ts';
import type { Tuning } from './tuning.ts';

export const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export type Span = Pick<Cluster, 'first' | 'last'>;

/** A time of exactly midnight UTC is nearly always a bare date: the article may be from any hour up to noon or later. */
export function endOf(at: number): number {
  return at % DAY_MS === 0 ? at + DAY_MS / 2 : at;
}

/** Over the time of one article more. */
export function stretch(span: { first: number; last: number }, at: number): void {
  if (Number.isNaN(at)) return;
  if (!(span.first <= at)) span.first = at;
  if (!(span.last >= endOf(at))) span.last = endOf(at);
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
export function hoursBetween(at: number, cluster: Span): number {
  return hoursApart({ first: at, last: endOf(at) }, cluster);
}

export function decay(hours: number, decayHours: number): number {
  return Math.exp(-hours / decayHours);
}

/** Hours over which a score falls to a share of itself. */
export function hoursUntil(share: number, decayHours: number): number {
  return -Math.log(share) * decayHours;
}

/** What pairs of texts and clusters are judged by, `terms` being the shorter one's number of different terms. */
export function scoreOf(
  { cosine, inTime, terms }: { cosine: number; inTime: number; terms: number },
  tuning: Tuning,
): number {
  return (cosine * inTime) / strictness(terms, tuning);
}

/** A dozen words is a title; from about fifty on a text says all that is read of it. */
const TITLE_TERMS = 12;
const TEXT_TERMS = 52;

/** What a score is divided by, for the shorter of two texts with so many different terms. */
function strictness(terms: number, tuning: Tuning): number {
  return 1 + tuning.lengthStrictness * lengthShare(terms);
}

/** 0 for a title, 1 for a text that says all that is read of it. */
export function lengthShare(terms: number): number {
  return Math.min(1, Math.max(0, (terms - TITLE_TERMS) / (TEXT_TERMS - TITLE_TERMS)));
}

/** `norm`: the article's length (centroid.ts). */
export function cosineWith(article: Sparse & { readonly norm: number }, centroid: Centroid, lexicon: Lexicon): number {
  const norms = article.norm * normOfCentroid(centroid, lexicon);
  return norms > 0 ? dotOf(article, article.terms.length, centroid, centroid.length, lexicon.rarities()) / norms : 0;
}

export function cosineOf(a: Centroid, b: Centroid, lexicon: Lexicon): number {
  const norms = normOfCentroid(a, lexicon) * normOfCentroid(b, lexicon);
  return norms > 0 ? dotOf(a, a.length, b, b.length, lexicon.rarities()) / norms : 0;
}
