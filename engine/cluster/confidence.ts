// The calibrated probability that the best-fitting story is the right one.
//
// Logistic regression on the logarithm of the best story's score and on the score of the next story. Fitted by
// `npm run calibrate` on articles held out of six public labelled sets, and rounded by hand. Two fifths of them belong to
// stories that the index does not have at all, as most pages that a reader opens do. To be run again when scores change;
// docs/clustering.md tells how well it holds on stories that the fit did not see. The logarithm, because differences between
// high scores mean less. A page without a time may be about any similar event, so the same score means less for it.
// Example: a score of 0.45 with nothing else near: 4.3 + 2.5 · ln 0.45 = 2.3, which is 91 %. With a second story at
// 0.4 it is 2.3 − 1.9 · 0.4 = 1.54, which is 82 %. Without a time these are 88 and 49 %.

const DATED = { intercept: 4.3, perScore: 2.5, perRival: -1.9 };
const UNDATED = { intercept: 4.5, perScore: 3.1, perRival: -5.2 };
/** Lower scores all count as this one. */
const SCORE_LEAST = 0.05;

/** `rival`: the score of the next story. `isDated`: the page states its time. */
export function toConfidence(
  score: number,
  { rival, isDated }: { readonly rival: number; readonly isDated: boolean },
): number {
  const [strength, doubt] = confidenceFeatures(score, rival);
  const { intercept, perScore, perRival } = isDated ? DATED : UNDATED;
  return 1 / (1 + Math.exp(-(intercept + perScore * strength + perRival * doubt)));
}

/**
 * For a page in a language that no report of the story is in. Of real headlines 82 of 106 such matches were right, of an invented
 * set all 206 (`npm run calibrate`), at low scores as at high ones. Below what a bare headline needs to be matched at all.
 */
export const FOREIGN_CONFIDENCE = 0.85;

/** What the constants are fitted to. */
export function confidenceFeatures(score: number, rival: number): readonly [strength: number, doubt: number] {
  return [Math.log(Math.max(SCORE_LEAST, score)), rival];
}
