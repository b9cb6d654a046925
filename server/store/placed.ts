// Which articles got their place in a story since one looked last, and how many still wait for theirs.
import { ArticleId } from '../../engine/ids.ts';
import type { Queries } from './database.ts';

export type Placed = {
  /** How far each shard had come. */
  readonly positions: ReadonlyMap<string, number>;
  readonly articleIds: readonly ArticleId[];
  /** More have come in than are told one by one. */
  readonly isCut: boolean;
};

/** Ten seconds of 200 articles a second, and a pause of the reader besides. */
const TOLD_MAX = 5000;

/** Without positions to begin after, only tells how far each shard is. */
export async function readPlaced(
  queries: Queries,
  question: { readonly generation: number; readonly after: ReadonlyMap<string, number> | null },
): Promise<Placed> {
  const { generation, after } = question;
  const states = await queries.query('select shard, position from shard_states where generation = $1', [generation]);
  const positions = new Map(states.map(({ shard, position }) => [String(shard), Number(position)]));
  const moved = after === null ? [] : [...positions].filter(([shard, position]) => position > (after.get(shard) ?? 0));
  if (moved.length === 0) return { positions, articleIds: [], isCut: false };
  const rows = await queries.query(
    `select distinct intake.content -> 'article' ->> 'id' as id
     from unnest($1::text[], $2::bigint[], $3::bigint[]) as span (shard, after, until)
     join intake on intake.shard = span.shard and intake.no > span.after and intake.no <= span.until
     where intake.kind = 'article'
     limit $4`,
    [
      moved.map(([shard]) => shard),
      moved.map(([shard]) => after?.get(shard) ?? 0),
      moved.map(([, position]) => position),
      TOLD_MAX + 1,
    ],
  );
  const articleIds = rows.map(({ id }) => ArticleId.parse(id));
  return { positions, articleIds, isCut: articleIds.length > TOLD_MAX };
}

export async function findWaiting(queries: Queries, generation: number): Promise<number> {
  const [row] = await queries.query(
    `select count(*) as waiting from shard_states state
     join intake on intake.shard = state.shard and intake.no > state.position
     where state.generation = $1 and intake.kind = 'article'`,
    [generation],
  );
  return Number(row?.waiting ?? 0);
}
