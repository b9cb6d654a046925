// Generations of stories: one is served; another may be built beside it, by another engine version, to replace it.
import * as z from 'zod/mini';
import type { EpochMs } from '../../engine/ids.ts';
import type { Queries } from './database.ts';
import { lockIntake } from './intake.ts';
import { allowLongStatements } from './long-statements.ts';

/** SQL: the generation that readers see. */
export const SERVING = `(select id from generations where state = 'serving')`;

export const Generation = z.object({
  id: z.number(),
  engineVersion: z.number(),
  /** The id of the encoder whose vectors it uses; empty for none. */
  encoder: z.string(),
  state: z.enum(['building', 'serving', 'retired']),
  /** While building: the last intake entry that repeats admins' separations for it. Null before that, and if damaged. */
  separationsNo: z.catch(z.nullable(z.number()), null),
});
export type Generation = z.infer<typeof Generation>;

const COLUMNS = 'id, engine_version as "engineVersion", encoder, state, separations_no as "separationsNo"';

export async function readGenerations({ query }: Queries): Promise<readonly Generation[]> {
  const rows = await query(`select ${COLUMNS} from generations order by id`);
  return rows.map((row) => Generation.parse(row));
}

type NewGeneration = {
  readonly engineVersion: number;
  /** Defaults to the served generation's encoder. */
  readonly encoder?: string;
  readonly now: () => EpochMs;
};

/**
 * Served at once if no generation is, otherwise built beside it in place of any other being built. It starts with all known
 * articles in the order they were first seen; if served at once, with those that the log no longer has. Call it in a transaction.
 */
export async function createGeneration(
  queries: Queries,
  { engineVersion, encoder, now }: NewGeneration,
): Promise<void> {
  const { query } = queries;
  await lockIntake(queries);
  await allowLongStatements(queries);
  await retireBuilding(queries);
  await restoreLostGenerations(queries, now);
  const states = (await query('select state from generations')).map(({ state }) => state);
  const isFirst = !states.includes('serving');
  const [made] = await query(
    `insert into generations (engine_version, state, created_at, encoder)
    values ($1, $2, $3, coalesce($4, (select encoder from generations where state = 'serving'), '')) returning id`,
    [engineVersion, isFirst ? 'serving' : 'building', now(), encoder ?? null],
  );
  const id = Number(made?.id);
  const [start] = await query(`select case when $1 then 0 else nextval('intake_no') end as no`, [isFirst]);
  await query(
    `insert into shard_states (generation, shard, start_position, snapshot_position, position)
    select $1, shards.id, $2, $2, $2 from shards`,
    [id, start?.no],
  );
  if (states.length === 0) return; // the log still has everything
  const isNotInLog = `not exists (select 1 from intake
    where kind = 'article' and content -> 'article' ->> 'id' = articles.id)`;
  await query(
    `insert into intake (no, shard, generation, kind, taken_at, content)
    select nextval('intake_no'), shard, $1, 'stored', $2, json_build_object('articleId', id)
    from (select id, shard from articles where ${isFirst ? isNotInLog : 'true'} order by first_seen_at, id) known`,
    [id, now()],
  );
}

/** If the rows of `generations` are lost, the last generation stays served, with engine version 0 since its engine is unknown. */
async function restoreLostGenerations({ query }: Queries, now: NewGeneration['now']): Promise<void> {
  await query(
    `insert into generations (id, engine_version, state, created_at) overriding system value
    select generation, 0, case row_number() over (order by generation desc) when 1 then 'serving' else 'retired' end, $1
    from (select distinct generation from shard_states) lost
    where generation not in (select id from generations)
      and not exists (select 1 from generations where state = 'serving')`,
    [now()],
  );
}

/** Call it in a transaction that has locked the intake. */
export async function retireBuilding({ query }: Queries): Promise<void> {
  await query(`update generations set state = 'retired' where state = 'building'`);
}

/** With this many waiting entries in a shard, a generation that is being built has not caught up. */
const WAITING_MAX = 500;

/** Whether all shards of a generation have reached entry `no` and are almost at the end of the intake. */
export async function hasCaughtUp(
  { query }: Queries,
  { id, no }: { readonly id: number; readonly no: number },
): Promise<boolean> {
  const [row] = await query(
    `select bool_and(state.position >= least($2, coalesce(ending.no, 0)) and waiting.n < $3) as "hasCaughtUp"
    from shard_states state
    cross join lateral (select max(no) as no from intake
      where shard = state.shard and no <= $2 and (generation is null or generation = $1)) ending
    cross join lateral (select count(*) as n from (select 1 from intake
      where shard = state.shard and no > state.position and (generation is null or generation = $1)
      limit $3) next_ones) waiting
    where state.generation = $1`,
    [id, no, WAITING_MAX],
  );
  return row?.hasCaughtUp === true;
}

/**
 * The last entry with a known article or a correction. Those must be processed before separations are repeated: a story whose
 * articles have no places yet has no successor that an article could be separated from.
 */
export async function findLastBeforeSeparations({ query }: Queries, id: number): Promise<number> {
  const [row] = await query(
    `select coalesce(max(no), 0) as no from intake
    where generation = $1 or (generation is null and kind in ('separate', 'unseparate'))`,
    [id],
  );
  return Number(row?.no);
}

