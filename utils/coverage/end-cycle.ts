// Ends a round of polls: a last maintenance, then old stories are deleted and the engine's state is saved.

import { askEngine } from '../../engine/engine-failure.ts';
import type { EpochMs } from '../../engine/ids.ts';
import type { CoverageError } from '../../engine/ports.ts';
import { err, ok, type Result } from '../../engine/result.ts';
import { readIndexState } from '../store/index-state.ts';
import { passRound } from '../store/round-clock.ts';
import { readWith, writeWith } from '../store/transaction.ts';
import { changeIndex } from './change-index.ts';
import type { EngineHolder } from './engine-holder.ts';
import { logEngineFailure } from './log-engine-failure.ts';
import { maintainIndex } from './maintain-index.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';
import { pruneApart } from './prune-apart.ts';
import { needsPruning, type Pruned, type PruneLimits, pruneIndex } from './prune-index.ts';
import { saveEngine } from './save-engine.ts';

export type CycleReport = {
  readonly expiredStories: number;
  readonly expiredArticles: number;
};

type CycleParts = { readonly deps: OnDeviceDeps; readonly engine: EngineHolder; readonly now: EpochMs };

const NOTHING: CycleReport = { expiredStories: 0, expiredArticles: 0 };

const NO_ROOM = err({ reason: 'storage-full' } as const);

/**
 * Each of the three steps is a transaction of its own: if the worker is stopped in between, the next cycle does the rest.
 * `storage-full` where only the engine's state could not be saved; everything else is done then.
 */
export async function endCycle(parts: CycleParts): Promise<Result<CycleReport, CoverageError>> {
  const { deps, now } = parts;
  const { keepMs, articlesMax } = await deps.limits();
  const passed = await deps.store.run(writeWith(['meta'], (transaction) => passRound(transaction, now)));
  const until = passed.ok ? passed.value : now; // on a full disk nothing can be written, and pruning is needed all the more
  const limits = { keepSince: until - keepMs, articlesMax };
  const looked = await deps.store.run(
    readWith(['meta', 'stories', 'articles'], async (transaction) => {
      const index = await readIndexState(transaction);
      return {
        isNeeded:
          index !== null && (index.roundRevision !== index.revision || (await needsPruning(transaction, limits))),
        isRefused: index?.refused !== undefined,
      };
    }),
  );
  if (!looked.ok) return looked;
  if (!looked.value.isNeeded) return looked.value.isRefused ? NO_ROOM : ok(NOTHING);

  const maintained = await maintainIndex(parts);
  if (!maintained.ok) return maintained;
  const pruned = await prune(parts, limits);
  if (!pruned.ok) return pruned;
  if (!(await saveEngine(parts))) return NO_ROOM;
  return ok({
    expiredStories: pruned.value.stories,
    expiredArticles: pruned.value.articleIds.length,
  });
}

async function prune({ deps, engine }: CycleParts, limits: PruneLimits): Promise<Result<Pruned, CoverageError>> {
  try {
    return await changeIndex({ deps, engine }, async (transaction, clusterer) => {
      const gone = await pruneIndex(transaction, limits);
      for (const id of gone.articleIds) askEngine(() => clusterer.remove(id));
      return gone;
    });
  } catch (cause) {
    logEngineFailure(cause, 'it is built anew');
    return await pruneApart({ deps, engine }, () => limits);
  }
}
