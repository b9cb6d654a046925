// Keeps what a feed lists without a date from coming back as news once it has expired.
//
// Such an article is as old as the moment when it was first seen. Gone from the index and listed still, it would be seen
// for the first time again, and be today's. So a feed's state remembers what its last answer listed without a date, and what it
// listed under another address than before (readdressed.ts): that of before may be back with the next answer.
import type { ArticleId } from '../ids.ts';
import type { Article } from '../schema.ts';
import type { FeedState } from './feed-state.ts';

/** Feeds without dates have some dozen items; ids of 500 take 10 kB. Of a longer feed the last come back as news. */
const UNDATED_MAX = 500;

/** For `FeedState.undated`. */
export function listUndated(articles: readonly Article[]): ArticleId[] {
  return articles.flatMap(({ id, publishedAt }) => (publishedAt === null ? [id] : [])).slice(0, UNDATED_MAX);
}

/** Tells of an article that is not known whether it was before; `state` is the feed's before this answer. */
export function createExpiredTest(state: FeedState | null): (article: Pick<Article, 'id' | 'publishedAt'>) => boolean {
  const listed = new Set([...(state?.undated ?? []), ...(state?.listed ?? []).map(([, id]) => id)]);
  return ({ id, publishedAt }) => publishedAt === null && listed.has(id);
}
