// Changes the stored index and the clusterer together: both, or neither.
import type { CoverageError, StoryClusterer } from '../../engine/ports.ts';
import { ok, type Result } from '../../engine/result.ts';
import { readIndexState, writeIndexState } from '../store/index-state.ts';
import { writeJournalEntry } from '../store/snapshots.ts';
import { type Transaction, writeWith } from '../store/transaction.ts';
import { type EngineHolder, keepsChanging } from './engine-holder.ts';
import { noteCalls } from './engine-journal.ts';
import { INDEX_STORES } from './index-stores.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';

const ATTEMPTS_MAX = 3;

/**
 * Runs `work` in one transaction, with a clusterer at the same revision as the stored index. When the transaction fails in
 * any way, the clusterer has seen what storage has not: it is dropped, and loaded anew when it is next needed.
 */
export async function changeIndex<Value>(
  { deps, engine }: { readonly deps: OnDeviceDeps; readonly engine: EngineHolder },
  work: (transaction: Transaction<'readwrite'>, clusterer: StoryClusterer) => Promise<Value>,
): Promise<Result<Value, CoverageError>> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const loaded = await engine.get();
    if (!loaded.ok) return loaded;
    const { clusterer, revision, journaled } = loaded.value;
    const { noted, calls } = noteCalls(clusterer);
    const next = revision + 1;
    const changed = await dropOnFailure(engine, () =>
      deps.store.run(
        writeWith(INDEX_STORES, async (transaction) => {
          const index = await readIndexState(transaction);
          if ((index?.revision ?? 0) !== revision) return { isStale: true as const };
          const value = await work(transaction, noted);
          if (journaled !== null) await writeJournalEntry(transaction, { revision: next, calls });
          await writeIndexState(transaction, {
            ...index,
            revision: next,
            engineVersion: deps.engineVersion,
            snapshotRevision: journaled === null ? -1 : (index?.snapshotRevision ?? -1),
            ...clusterer.memory(),
          });
          return { isStale: false as const, value };
        }),
      ),
    );
    if (!changed.ok) return changed;
    if (!changed.value.isStale) {
      engine.advance({ revision: next, journaled: journaled === null ? null : journaled + calls.length });
      return ok(changed.value.value);
    }
    engine.drop();
  }
  return keepsChanging();
}

async function dropOnFailure<Value>(
  engine: EngineHolder,
  change: () => Promise<Result<Value, CoverageError>>,
): Promise<Result<Value, CoverageError>> {
  let isDone = false;
  try {
    const changed = await change();
    isDone = changed.ok;
    return changed;
  } finally {
    if (!isDone) engine.drop();
  }
}
