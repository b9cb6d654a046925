// The end of a re-clustering: once a generation that was built beside has caught up, admins' separations are said again, then it is served.
import type { EpochMs } from '../../engine/ids.ts';
import type { Database } from '../store/database.ts';
import {
  findLastBeforeSeparations,
  hasCaughtUp,
  lockBuilding,
  setSeparationsSaid,
  switchGeneration,
} from '../store/generations.ts';
import { appendIntake } from '../store/intake.ts';
import { readCarriedSeparations } from '../store/separations.ts';

export type FinishStep = 'nothing' | 'waiting' | 'separations-said' | 'switched';

/** One step in one transaction; safe to be taken by every owner of a shard. */
export function finishGeneration(database: Database, now: () => EpochMs): Promise<FinishStep> {
  return database.transaction(async (queries) => {
    const building = await lockBuilding(queries);
    if (building === null) return 'nothing';
    const { id, separationsNo } = building;
    if (!(await hasCaughtUp(queries, { id, no: separationsNo ?? 0 }))) return 'waiting';
    if (separationsNo !== null) {
      await switchGeneration(queries, id);
      return 'switched';
    }
    if (!(await hasCaughtUp(queries, { id, no: await findLastBeforeSeparations(queries, id) }))) return 'waiting';
    const entries = (await readCarriedSeparations(queries, id)).map(({ shard, articleId, storyId }) => ({
      shard,
      content: { kind: 'separate', articleId, storyId } as const,
    }));
    await appendIntake(queries, { entries, now, generation: id });
    await setSeparationsSaid(queries, id);
    return 'separations-said';
  });
}
