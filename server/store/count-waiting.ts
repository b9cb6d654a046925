// How many articles wait for their place in a story: what polling and giving are held back by.
import type { Queries } from './database.ts';
import { SERVING } from './generations.ts';

/** Counts no further than `most`. Before there is any story, all articles wait. */
export async function countWaiting({ query }: Queries, most: number): Promise<number> {
  const [row] = await query(
    `select count(*) as waiting from (
      select 1 from intake
      where kind = 'article' and no > coalesce(
        (select position from shard_states where generation = ${SERVING} and shard = intake.shard), 0
      ) and (generation is null or generation = ${SERVING})
      limit $1
    ) counted`,
    [most],
  );
  return Number(row?.waiting);
}
