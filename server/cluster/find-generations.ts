// Which generations of stories a process works; it begins one where none is its engine's and encoder's.
import type { EpochMs } from '../../engine/ids.ts';
import type { Log } from '../log.ts';
import type { Database } from '../store/database.ts';
import { createGeneration, type Generation, readGenerations } from '../store/generations.ts';
import { lockIntake } from '../store/intake.ts';

/** What a generation's stories are made by. */
export type Maker = { readonly engineVersion: number; readonly encoder: string };

export type Finding = {
  readonly database: Database;
  readonly maker: Maker;
  readonly now: () => EpochMs;
  readonly log: Log;
};

/** Those that this engine and encoder work: the served one where it is theirs, else one that is built to take its place. */
export async function findGenerations({ database, maker, now, log }: Finding): Promise<number[]> {
  const { engineVersion } = maker;
  const living = (await readGenerations(database)).filter(isLiving);
  const serving = living.find(({ state }) => state === 'serving');
  const newest = Math.max(0, ...living.map((one) => one.engineVersion));
  if (newest > engineVersion) {
    const isServed = serving?.engineVersion === engineVersion;
    if (!isServed) log.warn('the stories are of a later engine version: nothing to do', { engineVersion, newest });
  } else if (!living.some((one) => isBy(one, maker))) {
    const isMade = await database.transaction(async (queries) => {
      await lockIntake(queries); // two processes may come to this at the same time
      const latest = (await readGenerations(queries)).filter(isLiving);
      if (latest.some((one) => one.engineVersion > engineVersion || isBy(one, maker))) return false;
      await createGeneration(queries, { ...maker, now });
      return true;
    });
    if (isMade) log.info('a generation of stories was begun', maker);
    return idsBy((await readGenerations(database)).filter(isLiving), maker);
  }
  return idsBy(living, maker);
}

const isLiving = ({ state }: Generation) => state !== 'retired';

function idsBy(generations: readonly Generation[], maker: Maker): number[] {
  return generations.flatMap((one) => (isBy(one, maker) ? [one.id] : []));
}

export const isBy = (one: Generation, { engineVersion, encoder }: Maker) =>
  one.engineVersion === engineVersion && one.encoder === encoder;
