// Confidence grows with the similarity and with the distance of the next story, and never reaches certainty.
import { expect, it } from 'vitest';
import { toConfidence } from '../../../../engine/cluster/confidence.ts';

it.each([
  [0.45, 0, 0.91, 0.88],
  [0.45, 0.4, 0.82, 0.49],
  [0.2, 0, 0.57, 0.38],
  [0, 0, 0.04, 0.01],
])('a score of %s with the next at %s is %s, and %s of a page without a time', (score, rival, dated, undated) => {
  expect(toConfidence(score, { rival, isDated: true })).toBeCloseTo(dated, 2);
  expect(toConfidence(score, { rival, isDated: false })).toBeCloseTo(undated, 2);
});

it.each([true, false])('rises with the score, falls with the next one, and stays under 1 (dated: %s)', (isDated) => {
  for (let score = 0.1; score < 1; score += 0.1) {
    const alone = toConfidence(score, { rival: 0, isDated });
    const beside = toConfidence(score, { rival: 0.1, isDated });
    expect(toConfidence(score + 0.1, { rival: 0.1, isDated })).toBeGreaterThan(beside);
    expect(alone).toBeGreaterThan(beside);
    expect(alone).toBeLessThan(1);
  }
});
