// An outlet's factual reporting: the mean over its raters on the six steps.
import { FACTUALITY_STEPS, type FactualityStep, type Rating } from '../schema.ts';
import { keepLatestOfEachRater } from './latest-ratings.ts';

/** Uses ratings of factual reporting only; null without any. A tie goes to the lower step. */
export function computeFactuality(ratings: readonly Rating[]): FactualityStep | null {
  const places = keepLatestOfEachRater(ratings).flatMap(({ factuality }) =>
    factuality === null ? [] : [FACTUALITY_STEPS.indexOf(factuality)],
  );
  if (places.length === 0) return null;
  const mean = places.reduce((sum, place) => sum + place, 0) / places.length;
  return FACTUALITY_STEPS[Math.ceil(mean - 0.5)] ?? null;
}
