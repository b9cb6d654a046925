// One vote a rater: of several ratings by the same rater only the latest counts.
import type { Rating } from '../schema.ts';

/** Keeps the order of the raters. Of equal dates the later entry wins; "2024-05" is later than "2024". */
export function keepLatestOfEachRater(ratings: readonly Rating[]): readonly Rating[] {
  const latest = new Map<string, Rating>();
  for (const rating of ratings) {
    const rater = rating.rater.trim().toLowerCase();
    const other = latest.get(rater);
    if (other === undefined || rating.date >= other.date) latest.set(rater, rating);
  }
  return [...latest.values()];
}
