// One vote a rater: of several ratings by the same rater only the latest counts.
import type { Rating } from '../schema.ts';
import { isRatingDate } from './rating-date.ts';

/**
 * Keeps the order of the raters. On equal dates the later entry wins. "2024-05" counts as later than "2024", and any date as later
 * than an invalid one, which packs imported by early versions may contain.
 */
export function keepLatestOfEachRater(ratings: readonly Rating[]): readonly Rating[] {
  const latest = new Map<string, Rating>();
  for (const rating of ratings) {
    const rater = rating.rater.trim().toLowerCase();
    const other = latest.get(rater);
    if (other === undefined || toOrder(rating) >= toOrder(other)) latest.set(rater, rating);
  }
  return [...latest.values()];
}

const toOrder = ({ date }: Rating) => (isRatingDate(date) ? date : '');
