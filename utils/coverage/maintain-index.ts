// Runs the engine's maintenance without new articles; where that fails, with an engine that is rebuilt from the stored places.
//
// A snapshot includes pending decisions, and so what maintenance fails on. A rebuilt engine takes the stored places as
// settled.
import type { CoverageError } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import { deleteSnapshot, SNAPSHOT_STORES } from '../store/snapshots.ts';
import { writeWith } from '../store/transaction.ts';
import { applyMaintenance } from './apply-maintenance.ts';
import { changeIndex } from './change-index.ts';
import type { EngineHolder } from './engine-holder.ts';
import { logEngineFailure } from './log-engine-failure.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';

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
    logEngineFailure(cause, 'it is built anew');
    const forgotten = await deps.store.run(writeWith(SNAPSHOT_STORES, deleteSnapshot));
    return forgotten.ok ? await maintain() : forgotten;
  }
}
