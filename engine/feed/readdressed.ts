// Recognizes an article that a feed lists under another address with every answer: one that holds a session, say, or is signed.
//
//   asked first    "Bridge closed", 9:00   /a?s=81   taken in
//   asked again    "Bridge closed", 9:00   /a?s=82   81 is listed no more: the same article, left out
//
// Each answer would bring all of the feed again, until nothing else has room. So a feed's state remembers what its last
// answer listed, by what an outlet says of one article only: headline and time, or headline and lead where it has no time.
// What is listed beside the address before is another article, such as the forecast of the next day.
import { type ArticleId, hashUrl } from '../ids.ts';
import type { Article } from '../schema.ts';
import type { FeedState } from './feed-state.ts';

/** Feeds list some dozen items; 500 take 25 kB. Of a longer feed the last come again under each new address. */
const LISTED_MAX = 500;
const KEY_DIGITS = 16;

type Listed = NonNullable<FeedState['listed']>;

export type FeedReading = {
  /** Without those that were listed before under another address. */
  readonly articles: readonly Article[];
  /** For `FeedState.listed`, each article under the id that it was first listed under. */
  readonly listed: Listed;
};

export function recognizeListed(articles: readonly Article[], before: Listed = []): FeedReading {
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

/** Null where nothing but the address tells an article from the next of its name. */
function toKey({ title, lead, publishedAt }: Article): string | null {
  if (publishedAt === null && lead === '') return null;
  return hashUrl(JSON.stringify([title, publishedAt ?? lead])).slice(0, KEY_DIGITS);
}