/** There is never more than one. */
export const findBuilding = (queries: Queries) => findByState(queries, 'building');
export const findServing = (queries: Queries) => findByState(queries, 'serving');

async function findByState({ query }: Queries, state: 'building' | 'serving'): Promise<Generation | null> {
  const [row] = await query(`select ${COLUMNS} from generations where state = $1`, [state]);
  return row === undefined ? null : Generation.parse(row);
}

/** Locks the row until the transaction ends; null when there is none. To use the intake too, lock that first. */
export async function lockBuilding({ query }: Queries): Promise<Generation | null> {
  const [row] = await query(`select ${COLUMNS} from generations where state = 'building' for update`);
  return row === undefined ? null : Generation.parse(row);
}

/** Records that the separations are in the intake, at its current end or before. */
export async function markSeparationsRepeated({ query }: Queries, id: number): Promise<void> {
  await query('update generations set separations_no = (select coalesce(max(no), 0) from intake) where id = $1', [id]);
}

/**
 * Serves the generation that was built. Ids of stories that it does not have redirect to the story that most of their members
 * went to; at a tie, to the one with the smaller id. Call it in a transaction.
 */
export async function switchGeneration(queries: Queries, built: number): Promise<void> {
  const { query } = queries;
  // Waits for running commits of its owners: a deadlock would follow if both insert the same stories.
  await query('select 1 from shard_states where generation = $1 order by shard for update', [built]);
  await allowLongStatements(queries);
  await query(
    `with votes as (
      select was.story_id as old_id, now_is.story_id as new_id, count(*) as n
      from places was join places now_is on now_is.generation = $1 and now_is.article_id = was.article_id
      where was.generation = ${SERVING} group by 1, 2
    ), heirs as (
      select distinct on (old_id) old_id, new_id from votes order by old_id, n desc, new_id
    )
    insert into stories (generation, id, shard, merged_into, updated_at)
    select $1, story.id, story.shard, heirs.new_id, story.updated_at
    from stories story join heirs on heirs.old_id = coalesce(story.merged_into, story.id)
    where story.generation = ${SERVING} and story.id <> heirs.new_id
    on conflict do nothing`,
    [built],
  );
  // Members that went elsewhere are kept too, so that an id can lead to them later.
  await query(
    `insert into former_places (generation, story_id, article_id)
    select $1, led.story_id, led.article_id
    from (
      select story.id as story_id, place.article_id from stories story
      join places place on place.generation = ${SERVING} and place.story_id = coalesce(story.merged_into, story.id)
      where story.generation = ${SERVING}
      union select story_id, article_id from former_places where generation = ${SERVING}
    ) led
    join stories story on story.generation = $1 and story.id = led.story_id
    join places place on place.generation = $1 and place.article_id = led.article_id
    where place.story_id <> coalesce(story.merged_into, story.id)
      and not exists (select 1 from separations apart
        where apart.article_id = led.article_id and apart.story_id = led.story_id)
    on conflict do nothing`,
    [built],
  );
  await query(`update generations set state = 'retired' where state = 'serving'`);
  await query(`update generations set state = 'serving' where id = $1`, [built]);
}

/** Rows per round: deleting a generation must not hold up the placing of articles. */
const DELETED_AT_ONCE = 5000;

/**
 * Deletes one round of rows of retired generations; false when none is left, or only rows that others have locked. Must not be
 * called in a transaction.
 */
export async function deleteRetired(queries: Queries): Promise<boolean> {
  const { query } = queries;
  // Read once: if a generation is retired meanwhile, its row must stay until its other rows have been deleted.
  const ids = (await query(`select id from generations where state = 'retired'`)).map(({ id }) => Number(id));
  if (ids.length === 0) return false;
  for (const table of [
    'places',
    'former_places',
    'stories',
    'snapshots',
    'batches',
    'intake',
    'vectors',
    'set_aside',
    'shard_states',
  ]) {
    const deleted = await deleteSome(queries, { table, where: 'generation = any($1::integer[])', params: [ids] });
    if (deleted !== 'none') return deleted === 'some';
  }
  // Entries of shards that no longer exist: nobody would process them, and they would count as waiting for ever.
  const isNobodys = 'shard not in (select shard from shard_states)';
  const deleted = await deleteSome(queries, { table: 'intake', where: isNobodys });
  if (deleted !== 'none') return deleted === 'some';
  // Somebody may have measured a retired generation after its other rows were deleted.
  const isLeft = `generation not in (select id from generations where state <> 'retired')`;
  if ((await deleteSome(queries, { table: 'index_facts', where: isLeft })) === 'some') return true;
  return (await query('delete from generations where id = any($1::integer[]) returning 1', [ids])).length > 0;
}

type Deleting = { readonly table: string; readonly where: string; readonly params?: readonly unknown[] };

/** Skips rows that another transaction has locked: waiting for them could be a deadlock. */
async function deleteSome(
  { query }: Queries,
  { table, where, params = [] }: Deleting,
): Promise<'some' | 'held' | 'none'> {
  const gone = await query(
    `delete from ${table} where ctid = any (array(
      select ctid from ${table} where ${where} limit ${DELETED_AT_ONCE} for update skip locked
    )) returning 1`,
    params,
  );
  if (gone.length > 0) return 'some';
  return (await query(`select 1 from ${table} where ${where} limit 1`, params)).length > 0 ? 'held' : 'none';
}
