// How factual an outlet's reporting is held to be: the mean over raters on the six steps.
import { FACTUALITY_STEPS, type FactualityStep, type Rating } from '../schema.ts';
import { keepLatestOfEachRater } from './latest-ratings.ts';

/** Of ratings of factual reporting only; null when nobody rates it. A tie between two steps goes to the lower one: credit is given when more than half of the way is. */
export function computeFactuality(ratings: readonly Rating[]): FactualityStep | null {
  const places = keepLatestOfEachRater(ratings).flatMap(({ factuality }) =>
    factuality === null ? [] : [FACTUALITY_STEPS.indexOf(factuality)],
  );
  if (places.length === 0) return null;
  const mean = places.reduce((sum, place) => sum + place, 0) / places.length;
  return FACTUALITY_STEPS[Math.ceil(mean - 0.5)] ?? null;
}
