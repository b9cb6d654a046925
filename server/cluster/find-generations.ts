// Finds the generations of stories that this process works on, and begins a new one if none was made by its engine and encoder or
// a shard of every such one is damaged for good.
import type { EpochMs } from '../../engine/ids.ts';
import type { Log } from '../log.ts';
import type { Database, Queries } from '../store/database.ts';
import { createGeneration, type Generation, readGenerations } from '../store/generations.ts';
import { lockIntake } from '../store/intake.ts';
import { findDamaged } from '../store/shard-states.ts';

/** What produced a generation's stories. */
export type Maker = { readonly engineVersion: number; readonly encoder: string };

export type Finding = {
  readonly database: Database;
  readonly maker: Maker;
  readonly now: () => EpochMs;
  readonly log: Log;
};

/** The generations of this engine and encoder: the served one if it is theirs, and any that is being built to replace it. */
export async function findGenerations({ database, maker, now, log }: Finding): Promise<number[]> {
  const { engineVersion } = maker;
  const living = await readLiving(database);
  const own = idsBy(living, maker);
  const newest = findNewest(living);
  if (newest > engineVersion) {
    const isServed = living.some((one) => one.state === 'serving' && one.engineVersion === engineVersion);
    if (!isServed)
      log.warn('the stories were made by a later engine version: this process does nothing', { engineVersion, newest });
    return own;
  }
  if (!(await areAllDamaged(database, own))) return own;
  const isMade = await database.transaction(async (queries) => {
    await lockIntake(queries); // two processes may get here at the same time
    const latest = await readLiving(queries);
    const latestOwn = idsBy(latest, maker);
    if (findNewest(latest) > engineVersion || !(await areAllDamaged(queries, latestOwn))) return false;
    for (const damaged of await findDamaged(queries, latestOwn)) {
      log.warn('the state of a shard is damaged: all articles are clustered again', damaged);
    }
    await createGeneration(queries, { ...maker, now });
    return true;
  });
  if (isMade) log.info('a generation of stories was begun', maker);
  return idsBy(await readLiving(database), maker);
}

/** Whether each of these generations has a damaged shard; also true if there are none. */
async function areAllDamaged(queries: Queries, ids: readonly number[]): Promise<boolean> {
  const damaged = new Set((await findDamaged(queries, ids)).map(({ generation }) => generation));
  return ids.every((id) => damaged.has(id));
}

async function readLiving(queries: Queries): Promise<readonly Generation[]> {
  return (await readGenerations(queries)).filter(({ state }) => state !== 'retired');
}

const findNewest = (generations: readonly Generation[]): number =>
  Math.max(0, ...generations.map(({ engineVersion }) => engineVersion));

function idsBy(generations: readonly Generation[], maker: Maker): number[] {
  return generations.flatMap((one) => (isBy(one, maker) ? [one.id] : []));
}

export const isBy = (one: Generation, { engineVersion, encoder }: Maker) =>
  one.engineVersion === engineVersion && one.encoder === encoder;
