// Who works on a shard of a generation, and how far it has come.
//
// An owner holds a lease that it renews. When the owner is gone the lease expires, and another process takes the shard with the
// next fence number. Every commit checks its fence number, so an owner that was merely slow can no longer write. Leases use the
// database's clock, which all owners share.
import * as z from 'zod/mini';
import type { ClustererMemory } from '../../engine/ports.ts';
import { Mark, Parting } from '../../engine/schema.ts';
import type { Queries } from './database.ts';

export const Lease = z.object({ generation: z.number(), shard: z.string(), owner: z.string(), fence: z.number() });
export type Lease = z.infer<typeof Lease>;

export const ShardState = z.object({
  generation: z.number(),
  shard: z.string(),
  /** Entries of the intake up to this one precede the generation. */
  startPosition: z.number(),
  /** The entry after which the snapshot was taken; the start position while there is none. */
  snapshotPosition: z.number(),
  /** The last committed entry. */
  position: z.number(),
  /** The number of committed entries. */
  entries: z.number(),
});
export type ShardState = z.infer<typeof ShardState>;

const STATE_COLUMNS = `generation, shard, start_position as "startPosition", snapshot_position as "snapshotPosition",
  position, entries`;

/**
 * SQL: true unless a row is visibly damaged. Entries are numbered by `intake_no`, each counts once, and every bigint must be
 * representable as a JavaScript number.
 */
const IS_SOUND = `(0 <= start_position and start_position <= snapshot_position and snapshot_position <= position
  and position <= (select last_value from intake_no) and entries between 0 and position - start_position
  and fence between 0 and ${Number.MAX_SAFE_INTEGER - 1})`;

export type Taking = {
  readonly owner: string;
  readonly leaseMs: number;
  readonly generations: readonly number[];
  /** Shards that the owner already works on, as `generation shard`. */
  readonly except: readonly string[];
};

/** Takes a free shard; null when there is none. One whose state is damaged is never taken. */
export async function takeLease({ query }: Queries, taking: Taking): Promise<(ShardState & Lease) | null> {
  const [row] = await query(
    `update shard_states set lease_owner = $1, fence = fence + 1,
      lease_until = clock_timestamp() + $2 * interval '1 millisecond'
    where (generation, shard) = (
      select generation, shard from shard_states
      where generation = any($3::integer[]) and (lease_until < clock_timestamp() or lease_owner = $1)
        and generation || ' ' || shard <> all($4::text[]) and ${IS_SOUND}
      order by generation, shard limit 1 for update skip locked
    ) returning ${STATE_COLUMNS}, lease_owner as owner, fence`,
    [taking.owner, taking.leaseMs, taking.generations, taking.except],
  );
  return row === undefined ? null : { ...ShardState.parse(row), ...Lease.parse(row) };
}

const IS_HELD = 'generation = $1 and shard = $2 and lease_owner = $3 and fence = $4';
const held = ({ generation, shard, owner, fence }: Lease) => [generation, shard, owner, fence];

/** False when another process owns the shard by now. */
export async function renewLease(
  { query }: Queries,
  { lease, leaseMs }: { readonly lease: Lease; readonly leaseMs: number },
): Promise<boolean> {
  const rows = await query(
    `update shard_states set lease_until = clock_timestamp() + $5 * interval '1 millisecond'
    where ${IS_HELD} returning 1`,
    [...held(lease), leaseMs],
  );
  return rows.length > 0;
}

/** Whether any process holds one of its shards. */
export async function isAnyShardLeased({ query }: Queries, generation: number): Promise<boolean> {
  const held = await query(
    'select 1 from shard_states where generation = $1 and lease_until >= clock_timestamp() limit 1',
    [generation],
  );
  return held.length > 0;
}

const ShardName = z.object({ generation: z.number(), shard: z.string() });

/** Shards of these generations that nobody can take, because their state is damaged. */
export async function findDamaged(
  { query }: Queries,
  generations: readonly number[],
): Promise<readonly z.infer<typeof ShardName>[]> {
  const rows = await query(
    `select generation, shard from shard_states where generation = any($1::integer[]) and not ${IS_SOUND}
    order by generation, shard`,
    [generations],
  );
  return rows.map((row) => ShardName.parse(row));
}

export async function releaseLease({ query }: Queries, lease: Lease): Promise<void> {
  await query(`update shard_states set lease_owner = null, lease_until = '-infinity' where ${IS_HELD}`, held(lease));
}

export type Advance = {
  readonly from: number;
  readonly to: number;
  readonly entries: number;
  /** Given when it has changed. */
  readonly memory?: ClustererMemory | null;
};

/**
 * Begins a commit. False when another process owns the shard, it has moved on, or its generation is retired: then nothing may be
 * written. Nobody can take the shard until the transaction ends.
 */
export async function advance(
  { query }: Queries,
  { lease, from, to, entries, memory = null }: Advance & { readonly lease: Lease },
): Promise<boolean> {
  const rows = await query(
    `update shard_states set position = $6, entries = entries + $7, marks = coalesce($8::jsonb, marks),
      partings = coalesce($9::jsonb, partings)
      where ${IS_HELD} and position = $5
      and exists (select 1 from generations where id = $1 and state <> 'retired') returning 1`,
    [
      ...held(lease),
      from,
      to,
      entries,
      memory && JSON.stringify(memory.marks),
      memory && JSON.stringify(memory.partings),
    ],
  );
  return rows.length > 0;
}

/** A damaged value counts as null: the separations themselves are stored elsewhere. */
const KeptMemory = z.object({
  marks: z.catch(z.nullable(z.array(Mark)), null),
  partings: z.catch(z.nullable(z.array(Parting)), null),
});

/** Each is null for a shard from before it was stored, and if it cannot be read. */
export async function readMemory(
  { query }: Queries,
  { generation, shard }: Pick<ShardState, 'generation' | 'shard'>,
): Promise<z.infer<typeof KeptMemory>> {
  const [row] = await query('select marks, partings from shard_states where generation = $1 and shard = $2', [
    generation,
    shard,
  ]);
  return KeptMemory.parse(row ?? { marks: null, partings: null });
}

/** Like `advance`, for a commit that processes no entries. */
export async function confirmLease({ query }: Queries, lease: Lease): Promise<boolean> {
  return (await query(`select 1 from shard_states where ${IS_HELD} for update`, held(lease))).length > 0;
}
