// Generations of stories: one is served; another may be built beside it, by another engine version, to take its place.
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
  /** Of one being built: the last entry of the intake that says the admins' separations again; null before, and where it is damaged. */
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
  /** That of the served generation unless told. */
  readonly encoder?: string;
  readonly now: () => EpochMs;
};

/**
 * Serves at once when there is none; else it is built beside. It begins with all known articles in the order of their first
 * sighting; one that serves at once with those alone that the log has no more. One that was being built is given up. In a transaction.
 */
export async function createGeneration(
  queries: Queries,
  { engineVersion, encoder, now }: NewGeneration,
): Promise<void> {
  const { query } = queries;
  await lockIntake(queries);
  await allowLongStatements(queries);
  await retireBuilding(queries);
  await putBackLost(queries, now);
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
  if (states.length === 0) return; // the log has all that came in
  const isNotInLog = `not exists (select 1 from intake
    where kind = 'article' and content -> 'article' ->> 'id' = articles.id)`;
  await query(
    `insert into intake (no, shard, generation, kind, taken_at, content)
    select nextval('intake_no'), shard, $1, 'stored', $2, json_build_object('articleId', id)
    from (select id, shard from articles where ${isFirst ? isNotInLog : 'true'} order by first_seen_at, id) known`,
    [id, now()],
  );
}

/** Where no row of a generation is left but what was made for one, the last one serves on: nobody knows which engine made it. */
async function putBackLost({ query }: Queries, now: NewGeneration['now']): Promise<void> {
  await query(
    `insert into generations (id, engine_version, state, created_at) overriding system value
    select generation, 0, case row_number() over (order by generation desc) when 1 then 'serving' else 'retired' end, $1
    from (select distinct generation from shard_states) lost
    where generation not in (select id from generations)
      and not exists (select 1 from generations where state = 'serving')`,
    [now()],
  );
}

/** In a transaction that has locked the intake. */
export async function retireBuilding({ query }: Queries): Promise<void> {
  await query(`update generations set state = 'retired' where state = 'building'`);
}

/** More than these waiting entries, and a generation that is being built has not caught up. */
const WAITING_MAX = 500;

/** Whether all shards of a generation have come to the end of the intake, but for what came in just now, and to `no`. */
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
 * The last entry that says a known article or a correction. What it and those before it say must be done before separations
 * are said again: a story whose articles have no places yet has no heir to be separated from.
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

/** Locked until the transaction ends; null when there is none. Whoever needs the intake too locks that first. */
export async function lockBuilding({ query }: Queries): Promise<Generation | null> {
  const [row] = await query(`select ${COLUMNS} from generations where state = 'building' for update`);
  return row === undefined ? null : Generation.parse(row);
}

/** The separations are in the intake, up to its end as it is now. */
export async function setSeparationsSaid({ query }: Queries, id: number): Promise<void> {
  await query('update generations set separations_no = (select coalesce(max(no), 0) from intake) where id = $1', [id]);
}

/**
 * The generation that was built is served from now on. Ids of stories that it does not have lead to the story that most of
 * their members went to; of equals, to the one with the smaller id. In a transaction.
 */
export async function switchGeneration(queries: Queries, built: number): Promise<void> {
  const { query } = queries;
  // No commit of its owners is half written: of two that add the same stories each would wait for the other.
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
  // An id leads on to what it has led to, also to what is elsewhere than most of it.
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

/** Rows a round: deleting a generation must not hold up those who place articles. */
const DELETED_AT_ONCE = 5000;

/**
 * One round of deleting what retired generations have left; false when nothing is left, or nothing that others do not hold
 * just now. Not in a transaction.
 */
export async function deleteRetired(queries: Queries): Promise<boolean> {
  const { query } = queries;
  // Those of now: one that is retired meanwhile has its rows still, and nobody would delete them once it is gone.
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
  // Of shards that were cut anew: nobody will come to it, and it would be counted as waiting for ever.
  const isNobodys = 'shard not in (select shard from shard_states)';
  const deleted = await deleteSome(queries, { table: 'intake', where: isNobodys });
  if (deleted !== 'none') return deleted === 'some';
  // Whoever measured a generation while it was retired may have written after the others were gone.
  const isLeft = `generation not in (select id from generations where state <> 'retired')`;
  if ((await deleteSome(queries, { table: 'index_facts', where: isLeft })) === 'some') return true;
  return (await query('delete from generations where id = any($1::integer[]) returning 1', [ids])).length > 0;
}

type Deleting = { readonly table: string; readonly where: string; readonly params?: readonly unknown[] };

/** Rows that another transaction holds are passed over: waiting for them could be waiting in a circle. */
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
