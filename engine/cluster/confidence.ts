// The calibrated probability that the best-fitting story is the right one.
//
// Logistic over the logarithm of the best story's score and the score of the next one. Fitted by `npm run calibrate` on
// probes taken out of six public labelled sets, two fifths of them of stories that the index does not hold at all, as
// most pages a reader opens are, and rounded by hand. To be run again when scores change; docs/clustering.md has how
// well it holds on stories that the fit did not see. The logarithm, because high scores differ less in what they promise.
// A page that states no time may be of any event that looks like this one, so that the same score promises less.
// Example: a score of 0.45 with nothing else near: 4.3 + 2.5 · ln 0.45 = 2.3, which is 91 %. With a second story at
// 0.4 it is 2.3 − 1.9 · 0.4 = 1.54, which is 82 %. Without a time these are 88 and 49 %.

const DATED = { intercept: 4.3, perScore: 2.5, perRival: -1.9 };
const UNDATED = { intercept: 4.5, perScore: 3.1, perRival: -5.2 };
/** Everything below is as good as nothing. */
const SCORE_LEAST = 0.05;

/** `isDated`: the page states its time. */
export function toConfidence(score: number, rival: number, { isDated }: { readonly isDated: boolean }): number {
  const [strength, doubt] = confidenceFeatures(score, rival);
  const { intercept, perScore, perRival } = isDated ? DATED : UNDATED;
  return 1 / (1 + Math.exp(-(intercept + perScore * strength + perRival * doubt)));
}

/**
 * Of a page in a language that no report of the story is in: 82 of 106 matches of real headlines were right, of an invented set all 206
 * (`npm run calibrate`), at low scores as at high ones. Too little to match a headline alone by.
 */
export const FOREIGN_CONFIDENCE = 0.85;

/** What the constants are fitted to. */
export function confidenceFeatures(score: number, rival: number): readonly [strength: number, doubt: number] {
  return [Math.log(Math.max(SCORE_LEAST, score)), rival];
}
