// Forgets the whole database: articles, stories, separations, feed states, imported packs, a server's answers and the ledger.
//
// It is deleted rather than emptied. Chromium empties a full database row by row, for a minute, and stops the worker before
// that; and a database that cannot be opened, such as one of a later version, can only be deleted.
import type { CoverageError } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import type { EngineHolder } from './engine-holder.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';

export async function clearIndex({
  deps,
  engine,
}: {
  readonly deps: OnDeviceDeps;
  readonly engine: EngineHolder;
}): Promise<Result<void, CoverageError>> {
  const discarded = await deps.store.discard();
  engine.drop();
  return discarded;
}
