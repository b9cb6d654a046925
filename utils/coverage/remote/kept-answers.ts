// The answers kept of the present source: on disk, in memory for private windows, and requests in flight; all are forgotten together.
//
// A request that was sent before answers were forgotten may end afterwards: its answer is shown to the one who asked, but not kept.
import type { CoverageError } from '../../../engine/ports.ts';
import type { Result } from '../../../engine/result.ts';
import { clearAnswers, deleteAnswer, readAnswer, writeAnswer } from '../../store/answers.ts';
import type { Store } from '../../store/database.ts';
import { readWith, type Transaction, writeWith } from '../../store/transaction.ts';
import { type AnswerCache, createMemoryCache } from './answer-cache.ts';

/** Requests in flight are separate, too: those of a private window use another cache and another ledger. */
type Shelf = { readonly cache: AnswerCache; readonly underway: Map<string, Promise<unknown>> };
export type Shelves = { readonly onDisk: Shelf; readonly inMemory: Shelf };

export type KeptAnswers = {
  /** To be taken before anything else is done for a question, and used for all of it. */
  shelves(): Shelves;
  forget(): Promise<Result<void, CoverageError>>;
};

export function createKeptAnswers(store: Store): KeptAnswers {
  let current = openShelves();

  function openShelves(): Shelves {
    const onDisk = createDiskCache(store, () => current === shelves);
    const shelves: Shelves = {
      onDisk: { cache: onDisk, underway: new Map() },
      inMemory: { cache: createMemoryCache(onDisk), underway: new Map() },
    };
    return shelves;
  }

  return {
    shelves: () => current,
    forget() {
      current = openShelves();
      return store.run(writeWith(['answers'], clearAnswers));
    },
  };
}

function createDiskCache(store: Store, isCurrent: () => boolean): AnswerCache {
  /** `isCurrent` is checked inside the transaction: one that begins before answers are forgotten also ends before they are cleared. */
  async function change(work: (transaction: Transaction<'readwrite'>) => Promise<void>): Promise<boolean> {
    const changed = await store.run(
      writeWith(['answers'], async (transaction) => {
        if (!isCurrent()) return false;
        await work(transaction);
        return true;
      }),
    );
    return changed.ok && changed.value;
  }

  return {
    async read(key) {
      const found = await store.run(readWith(['answers'], (transaction) => readAnswer(transaction, key)));
      return found.ok ? found.value : null;
    },
    write: (kept) => change((transaction) => writeAnswer(transaction, kept)),
    delete: (key) => change((transaction) => deleteAnswer(transaction, key)),
  };
}
