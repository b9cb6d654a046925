// Empties the database: articles, stories, separations, feed states, imported packs, a server's answers and the ledger.
//
// One that cannot be opened or written to, such as that of a later version, is thrown away as a whole: else a reader whom
// nothing but clearing helps could not.
import type { CoverageError } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import { readIndexState, writeIndexState } from '../store/index-state.ts';
import { type StoreName, writeWith } from '../store/transaction.ts';
import type { EngineHolder } from './engine-holder.ts';
import { INDEX_STORES } from './index-stores.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';

const EVERY_STORE: readonly StoreName[] = [...INDEX_STORES, 'packs', 'answers', 'ledger', 'remoteSeparations'];

export async function clearIndex({
  deps,
  engine,
}: {
  readonly deps: OnDeviceDeps;
  readonly engine: EngineHolder;
}): Promise<Result<void, CoverageError>> {
  const cleared = await deps.store.run((db) =>
    writeWith(db, EVERY_STORE, async (transaction) => {
      const index = await readIndexState(transaction);
      await Promise.all(EVERY_STORE.map((name) => transaction.objectStore(name).clear()));
      // The revision goes on counting: an engine in another page's memory must see that its articles are gone.
      const revision = (index?.revision ?? 0) + 1;
      await writeIndexState(transaction, { revision, engineVersion: deps.engineVersion, snapshotRevision: -1 });
    }),
  );
  engine.drop();
  return cleared.ok ? cleared : await deps.store.discard();
}
