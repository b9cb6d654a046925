// Keeps articles that a feed lists without a date from coming back as news once they have expired.
//
// Such an article is dated by when it was first seen. If the feed still lists it after it has expired from the index, it
// would be seen for the first time again, and count as today's. So a feed's state remembers what its last answer listed
// without a date, and under which ids it listed articles whose addresses change (readdressed.ts).
import type { ArticleId } from '../ids.ts';
import type { Article } from '../schema.ts';
import type { FeedState } from './feed-state.ts';

/** Feeds without dates have a few dozen items; 500 ids take 10 kB. In a longer feed, later items come back as news. */
const UNDATED_MAX = 500;

/** For `FeedState.undated`. An answer without articles, as of a publishing system that just starts, changes nothing. */
export function listUndated(articles: readonly Article[], before: FeedState['undated']): ArticleId[] {
  if (articles.length === 0) return [...(before ?? [])];
  return articles.flatMap(({ id, publishedAt }) => (publishedAt === null ? [id] : [])).slice(0, UNDATED_MAX);
}

/** Whether an article that the index does not have has expired from it. `state`: the feed's state before this answer. */
export function createExpiredTest(state: FeedState | null): (article: Pick<Article, 'id' | 'publishedAt'>) => boolean {
  const listed = new Set([...(state?.undated ?? []), ...(state?.listed ?? []).map(([, id]) => id)]);
  return ({ id, publishedAt }) => publishedAt === null && listed.has(id);
}
