// Recognises articles that a feed lists under a new address with every answer, such as one with a session id or a signature.
//
//   asked first    "Bridge closed", 9:00   /a?s=81   taken in
//   asked again    "Bridge closed", 9:00   /a?s=82   81 is listed no more: the same article, left out
//
// Otherwise each answer would add the whole feed again, until nothing else has room. So a feed's state remembers what its
// last answer listed, and what was pushed since, by headline and time, or by headline and lead where there is no time. If
// the old address is still listed, the new one is another article, such as the next day's forecast.
import { type ArticleId, hashUrl } from '../ids.ts';
import type { Article } from '../schema.ts';
import type { FeedState } from './feed-state.ts';

/** Feeds list a few dozen items; 500 take 25 kB. In a longer feed, later items are not recognised. */
const LISTED_MAX = 500;
const KEY_DIGITS = 16;

export type Listed = NonNullable<FeedState['listed']>;

export type FeedReading = {
  /** Without articles that were listed before under another address. */
  readonly articles: readonly Article[];
  /** For `FeedState.listed`, each article under the id that it was first listed under. */
  readonly listed: Listed;
};

/** An answer without articles, as of a publishing system that just starts, changes nothing. */
export function recognizeListed(articles: readonly Article[], before: Listed = []): FeedReading {
  if (articles.length === 0) return { articles, listed: before };
  const knownIds = new Set<ArticleId>(before.map(([, id]) => id));
  const listedNow = new Set<ArticleId>(articles.map(({ id }) => id));
  const gone = new Map(before.filter(([, id]) => !listedNow.has(id)));
  const readings = articles.map((article) => {
    const key = toKey(article);
    const formerId = key === null || knownIds.has(article.id) ? undefined : gone.get(key);
    return { article, key, formerId };
  });
  return {
    articles: readings.flatMap(({ article, formerId }) => (formerId === undefined ? [article] : [])),
    listed: readings
      .flatMap(({ article, key, formerId }): Listed => (key === null ? [] : [[key, formerId ?? article.id]]))
      .slice(0, LISTED_MAX),
  };
}

/** After a push, which may list only what is new: what was listed before is remembered until the feed is next asked. */
export function addListed(before: Listed, pushed: Listed): Listed {
  const toName = ([key, id]: Listed[number]) => `${key} ${id}`;
  const names = new Set(pushed.map(toName));
  return [...pushed, ...before.filter((entry) => !names.has(toName(entry)))].slice(0, LISTED_MAX);
}

/** Null where headline and time or lead cannot identify the article. */
function toKey({ title, lead, publishedAt }: Article): string | null {
  if (publishedAt === null && lead === '') return null;
  return hashUrl(JSON.stringify([title, publishedAt ?? lead])).slice(0, KEY_DIGITS);
}
