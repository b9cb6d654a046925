// Whole percentages that add up to 100: largest remainder, ties to the earlier one.

/** 7, 3, 2 of 12 are 58, 25 and 17: floors 58, 25, 16, and the point that is missing goes to the largest remainder. */
export function toPercentages(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  // Whole numbers only: as fractions, equal remainders would differ in their last digit.
  const whole = counts.map((count) => Math.floor((count * 100) / total));
  const missing = 100 - whole.reduce((sum, value) => sum + value, 0);
  counts
    .map((count, index) => ({ index, remainder: (count * 100) % total }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
    .slice(0, missing)
    .forEach(({ index }) => {
      whole[index] = (whole[index] ?? 0) + 1;
    });
  return whole;
}
