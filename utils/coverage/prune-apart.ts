// Prunes the index without the engine, where there is no room for its state or removing articles fails; it is rebuilt afterwards.
import type { CoverageError } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import { countArticles } from '../store/articles.ts';
import { passRevision } from '../store/index-state.ts';
import { deleteSnapshot } from '../store/snapshots.ts';
import { writeWith } from '../store/transaction.ts';
import type { EngineHolder } from './engine-holder.ts';
import { INDEX_STORES } from './index-stores.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';
import { type Pruned, type PruneLimits, pruneIndex } from './prune-index.ts';

type Parts = { readonly deps: OnDeviceDeps; readonly engine: EngineHolder };

/** `chooseLimits` gets the number of stored articles. */
export async function pruneApart(
  { deps, engine }: Parts,
  chooseLimits: (articles: number) => PruneLimits,
): Promise<Result<Pruned, CoverageError>> {
  const pruned = await deps.store.run(
    writeWith(INDEX_STORES, async (transaction) => {
      await deleteSnapshot(transaction);
      const gone = await pruneIndex(transaction, chooseLimits(await countArticles(transaction)));
      await passRevision(transaction);
      return gone;
    }),
  );
  engine.drop();
  return pruned;
}
