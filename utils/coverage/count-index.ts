// Counts what is stored, once for each revision of the index, and keeps that.
//
// IndexedDB keeps no count: Chromium goes through every row, a second or more for 60,000 articles and their stories, and every
// popup asks.
import type { CoverageError } from '../../engine/ports.ts';
import { ok, type Result } from '../../engine/result.ts';
import { countArticles } from '../store/articles.ts';
import type { Store } from '../store/database.ts';
import { readIndexState } from '../store/index-state.ts';
import { readKeptCounts, writeKeptCounts } from '../store/kept-counts.ts';
import { countStories } from '../store/stories.ts';
import { readWith, writeWith } from '../store/transaction.ts';

export type IndexCounts = { readonly articles: number; readonly stories: number };

export async function countIndex(store: Store): Promise<Result<IndexCounts, CoverageError>> {
  const kept = await store.run(
    readWith(['meta'], async (transaction) => {
      const [index, counts] = await Promise.all([readIndexState(transaction), readKeptCounts(transaction)]);
      return counts !== null && counts.revision === index?.revision ? counts : null;
    }),
  );
  if (!kept.ok) return kept;
  if (kept.value !== null) return ok({ articles: kept.value.articles, stories: kept.value.stories });
  const counted = await store.run(
    readWith(['meta', 'articles', 'stories'], async (transaction) => {
      const index = await readIndexState(transaction);
      const [articles, stories] = await Promise.all([countArticles(transaction), countStories(transaction)]);
      return { revision: index?.revision ?? 0, articles, stories };
    }),
  );
  if (!counted.ok) return counted;
  // On a full device nothing can be kept: then it is counted again.
  await store.run(writeWith(['meta'], (transaction) => writeKeptCounts(transaction, counted.value)));
  const { articles, stories } = counted.value;
  return ok({ articles, stories });
}
