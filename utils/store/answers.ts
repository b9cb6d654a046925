// Keeps a server's answers on disk, the newest ones up to a number, a size and an age.
import { parseRecord, StoredAnswer } from './records.ts';
import type { Transaction } from './transaction.ts';

/** Some weeks of reading; a lookup is about 60 kB, a large story 600 kB. */
const ANSWERS_MAX = 400;
/** Characters, on disk as in memory. */
export const ANSWERS_SIZE_MAX = 20_000_000;
/** Longer than any answer may be shown (cached-questions.ts). */
const AGE_MAX_MS = 3 * 86_400_000;

export async function readAnswer<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  key: string,
): Promise<StoredAnswer | null> {
  return parseRecord(StoredAnswer, await transaction.objectStore('answers').get(key), 'a server’s answer');
}

/** Deletes what is over the bounds in the same transaction; the order of age comes from an index, without the answers. */
export async function writeAnswer(transaction: Transaction<'readwrite'>, answer: StoredAnswer): Promise<void> {
  const store = transaction.objectStore('answers');
  await store.put(answer);
  let count = 0;
  let size = 0;
  for (let at = await store.index('byAge').openKeyCursor(null, 'prev'); at !== null; at = await at.continue()) {
    const [askedAt, ownSize] = at.key;
    count += 1;
    size += ownSize;
    const isKept = count <= ANSWERS_MAX && size <= ANSWERS_SIZE_MAX && askedAt > answer.askedAt - AGE_MAX_MS;
    if (!isKept) await store.delete(at.primaryKey);
  }
}

export async function deleteAnswer(transaction: Transaction<'readwrite'>, key: string): Promise<void> {
  await transaction.objectStore('answers').delete(key);
}

export async function clearAnswers(transaction: Transaction<'readwrite'>): Promise<void> {
  await transaction.objectStore('answers').clear();
}
