// Forgets what was polled: articles, stories, separations, feed states and the engine's snapshot.
import type { CoverageError } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import { readIndexState, writeIndexState } from '../store/index-state.ts';
import { writeWith } from '../store/transaction.ts';
import type { EngineHolder } from './engine-holder.ts';
import { INDEX_STORES } from './index-stores.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';

export async function clearIndex({
  deps,
  engine,
}: {
  readonly deps: OnDeviceDeps;
  readonly engine: EngineHolder;
}): Promise<Result<void, CoverageError>> {
  const cleared = await deps.store.run((db) =>
    writeWith(db, INDEX_STORES, async (transaction) => {
      const index = await readIndexState(transaction);
      await Promise.all(INDEX_STORES.map((name) => transaction.objectStore(name).clear()));
      // The revision goes on counting: an engine in another page's memory must see that its articles are gone.
      const revision = (index?.revision ?? 0) + 1;
      await writeIndexState(transaction, { revision, engineVersion: deps.engineVersion, snapshotRevision: -1 });
    }),
  );
  engine.drop();
  return cleared;
}
