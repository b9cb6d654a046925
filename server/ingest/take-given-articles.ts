// Takes in a batch of given articles: each is read by itself, and all that can be are stored in one transaction.
import type { ArticlesAnswer } from '../../engine/api.ts';
import type { Database } from '../store/database.ts';
import { type GivenReading, readGivenArticle } from './read-given-article.ts';
import { type GivenText, takeArticles } from './take-articles.ts';

export type GivenBatch = { readonly articles: readonly unknown[]; readonly now: () => number } & Omit<
  GivenReading,
  'now'
>;

/** When this comes back the articles are on disk. */
export async function takeGivenArticles(database: Database, batch: GivenBatch): Promise<ArticlesAnswer> {
  const taken: GivenText[] = [];
  const refused: ArticlesAnswer['refused'] = [];
  const reading = { ...batch, now: batch.now() };
  for (const [index, given] of batch.articles.entries()) {
    const read = readGivenArticle(given, reading);
    if (read.ok) taken.push(read.value);
    else refused.push({ index, reason: read.error });
  }
  const { added, changed, known } = await database.transaction((queries) =>
    takeArticles(queries, { articles: taken, now: batch.now, keepSince: batch.keepSince }),
  );
  return { added, changed, known, refused };
}
