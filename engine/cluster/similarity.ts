// How likely two texts tell of one event, as a score: closeness of words times closeness in time, less for long texts.
import { dotOf, normOfCentroid, type Stretch } from './centroid.ts';
import type { Lexicon } from './lexicon.ts';
import type { Centroid } from './records.ts';
import type { Tuning } from './tuning.ts';

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
export function cosineWith(article: Stretch & { readonly norm: number }, centroid: Centroid, lexicon: Lexicon): number {
  const norms = article.norm * normOfCentroid(centroid, lexicon);
  return norms > 0 ? dotOf(article, centroid, lexicon.rarities()) / norms : 0;
}

export function cosineOf(a: Centroid, b: Centroid, lexicon: Lexicon): number {
  const norms = normOfCentroid(a, lexicon) * normOfCentroid(b, lexicon);
  return norms > 0 ? dotOf(a, b, lexicon.rarities()) / norms : 0;
}
