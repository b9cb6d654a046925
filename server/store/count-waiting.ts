// How many articles wait for their place in a story that readers see: what polling and giving are held back by, and what is told.
//
//   the shard is served       those that its clusterer has not come to
//   it is only being built    those that came since it was cut: their stories are seen when it takes the other's place
//   it is no more             none: its articles are in the shards that were cut from it
//   nothing is served yet     all
import type { Queries } from './database.ts';
import { SERVING } from './generations.ts';

/** Counts no further than `most`. */
export async function countWaiting({ query }: Queries, most: number | null = null): Promise<number> {
  const [row] = await query(
    `with begins as (
      select distinct on (state.shard) state.shard,
        case generations.state when 'serving' then state.position else state.start_position end as after
      from shard_states state
      join generations on generations.id = state.generation and generations.state in ('serving', 'building')
      order by state.shard, generations.state desc
    )
    select count(*) as waiting from (
      select 1 from (select * from begins union all select id, 0 from shards where ${SERVING} is null) begin
      join intake on intake.shard = begin.shard and intake.no > begin.after
      where intake.kind = 'article' and (intake.generation is null or intake.generation = ${SERVING})
      limit $1
    ) counted`,
    [most],
  );
  return Number(row?.waiting);
}

/** Whether more wait than may: then no more is taken in, from wherever it comes. */
export async function isFull(queries: Queries, waitingMax: number): Promise<boolean> {
  return (await countWaiting(queries, waitingMax + 1)) > waitingMax;
}
