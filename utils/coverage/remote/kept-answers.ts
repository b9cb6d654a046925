// Keeps answers as long as the same source answers: on disk, in memory for private windows, and those on their way; all are forgotten together.
//
// A question that was asked before answers were forgotten may end after it: its answer is shown to who asked, and not kept.
import type { CoverageError } from '../../../engine/ports.ts';
import type { Result } from '../../../engine/result.ts';
import { clearAnswers, deleteAnswer, readAnswer, writeAnswer } from '../../store/answers.ts';
import type { Store } from '../../store/database.ts';
import { readWith, type Transaction, writeWith } from '../../store/transaction.ts';
import { type AnswerCache, createMemoryCache } from './answer-cache.ts';

/** Questions on their way are apart too: one for a private window has another cache and another ledger. */
type Shelf = { readonly cache: AnswerCache; readonly underway: Map<string, Promise<unknown>> };
export type Shelves = { readonly onDisk: Shelf; readonly inMemory: Shelf };

export type KeptAnswers = {
  /** To be taken before a question is looked at, and used for all of it. */
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
      return store.run((db) => writeWith(db, ['answers'], clearAnswers));
    },
  };
}

function createDiskCache(store: Store, isCurrent: () => boolean): AnswerCache {
  /** Asked inside the transaction: one that begins before answers are forgotten also ends before they are cleared. */
  async function change(work: (transaction: Transaction<'readwrite'>) => Promise<void>): Promise<boolean> {
    const changed = await store.run((db) =>
      writeWith(db, ['answers'], async (transaction) => {
        if (!isCurrent()) return false;
        await work(transaction);
        return true;
      }),
    );
    return changed.ok && changed.value;
  }

  return {
    async read(key) {
      const found = await store.run((db) => readWith(db, ['answers'], (transaction) => readAnswer(transaction, key)));
      return found.ok ? found.value : null;
    },
    write: (kept) => change((transaction) => writeAnswer(transaction, kept)),
    delete: (key) => change((transaction) => deleteAnswer(transaction, key)),
  };
}
