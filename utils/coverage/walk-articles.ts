// Visits all stored articles in the order they were first seen, in slices, so that the worker can answer messages in between.
import type { CoverageError } from '../../engine/ports.ts';
import { ok, type Result } from '../../engine/result.ts';
import { type ArticlePosition, readArticleSlice } from '../store/articles.ts';
import type { Store } from '../store/database.ts';
import { readIndexState } from '../store/index-state.ts';
import type { StoredArticle } from '../store/records.ts';
import { readWith } from '../store/transaction.ts';

/** Articles per transaction: some 10 ms of clustering. */
const SLICE = 250;

export type Walk = {
  /** False when the index changed meanwhile, so that the visited articles are from different revisions. */
  readonly isWhole: boolean;
  readonly damaged: readonly string[];
};

type Slice = Awaited<ReturnType<typeof readArticleSlice>>;

export async function walkArticles(
  { store, revision }: { readonly store: Store; readonly revision: number },
  visit: (slice: readonly StoredArticle[]) => void,
): Promise<Result<Walk, CoverageError>> {
  const damaged: string[] = [];
  let after: ArticlePosition | null = null;
  do {
    const slice: Result<Slice | null, CoverageError> = await readSlice({ store, revision, after });
    if (!slice.ok) return slice;
    if (slice.value === null) return ok({ isWhole: false, damaged: [] });
    visit(slice.value.articles);
    damaged.push(...slice.value.damaged);
    after = slice.value.next;
  } while (after !== null);
  return ok({ isWhole: true, damaged });
}

function readSlice({
  store,
  revision,
  after,
}: {
  readonly store: Store;
  readonly revision: number;
  readonly after: ArticlePosition | null;
}): Promise<Result<Slice | null, CoverageError>> {
  return store.run(
    readWith(['meta', 'articles'], async (transaction) =>
      ((await readIndexState(transaction))?.revision ?? 0) === revision
        ? await readArticleSlice(transaction, { after, limit: SLICE })
        : null,
    ),
  );
}
