// Deletes the oldest articles when the browser grants no more space: once, until a feed has been stored again.
//
// On a disk that others fill it does not help, and repeated for each feed it would delete a fifth of what is left each time.
import type { CoverageError } from '../../engine/ports.ts';
import { ok, type Result } from '../../engine/result.ts';
import { hasMadeRoom, noteMadeRoom } from '../store/made-room.ts';
import { writeWith } from '../store/transaction.ts';
import type { EngineHolder } from './engine-holder.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';
import { pruneApart } from './prune-apart.ts';

/** Share of the articles that stays; smaller cuts would come with every feed. */
const KEPT_WHEN_FULL = 0.8;

type Parts = { readonly deps: OnDeviceDeps; readonly engine: EngineHolder };

/** False where it was done before and did not help. */
export async function makeRoom({ deps, engine }: Parts): Promise<Result<boolean, CoverageError>> {
  const isToTry = await deps.store.run(
    writeWith(['meta'], async (transaction) => {
      if (await hasMadeRoom(transaction)) return false;
      await noteMadeRoom(transaction, deps.now());
      return true;
    }),
  );
  if (!isToTry.ok || !isToTry.value) return isToTry;
  const pruned = await pruneApart({ deps, engine }, (count) => ({
    keepSince: 0,
    articlesMax: Math.floor(count * KEPT_WHEN_FULL),
  }));
  return pruned.ok ? ok(true) : pruned;
}
