// Has the engine maintain the index by itself, without anything new; where it fails at that, it is built anew and asked again.
//
// A snapshot has what the engine was about to decide, and with it what it fails over. An engine that is built from the
// stored places takes these as settled.
import type { CoverageError } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import { deleteSnapshot, SNAPSHOT_STORES } from '../store/snapshots.ts';
import { writeWith } from '../store/transaction.ts';
import { applyMaintenance } from './apply-maintenance.ts';
import { changeIndex } from './change-index.ts';
import type { EngineHolder } from './engine-holder.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';
import { tellFailure } from './tell-failure.ts';

type Parts = { readonly deps: OnDeviceDeps; readonly engine: EngineHolder };

export async function maintainIndex({ deps, engine }: Parts): Promise<Result<void, CoverageError>> {
  const ratings = await deps.ratings.load();
  const maintain = () =>
    changeIndex({ deps, engine }, (transaction, clusterer) =>
      applyMaintenance(transaction, { clusterer, ratings, touched: [], moves: [] }),
    );
  try {
    return await maintain();
  } catch (cause) {
    tellFailure(cause, 'it is built anew');
    const forgotten = await deps.store.run((db) => writeWith(db, SNAPSHOT_STORES, deleteSnapshot));
    return forgotten.ok ? await maintain() : forgotten;
  }
}
