// Which articles got their place in a story since one looked last.
import { ArticleId } from '../../engine/ids.ts';
import type { Queries } from './database.ts';

export type Placed = {
  /** How far each shard had come. */
  readonly shards: ReadonlyMap<string, Come>;
  readonly articleIds: readonly ArticleId[];
  /** More have come in than are told one by one, or the log has forgotten some of them already. */
  readonly isCut: boolean;
};

type Come = { readonly position: number; readonly entries: number };

/** Ten seconds of 200 articles a second, and a pause of the reader besides. */
const TOLD_MAX = 5000;

/** Without what was seen before, only tells how far each shard is. */
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
      TOLD_MAX + 1,
    ],
  );
  const expected = moved.reduce((sum, { entries }) => sum + entries, 0);
  const articleIds = rows.flatMap(({ id }) => (id === null ? [] : [ArticleId.parse(id)]));
  return { shards, articleIds, isCut: rows.length > TOLD_MAX || rows.length < expected };
}
