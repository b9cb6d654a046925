// The score of two texts or clusters: cosine of their words times nearness in time, lower for long texts where words alone say less.
import { dotOf, normOfCentroid, type SparseSlice } from './centroid.ts';
import type { Lexicon } from './lexicon.ts';
import type { Centroid } from './records.ts';
import type { Tuning } from './tuning.ts';

/** What the score depends on besides words and nearness in time. */
export type ScoreContext = {
  /** Number of different terms of the shorter text. */
  readonly terms: number;
  /** Whether the times of both are known. */
  readonly isTimed: boolean;
  /** Newness of the window around one of them (newness.ts). */
  readonly newness: number;
};

export function scoreOf(
  { cosine, nearness, terms, isTimed, newness }: ScoreContext & { cosine: number; nearness: number },
  { strictness, newStrictness, untimedStrictness }: Tuning,
): number {
  const penalty = isTimed ? strictness + newStrictness * newness : untimedStrictness;
  return (cosine * nearness) / (1 + penalty * lengthShare(terms));
}

/** Different terms: a title has a dozen; with fifty or so, a text is as long as what is read of one (`readCharacters`). */
const TITLE_TERMS = 12;
const TEXT_TERMS = 52;

/** From 0 for a title to 1 for a text of full length. */
export function lengthShare(terms: number): number {
  return Math.min(1, Math.max(0, (terms - TITLE_TERMS) / (TEXT_TERMS - TITLE_TERMS)));
}

/** `norm`: the article's length (centroid.ts). */
export function cosineWith(
  article: SparseSlice & { readonly norm: number },
  { centroid, lexicon }: { readonly centroid: Centroid; readonly lexicon: Lexicon },
): number {
  const norms = article.norm * normOfCentroid(centroid, lexicon);
  return norms > 0 ? dotOf([article, centroid], lexicon.rarities()) / norms : 0;
}

export function cosineOf([a, b]: readonly [Centroid, Centroid], lexicon: Lexicon): number {
  const norms = normOfCentroid(a, lexicon) * normOfCentroid(b, lexicon);
  return norms > 0 ? dotOf([a, b], lexicon.rarities()) / norms : 0;
}
