// The ledger as its page shows it: the lines on disk and, while the browser runs, those in memory, of private windows or of a
// disk that could not be written.
import type { LedgerEntry, QuestionKind } from '../../ledger-entry.ts';
import type { Store } from '../../store/database.ts';
import { clearLedger, readLedger } from '../../store/ledger.ts';
import { readWith, writeWith } from '../../store/transaction.ts';
import { clearPrivateLedger, readPrivateLedger } from './private-ledger.ts';

export async function listLedger(
  store: Store,
  { kind, limit }: { readonly kind: QuestionKind | null; readonly limit: number },
): Promise<{ entries: LedgerEntry[]; total: number; isDiskRead: boolean }> {
  const [kept, inMemory] = await Promise.all([
    store.run(readWith(['ledger'], (transaction) => readLedger(transaction, { kind, limit }))),
    readPrivateLedger(),
  ]);
  const onDisk = kept.ok ? kept.value : { entries: [], total: 0 };
  const privately = inMemory.filter((entry) => kind === null || entry.kind === kind);
  const entries = [...onDisk.entries, ...privately].sort((a, b) => b.at - a.at).slice(0, limit);
  return { entries, total: onDisk.total + privately.length, isDiskRead: kept.ok };
}

/** Ignores that the browser forbids storage: then all lines are in memory. */
export async function clearWholeLedger(store: Store): Promise<void> {
  const cleared = await store.run(writeWith(['ledger'], clearLedger));
  await clearPrivateLedger();
  if (!cleared.ok && cleared.error.reason !== 'storage-forbidden')
    throw new Error(`the ledger could not be cleared: ${cleared.error.reason}`);
}
