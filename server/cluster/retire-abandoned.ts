// Retires a generation that is being built by a maker that no longer runs.
//
// Trying another encoder and going back leaves such a generation behind, as does a later version of the program that was rolled
// back. The whole intake would be kept for it for ever, because its shards never take a snapshot. During a rolling upgrade
// another process does work on it, and it is left alone. If that process is away for too long, it starts a new one.
import type { Queries } from '../store/database.ts';
import { findBuilding, findServing, retireBuilding } from '../store/generations.ts';
import { lockIntake } from '../store/intake.ts';
import { isAnyShardLeased } from '../store/shard-states.ts';
import { type Finding, isBy, type Maker } from './find-generations.ts';

export type Abandoning = Pick<Finding, 'database' | 'maker' | 'log'> & {
  /** A monotonic clock: a jump of the wall clock must not count as time without an owner. */
  readonly elapsedMs: () => number;
  /** How long no process may have worked on it. */
  readonly abandonedMs: number;
};

/** The returned function is meant to be called every few seconds. */
export function createAbandonedWatch({ database, maker, log, elapsedMs, abandonedMs }: Abandoning) {
  let seen: { readonly id: number; readonly sinceMs: number } | null = null;

  return async (): Promise<void> => {
    const id = await findAbandoned(database, maker);
    if (id === null) seen = null;
    else if (seen?.id !== id) seen = { id, sinceMs: elapsedMs() };
    else if (elapsedMs() - seen.sinceMs >= abandonedMs && (await retire(id))) {
      log.warn('a generation of stories without a clusterer was given up', { generation: id });
    }
  };

  function retire(id: number): Promise<boolean> {
    return database.transaction(async (queries) => {
      await lockIntake(queries);
      if ((await findAbandoned(queries, maker)) !== id) return false;
      await retireBuilding(queries);
      return true;
    });
  }
}

async function findAbandoned(queries: Queries, maker: Maker): Promise<number | null> {
  const building = await findBuilding(queries);
  if (building === null || isBy(building, maker)) return null;
  const serving = await findServing(queries);
  if (serving === null || !isBy(serving, maker)) return null;
  return (await isAnyShardLeased(queries, building.id)) ? null : building.id;
}
