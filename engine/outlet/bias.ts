// An outlet's place on the seven steps: the mean over its raters, each with one vote, and the range between them.
//
// Example: one rater says "left-center" (−1), another "center" (0), a third has the outlet at −2 on its axis.
// Mean −1, so "lean left"; range −2 … 0; three raters. Without any rater there is no place at all: never "center".
import { BIAS_STEPS, type BiasStep, type OutletBias, type Rating, type Side } from '../schema.ts';
import { keepLatestOfEachRater } from './latest-ratings.ts';

/** The scale goes from −3 (far left) to +3 (far right): one place for each step, the center in the middle. */
export const BIAS_MAX = 3;
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

/**
 * The nearest of the seven steps. A tie goes to the milder step, towards the center: −0.5 is "center", −2.5 is "left".
 * An outlet is called leaning, or far, only when it is past the middle between two steps.
 */
export function toBiasStep(bias: number): BiasStep {
  const distance = Math.min(BIAS_MAX, Math.max(0, Math.ceil(Math.abs(bias) - 0.5)));
  return BIAS_STEPS[BIAS_MAX + (bias < 0 ? -distance : distance)] ?? 'center';
}

export function toSide(step: BiasStep): Side {
  const index = BIAS_STEPS.indexOf(step);
  if (index === BIAS_MAX) return 'center';
  return index < BIAS_MAX ? 'left' : 'right';
}
