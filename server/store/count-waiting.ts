// Counts the articles that wait for their place in a story that readers see; polling and giving pause on that number.
//
//   the shard is served       articles after its clusterer's position
//   it is only being built    those that came since it was cut: their stories show when it takes the other's place
//   it no longer exists       none: its articles are in the shards that replaced it
//   nothing is served yet     all
import type { Queries } from './database.ts';
import { SERVING } from './generations.ts';

/** Stops counting at `most`. */
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

/** Whether more articles wait than allowed: then no source may add any. */
export async function isFull(queries: Queries, waitingMax: number): Promise<boolean> {
  return (await countWaiting(queries, waitingMax + 1)) > waitingMax;
}
