// The last snapshot of each shard's clusterer, stored in parts; a new one counts only once its last part is there.
import type { Database, Queries } from './database.ts';
import { pruneIntake } from './intake.ts';
import { confirmLease, type Lease } from './shard-states.ts';
import { deleteVectors } from './vectors.ts';

/** Bytes of a snapshot per row: each part is copied several times in memory on its way. */
const PART_BYTES = 4_000_000;

type Writing = { readonly lease: Lease; readonly position: number; readonly data: Uint8Array };

/** False when another process owns the shard by now. Also deletes what the snapshot makes unnecessary. */
export async function writeSnapshot(database: Database, { lease, position, data }: Writing): Promise<boolean> {
  const { generation, shard } = lease;
  const parts = Math.max(1, Math.ceil(data.length / PART_BYTES));
  for (let part = 0; part < parts; part += 1) {
    const isOwn = await database.transaction(async (queries) => {
      if (!(await confirmLease(queries, lease))) return false;
      if (part === 0) await deleteUnfinished(queries, lease);
      await queries.query('insert into snapshots values ($1, $2, $3, $4, $5, $6)', [
        generation,
        shard,
        position,
        part,
        parts,
        data.subarray(part * PART_BYTES, (part + 1) * PART_BYTES),
      ]);
      return true;
    });
    if (!isOwn) return false;
  }
  return await database.transaction(async (queries) => {
    if (!(await confirmLease(queries, lease))) return false;
    const { query } = queries;
    await query('update shard_states set snapshot_position = $3 where generation = $1 and shard = $2', [
      generation,
      shard,
      position,
    ]);
    await deleteUnfinished(queries, lease);
    await query('delete from batches where generation = $1 and shard = $2 and last_no <= $3', [
      generation,
      shard,
      position,
    ]);
    await deleteVectors(queries, { generation, shard, until: position });
    await pruneIntake(queries, shard);
    return true;
  });
}

/** Also deletes finished ones that have been replaced. */
async function deleteUnfinished({ query }: Queries, { generation, shard }: Lease): Promise<void> {
  await query(
    `delete from snapshots where generation = $1 and shard = $2 and position <> (
      select snapshot_position from shard_states where generation = $1 and shard = $2
    )`,
    [generation, shard],
  );
}

/** Null when a part is missing. */
export async function readSnapshot(
  { query }: Queries,
  { generation, shard, position }: { readonly generation: number; readonly shard: string; readonly position: number },
): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  for (let parts = 1; pieces.length < parts; ) {
    const [row] = await query(
      'select parts, data from snapshots where generation = $1 and shard = $2 and position = $3 and part = $4',
      [generation, shard, position, pieces.length],
    );
    if (row === undefined || !(row.data instanceof Uint8Array)) return null;
    parts = Number(row.parts);
    pieces.push(row.data);
  }
  return Buffer.concat(pieces);
}
