// Takes in a batch of given articles: each is read separately, and all readable ones are stored in one transaction.
import type { ArticlesAnswer, RefusedReason } from '../../engine/api.ts';
import { err, type Result } from '../../engine/result.ts';
import { describeSafely } from '../describe-safely.ts';
import type { Log } from '../log.ts';
import type { Database } from '../store/database.ts';
import { type GivenReading, readGivenArticle } from './read-given-article.ts';
import { type GivenText, takeArticles } from './take-articles.ts';

export type GivenBatch = Omit<GivenReading, 'now'> & {
  readonly articles: readonly unknown[];
  readonly now: () => number;
  readonly log: Pick<Log, 'error'>;
};

/** The articles are on disk when the promise resolves. */
export async function takeGivenArticles(database: Database, batch: GivenBatch): Promise<ArticlesAnswer> {
  const taken: GivenText[] = [];
  const refused: ArticlesAnswer['refused'] = [];
  const reading = { ...batch, now: batch.now() };
  for (const [index, given] of batch.articles.entries()) {
    const read = tryToRead(given, reading);
    if (read.ok) taken.push(read.value);
    else refused.push({ index, reason: read.error });
  }
  const { added, changed, known } = await database.transaction((queries) =>
    takeArticles(queries, { articles: taken, now: batch.now, keepSince: batch.keepSince }),
  );
  return { added, changed, known, refused };
}

/** An article that makes our own code throw would fail at each retry too, and its whole batch with it. */
function tryToRead(given: unknown, reading: GivenReading & Pick<GivenBatch, 'log'>): Result<GivenText, RefusedReason> {
  try {
    return readGivenArticle(given, reading);
  } catch (cause) {
    reading.log.error('a given article could not be read', { cause: new Error(describeSafely(cause)) });
    return err('unreadable');
  }
}
