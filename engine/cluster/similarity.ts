// How likely two texts tell of one event, as a score: closeness of words times closeness in time, less for long texts without a time.
import { dotOf, normOfCentroid, type Stretch } from './centroid.ts';
import type { Lexicon } from './lexicon.ts';
import type { Centroid } from './records.ts';
import type { Tuning } from './tuning.ts';

/** What two texts or clusters are judged by besides their words. */
export type Circumstances = {
  /** Of the shorter text, how many different ones. */
  readonly terms: number;
  /** Whether the times of both are known. */
  readonly isTimed: boolean;
  /** Of the window around one of them (newness.ts). */
  readonly newness: number;
};

/** What pairs of texts and clusters are judged by. */
export function scoreOf(
  { cosine, inTime, terms, isTimed, newness }: Circumstances & { cosine: number; inTime: number },
  { strictness, newStrictness, untimedStrictness }: Tuning,
): number {
  const asked = isTimed ? strictness + newStrictness * newness : untimedStrictness;
  return (cosine * inTime) / (1 + asked * lengthShare(terms));
}

/** A dozen words is a title; from about fifty on a text says all that is read of it. */
const TITLE_TERMS = 12;
const TEXT_TERMS = 52;

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
