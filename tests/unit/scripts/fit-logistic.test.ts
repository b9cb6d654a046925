// The fit recovers the function that produced the outcomes, and the error measures how far a wrong one is off.
import { expect, it } from 'vitest';
import { calibrationError, fitLogistic, predict, reliabilityOf } from '../../../scripts/cluster/fit-logistic.ts';

/** Of every hundred outcomes at an input, as many are positive as the function says. */
const TRUE_WEIGHTS = [-1, 3];
const outcomes = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((score) =>
  Array.from({ length: 100 }, (_, n) => ({
    features: [score],
    isRight: n < Math.round(100 * predict(TRUE_WEIGHTS, [score])),
  })),
);

it('finds the weights that made the outcomes', () => {
  const [intercept, perScore] = fitLogistic(outcomes);
  expect(intercept).toBeCloseTo(-1, 1);
  expect(perScore).toBeCloseTo(3, 1);
});

it('measures how far promises are from what happens', () => {
  const error = (weights: readonly number[]) =>
    calibrationError(
      reliabilityOf(outcomes.map(({ features, isRight }) => ({ predicted: predict(weights, features), isRight }))),
    );
  expect(error(TRUE_WEIGHTS)).toBeLessThan(0.01);
  expect(error([5, 0])).toBeGreaterThan(0.3);
});
