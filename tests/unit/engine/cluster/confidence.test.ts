// A match is surer the better it fits and the farther the next story is; it never promises certainty.
import { expect, it } from 'vitest';
import { toConfidence } from '../../../../engine/cluster/confidence.ts';

it.each([
  [0.45, 0, 0.91],
  [0.45, 0.4, 0.82],
  [0.2, 0, 0.57],
  [0, 0, 0.04],
])('a score of %s with the next at %s is %s', (score, rival, confidence) => {
  expect(toConfidence(score, rival)).toBeCloseTo(confidence, 2);
});

it('rises with the score, falls with the next one, and stays under 1', () => {
  for (let score = 0.1; score < 1; score += 0.1) {
    expect(toConfidence(score + 0.1, 0.1)).toBeGreaterThan(toConfidence(score, 0.1));
    expect(toConfidence(score, 0)).toBeGreaterThan(toConfidence(score, 0.1));
    expect(toConfidence(score, 0)).toBeLessThan(1);
  }
});
