// Stores a server's answers on disk: the newest, limited in number, size and age.
import type { EpochMs } from '../../engine/ids.ts';
import { createRecordParser, StoredAnswer } from './records.ts';
import type { Transaction } from './transaction.ts';

const parseAnswer = createRecordParser(StoredAnswer, 'a server’s answer');

/** Some weeks of reading; a lookup is about 60 kB, a large story 600 kB. */
const ANSWERS_MAX = 400;
/** In characters, both on disk and in memory. */
export const ANSWERS_SIZE_MAX = 20_000_000;
/** As long as any answer may be shown (answer-lifetime.ts). With half a day between rounds that is less than three days. */
const AGE_MAX_MS = 2 * 86_400_000;

export async function readAnswer<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  key: string,
): Promise<StoredAnswer | null> {
  return parseAnswer(await transaction.objectStore('answers').get(key));
}

/** Deletes the excess in the same transaction; an index gives the order of age without reading the answers. */
export async function writeAnswer(transaction: Transaction<'readwrite'>, answer: StoredAnswer): Promise<void> {
  const store = transaction.objectStore('answers');
  await store.put(answer);
  await forgetOldAnswers(transaction, answer.askedAt);
  let count = 0;
  let size = 0;
  for (let at = await store.index('byAge').openKeyCursor(null, 'prev'); at !== null; at = await at.continue()) {
    const [, ownSize] = at.key;
    count += 1;
    size += ownSize;
    if (count > ANSWERS_MAX || size > ANSWERS_SIZE_MAX) await store.delete(at.primaryKey);
  }
}

/** Also called once per round: old answers reveal what was read, and no new one may arrive for weeks. */
export async function forgetOldAnswers(transaction: Transaction<'readwrite'>, now: EpochMs): Promise<void> {
  const store = transaction.objectStore('answers');
  const old = IDBKeyRange.upperBound([now - AGE_MAX_MS, []]);
  for (const key of await store.index('byAge').getAllKeys(old)) await store.delete(key);
}

export async function deleteAnswer(transaction: Transaction<'readwrite'>, key: string): Promise<void> {
  await transaction.objectStore('answers').delete(key);
}

export async function clearAnswers(transaction: Transaction<'readwrite'>): Promise<void> {
  await transaction.objectStore('answers').clear();
}
