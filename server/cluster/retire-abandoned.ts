// Gives up a generation that others began beside the one this process works, and that nobody works any more.
//
// An encoder that was tried and taken back leaves one behind, and so does a later version of the program that was rolled
// back. All that comes in would be kept for it for ever, because its shards never come to a snapshot. In a rolling upgrade
// another process works it: then it is left. Should its process be away for longer, it begins another when it is back.
import type { Queries } from '../store/database.ts';
import { findBuilding, findServing, retireBuilding } from '../store/generations.ts';
import { lockIntake } from '../store/intake.ts';
import { isWorked } from '../store/shard-states.ts';
import { type Finding, isBy, type Maker } from './find-generations.ts';

export type Abandoning = Pick<Finding, 'database' | 'maker' | 'log'> & {
  /** Of a clock that nobody sets: a jump of the wall clock is no time without anybody. */
  readonly elapsedMs: () => number;
  /** After so long without anybody who works it. */
  readonly abandonedMs: number;
};

/** To be called now and then. */
export function createAbandonedWatch({ database, maker, log, elapsedMs, abandonedMs }: Abandoning) {
  let seen: { readonly id: number; readonly sinceMs: number } | null = null;

  return async (): Promise<void> => {
    const id = await findAbandoned(database, maker);
    if (id === null) seen = null;
    else if (seen?.id !== id) seen = { id, sinceMs: elapsedMs() };
    else if (elapsedMs() - seen.sinceMs >= abandonedMs && (await retire(id))) {
      log.warn('a generation of stories that nobody works was given up', { generation: id });
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
  return (await isWorked(queries, building.id)) ? null : building.id;
}
