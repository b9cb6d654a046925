// Fits a logistic function to binary outcomes, and measures how far its predictions are from the outcomes.

export type Outcome = { readonly features: readonly number[]; readonly isRight: boolean };

/** Newton's method needs no step size; twenty steps are far more than three parameters take. */
const STEPS = 20;
/** Keeps the matrix invertible when a feature never varies. */
const RIDGE = 1e-3;
const BINS = 10;

/** The first weight belongs to a constant feature of 1. */
export function fitLogistic(outcomes: readonly Outcome[]): number[] {
  const size = (outcomes[0]?.features.length ?? 0) + 1;
  const weights = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Array<number>(size).fill(0);
    const curvature: number[][] = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) => (i === j ? RIDGE : 0)),
    );
    for (const { features, isRight } of outcomes) {
      const values = [1, ...features];
      const predicted = predict(weights, features);
      for (const [i, value] of values.entries()) {
        gradient[i] = (gradient[i] ?? 0) + value * (Number(isRight) - predicted);
        const row = curvature[i] ?? [];
        for (const [j, other] of values.entries()) row[j] = (row[j] ?? 0) + value * other * predicted * (1 - predicted);
      }
    }
    for (const [i, change] of solve(curvature, gradient).entries()) weights[i] = (weights[i] ?? 0) + change;
  }
  return weights;
}

export function predict(weights: readonly number[], features: readonly number[]): number {
  const terms = [1, ...features].map((value, i) => value * (weights[i] ?? 0));
  const sum = terms.reduce((total, term) => total + term, 0);
  return 1 / (1 + Math.exp(-sum));
}

export type Bin = { readonly predicted: number; readonly right: number; readonly count: number };

/** Predictions in bins of a tenth, from 0 to 1, without empty bins. */
export function reliabilityOf(predictions: readonly { predicted: number; isRight: boolean }[]): Bin[] {
  const bins = Array.from({ length: BINS }, () => ({ predicted: 0, right: 0, count: 0 }));
  for (const { predicted, isRight } of predictions) {
    const bin = bins[Math.min(BINS - 1, Math.floor(predicted * BINS))];
    if (!bin) continue;
    bin.predicted += predicted;
    bin.right += Number(isRight);
    bin.count++;
  }
  return bins
    .filter(({ count }) => count > 0)
    .map(({ predicted, right, count }) => ({ predicted: predicted / count, right: right / count, count }));
}

/** Expected calibration error: the mean distance between predicted and actual shares, weighted by the size of the bins. */
export function calibrationError(bins: readonly Bin[]): number {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce((sum, { predicted, right, count }) => sum + (Math.abs(predicted - right) * count) / total, 0);
}

/** Gaussian elimination; the matrix is positive definite, so no pivot is zero. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  for (const [i, row] of rows.entries()) {
    const pivot = row[i] ?? 1;
    for (let j = i; j < row.length; j++) row[j] = (row[j] ?? 0) / pivot;
    for (const [k, other] of rows.entries()) {
      const factor = other[i] ?? 0;
      if (k !== i) for (let j = i; j < row.length; j++) other[j] = (other[j] ?? 0) - factor * (row[j] ?? 0);
    }
  }
  return rows.map((row) => row.at(-1) ?? 0);
}
