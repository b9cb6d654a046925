// An outlet's place on the seven steps: the mean over its raters, each with one vote, and the range between them.
//
// Example: one rater says "left-center" (−1), another "center" (0), a third has the outlet at −2 on its axis.
// Mean −1, so "lean left"; range −2 … 0; three raters. Without any rater there is no place at all: never "center".
import { toBiasStep } from '../bias-scale.ts';
import type { OutletBias, Rating } from '../schema.ts';
import { keepLatestOfEachRater } from './latest-ratings.ts';

/** Means are rounded to 1 / DIGITS, so that floating point errors do not hide a tie: (0.1 + 0.7 + 0.7) / 3. Raters give at most four digits. */
const DIGITS = 1e6;

/** Of ratings of bias only. A rater whose latest rating names no place (satire, say) has no vote, whatever it said before. */
export function computeOutletBias(ratings: readonly Rating[]): OutletBias | null {
  const places = keepLatestOfEachRater(ratings)
    .map((rating) => rating.bias)
    .filter((bias) => bias !== null);
  if (places.length === 0) return null;
  const mean = Math.round((places.reduce((sum, bias) => sum + bias, 0) / places.length) * DIGITS) / DIGITS;
  return {
    step: toBiasStep(mean),
    mean,
    low: Math.min(...places),
    high: Math.max(...places),
    raters: places.length,
  };
}
