// The embedding vectors of intake entries, as they were when their articles were placed.
import type { Queries } from './database.ts';

/** By the entry's number. Null: the article was placed without a vector. */
export type EntryVectors = ReadonlyMap<number, Int8Array | null>;

type OfShard = { readonly generation: number; readonly shard: string };

/** Existing vectors are kept, since articles may have been placed by them. */
export async function writeVectors(
  { query }: Queries,
  { generation, shard, vectors }: OfShard & { readonly vectors: EntryVectors },
): Promise<void> {
  const rows = Array.from(vectors, ([no, vector]) => ({ no, hex: vector === null ? null : toHex(vector) }));
  await query(
    `insert into vectors (generation, shard, no, vector)
     select $1, $2, one.no, decode(one.hex, 'hex') from jsonb_to_recordset($3::jsonb) as one (no bigint, hex text)
     on conflict do nothing`,
    [generation, shard, JSON.stringify(rows)],
  );
}

/** Of the entries after `after`, up to and including `until`. */
export async function readVectors(
  { query }: Queries,
  { generation, shard, after, until }: OfShard & { readonly after: number; readonly until: number },
): Promise<EntryVectors> {
  const rows = await query(
    'select no, vector from vectors where generation = $1 and shard = $2 and no > $3 and no <= $4 order by no',
    [generation, shard, after, until],
  );
  return new Map(rows.map(({ no, vector }) => [Number(no), vector instanceof Uint8Array ? toSigned(vector) : null]));
}

/** Deletes those that a snapshot contains. */
export async function deleteVectors(
  { query }: Queries,
  { generation, shard, until }: OfShard & { readonly until: number },
): Promise<void> {
  await query('delete from vectors where generation = $1 and shard = $2 and no <= $3', [generation, shard, until]);
}

const toHex = ({ buffer, byteOffset, length }: Int8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString('hex');

const toSigned = (bytes: Uint8Array): Int8Array => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
