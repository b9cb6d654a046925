// Keeps a line for each request to a server, up to a number.
import { LEDGER_MAX, LedgerEntry, type QuestionKind } from '../ledger-entry.ts';
import { createRecordParser, parseRecords } from './records.ts';
import type { Transaction } from './transaction.ts';

const parseEntry = createRecordParser(LedgerEntry, 'the ledger');
/** Lines over the limit before they are deleted: counting is cheap, deleting lines one by one is not. */
const SLACK = 100;

/** Resolves to the line's id. */
export async function addToLedger(transaction: Transaction<'readwrite'>, entry: LedgerEntry): Promise<number> {
  const store = transaction.objectStore('ledger');
  const id = await store.add(entry);
  const surplus = (await store.count()) - LEDGER_MAX;
  if (surplus < SLACK) return id;
  const oldest = await store.getAllKeys(null, surplus);
  await Promise.all(oldest.map((old) => store.delete(old)));
  return id;
}

/** Has no effect on a line that was cleared. */
export async function replaceInLedger(
  transaction: Transaction<'readwrite'>,
  { id, entry }: { readonly id: number; readonly entry: LedgerEntry },
): Promise<void> {
  const store = transaction.objectStore('ledger');
  if ((await store.count(id)) > 0) await store.put({ ...entry, id });
}

export type LedgerPage = { readonly entries: readonly LedgerEntry[]; readonly total: number };

/** Newest first. */
export async function readLedger<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  { kind, limit }: { readonly kind: QuestionKind | null; readonly limit: number },
): Promise<LedgerPage> {
  const store = transaction.objectStore('ledger');
  const found: unknown[] = [];
  if (kind === null) {
    for (let at = await store.openCursor(null, 'prev'); at !== null && found.length < limit; at = await at.continue()) {
      found.push(at.value);
    }
    return { entries: parseRecords(found, parseEntry), total: await store.count() };
  }
  const index = store.index('byKind');
  for (let at = await index.openCursor(kind, 'prev'); at !== null && found.length < limit; at = await at.continue()) {
    found.push(at.value);
  }
  return { entries: parseRecords(found, parseEntry), total: await index.count(kind) };
}

export async function clearLedger(transaction: Transaction<'readwrite'>): Promise<void> {
  await transaction.objectStore('ledger').clear();
}
