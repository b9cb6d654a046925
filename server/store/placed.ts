// Finds the articles that were placed in a story since the last call.
import { ArticleId } from '../../engine/ids.ts';
import type { Queries } from './database.ts';

export type Placed = {
  /** How far each shard has come. */
  readonly shards: ReadonlyMap<string, Progress>;
  readonly articleIds: readonly ArticleId[];
  /** More articles than are listed one by one, or the log no longer has some of them. */
  readonly isCut: boolean;
};

type Progress = { readonly position: number; readonly entries: number };

/** Enough for ten seconds of 200 articles a second, with a pause of the reader. */
const LISTED_MAX = 5000;

/** With `after: null`, only returns how far each shard has come. */
export async function readPlaced(
  queries: Queries,
  question: { readonly generation: number; readonly after: Placed['shards'] | null },
): Promise<Placed> {
  const { generation, after } = question;
  const states = await queries.query('select shard, position, entries from shard_states where generation = $1', [
    generation,
  ]);
  const shards = new Map(
    states.map(({ shard, position, entries }) => [
      String(shard),
      { position: Number(position), entries: Number(entries) },
    ]),
  );
  const moved = [...shards].flatMap(([shard, { position, entries }]) => {
    const before = after?.get(shard) ?? { position: 0, entries: 0 };
    return position > before.position ? [{ shard, before, position, entries: entries - before.entries }] : [];
  });
  if (after === null || moved.length === 0) return { shards, articleIds: [], isCut: false };
  const rows = await queries.query(
    `select intake.content -> 'article' ->> 'id' as id
     from unnest($1::text[], $2::bigint[], $3::bigint[]) as span (shard, after, until)
     join intake on intake.shard = span.shard and intake.no > span.after and intake.no <= span.until
     where intake.generation is null or intake.generation = $4
     limit $5`,
    [
      moved.map(({ shard }) => shard),
      moved.map(({ before }) => before.position),
      moved.map(({ position }) => position),
      generation,
      LISTED_MAX + 1,
    ],
  );
  const expected = moved.reduce((sum, { entries }) => sum + entries, 0);
  const articleIds = rows.flatMap(({ id }) => (id === null ? [] : [ArticleId.parse(id)]));
  return { shards, articleIds, isCut: rows.length > LISTED_MAX || rows.length < expected };
}
