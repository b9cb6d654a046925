// Where each committed batch ended: maintenance ran there, and runs there again in a replay.
import type { Queries } from './database.ts';

export type BatchEnd = {
  readonly lastNo: number;
  /** A snapshot was taken here, which changes the clusterer's sums. */
  readonly isSettled: boolean;
};

type OfShard = { readonly generation: number; readonly shard: string };

export async function insertBatch(
  { query }: Queries,
  { generation, shard, lastNo, isSettled }: OfShard & BatchEnd,
): Promise<void> {
  await query('insert into batches (generation, shard, last_no, is_settled) values ($1, $2, $3, $4)', [
    generation,
    shard,
    lastNo,
    isSettled,
  ]);
}

export async function readBatches(
  { query }: Queries,
  {
    generation,
    shard,
    after,
    until,
    limit,
  }: OfShard & { readonly after: number; readonly until: number; readonly limit: number },
): Promise<readonly BatchEnd[]> {
  const rows = await query(
    `select last_no, is_settled from batches
    where generation = $1 and shard = $2 and last_no > $3 and last_no <= $4 order by last_no limit $5`,
    [generation, shard, after, until, limit],
  );
  return rows.map(({ last_no, is_settled }) => ({ lastNo: Number(last_no), isSettled: is_settled === true }));
}
