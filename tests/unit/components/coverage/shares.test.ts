// Percentages add up to 100 whatever the counts, and never say more than a point off.
import { describe, expect, it } from 'vitest';
import { toPercentages } from '../../../../components/coverage/shares.ts';

describe('toPercentages', () => {
  it.each([
    [
      [7, 3, 2],
      [58, 25, 17],
    ],
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    [
      [1, 2, 0],
      [33, 67, 0],
    ],
    [
      [5, 0, 0],
      [100, 0, 0],
    ],
    [
      [1, 1, 4],
      [17, 17, 66],
    ],
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
    [
      [199, 1, 0],
      [100, 0, 0],
    ],
  ])('%j is %j', (counts, expected) => {
    expect(toPercentages(counts)).toEqual(expected);
  });

  it('adds up to 100 and stays within a point of the exact share for all small counts', () => {
    for (let left = 0; left <= 12; left++) {
      for (let center = 0; center <= 12; center++) {
        for (let right = 1; right <= 12; right++) {
          const counts = [left, center, right];
          const total = left + center + right;
          const shares = toPercentages(counts);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
          shares.forEach((share, index) => {
            expect(Math.abs(share - ((counts[index] ?? 0) * 100) / total)).toBeLessThan(1);
          });
        }
      }
    }
  });
});
