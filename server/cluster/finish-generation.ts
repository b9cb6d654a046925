// Ends a re-clustering: when the new generation has caught up, admins' separations are repeated in it, then it is served.
import type { EpochMs } from '../../engine/ids.ts';
import type { Database, Queries } from '../store/database.ts';
import {
  findBuilding,
  findLastBeforeSeparations,
  type Generation,
  hasCaughtUp,
  lockBuilding,
  markSeparationsRepeated,
  switchGeneration,
} from '../store/generations.ts';
import { appendIntake, lockIntake } from '../store/intake.ts';
import { readCarriedSeparations } from '../store/separations.ts';

export type FinishStep = 'nothing' | 'waiting' | 'separations-repeated' | 'switched';

/** Takes one step in one transaction; every owner of a shard may call it. */
export async function finishGeneration(database: Database, now: () => EpochMs): Promise<FinishStep> {
  // Checked without a lock first: this runs once a second, and a step is hardly ever due.
  const building = await findBuilding(database);
  if (building === null) return 'nothing';
  if (!(await isNextStepDue(database, building))) return 'waiting';
  return await database.transaction(async (queries) => {
    const areSeparationsDue = building.separationsNo === null;
    if (areSeparationsDue) await lockIntake(queries); // locked before the generation, in the same order as createGeneration
    const locked = await lockBuilding(queries);
    const isAsSeen = locked?.id === building.id && locked.separationsNo === building.separationsNo;
    if (!isAsSeen || !(await isNextStepDue(queries, locked))) return 'waiting';
    if (areSeparationsDue) return await repeatSeparations(queries, { id: locked.id, now });
    await switchGeneration(queries, locked.id);
    return 'switched';
  });
}

async function isNextStepDue(queries: Queries, { id, separationsNo }: Generation): Promise<boolean> {
  if (!(await hasCaughtUp(queries, { id, no: separationsNo ?? 0 }))) return false;
  if (separationsNo !== null) return true;
  return await hasCaughtUp(queries, { id, no: await findLastBeforeSeparations(queries, id) });
}

type Repetition = { readonly id: number; readonly now: () => EpochMs };

async function repeatSeparations(queries: Queries, { id, now }: Repetition): Promise<FinishStep> {
  const entries = (await readCarriedSeparations(queries, id)).map(({ shard, articleId, storyId }) => ({
    shard,
    content: { kind: 'separate', articleId, storyId } as const,
  }));
  await appendIntake(queries, { entries, now, generation: id });
  await markSeparationsRepeated(queries, id);
  return 'separations-repeated';
}
