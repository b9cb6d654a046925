// Counts for the whole index and for one outlet. Counting is expensive, so callers should cache the result.
import * as z from 'zod/mini';
import { EpochMs, type OutletId } from '../../engine/ids.ts';
import { countWaiting } from './count-waiting.ts';
import type { Queries } from './database.ts';
import { SERVING } from './generations.ts';
import { IS_SHOWN } from './stories.ts';

const IndexCounts = z.object({
  articles: z.number(),
  stories: z.number(),
  outlets: z.number(),
  /** Accepted, and in no story of the served generation yet. */
  waiting: z.number(),
  /** Null in an empty index. */
  articleSeenAt: z.nullable(EpochMs),
});
export type IndexCounts = z.infer<typeof IndexCounts>;

export async function readIndexCounts(queries: Queries): Promise<IndexCounts> {
  const waiting = await countWaiting(queries);
  const [row] = await queries.query(
    `select (select count(*) from places where generation = ${SERVING}) as articles,
      (select count(*) from stories where generation = ${SERVING} and ${IS_SHOWN}) as stories,
      (select count(distinct outlet_id) from articles) as outlets,
      (select max(first_seen_at) from articles) as "articleSeenAt"`,
  );
  return IndexCounts.parse({ ...row, waiting });
}

export type OutletCounts = { readonly articles: number; readonly stories: number };

export async function readOutletCounts({ query }: Queries, outletId: OutletId): Promise<OutletCounts> {
  const [row] = await query(
    `select (select count(*) from articles where outlet_id = $1) as articles,
      (select count(*) from stories where generation = ${SERVING} and ${IS_SHOWN}
        and outlet_ids @> array[$1]) as stories`,
    [outletId],
  );
  return { articles: Number(row?.articles), stories: Number(row?.stories) };
}
