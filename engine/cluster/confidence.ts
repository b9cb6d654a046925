// The calibrated probability that the best-fitting story is the right one.

/** Logistic over the score and its lead over the next story; fitted on labelled public story sets, half of them held out. */
const INTERCEPT = -3.2;
const PER_SCORE = 14;
const PER_RIVAL = -4;

export function toConfidence(score: number, rival: number): number {
  return 1 / (1 + Math.exp(-(INTERCEPT + PER_SCORE * score + PER_RIVAL * rival)));
}
