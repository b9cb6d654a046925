// One vote a rater: of several ratings by the same rater only the latest counts.
import type { Rating } from '../schema.ts';
import { isRatingDate } from './rating-date.ts';

/**
 * Keeps the order of the raters. Of equal dates the later entry wins; "2024-05" is later than "2024", and any date than
 * what is none: packs that were imported before entries' dates were looked at are kept still.
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
