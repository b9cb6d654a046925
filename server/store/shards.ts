// Shards: languages that are clustered together. A story never spans two shards.
import * as z from 'zod/mini';
import type { EpochMs } from '../../engine/ids.ts';
import { err, ok, type Result } from '../../engine/result.ts';
import type { Queries } from './database.ts';
import { createGeneration } from './generations.ts';
import { allowLongStatements } from './long-statements.ts';

/** Stands for every language that no shard names. */
const OTHERS = '*';

export const Shard = z.object({ id: z.string(), languages: z.array(z.string()) });
export type Shard = z.infer<typeof Shard>;

/**
 * Keeps the shards from being redefined until the transaction ends. Against deadlocks, locks are always taken in this order, as
 * far as they are needed: shards, articles, the intake, generations, the shards' states.
 */
export async function holdShards({ query }: Queries): Promise<void> {
  await query('lock table shards in row share mode');
}

/** Call it in a transaction, until whose end the shards stay the same. */
export async function readShards(queries: Queries): Promise<readonly Shard[]> {
  await holdShards(queries);
  const { query } = queries;
  return (await query('select id, languages from shards order by id')).map((row) => Shard.parse(row));
}

/** `setShards` guarantees that one takes all other languages. */
export function findShard(shards: readonly Shard[], language: string): string {
  const named = shards.find(({ languages }) => languages.includes(language));
  const shard = named ?? shards.find(({ languages }) => languages.includes(OTHERS));
  if (shard === undefined) throw new Error('no shard takes other languages');
  return shard.id;
}

export type ShardsError = { readonly reason: 'no-shard-for-others' | 'language-twice' | 'id-twice' };

type Cutting = {
  readonly shards: readonly Shard[];
  readonly engineVersion: number;
  readonly now: () => EpochMs;
};

/**
 * Redefines the shards, in the caller's transaction. A generation of stories is built for them beside the served one; articles
 * that come in meanwhile show when it takes over.
 */
export async function setShards(queries: Queries, cutting: Cutting): Promise<Result<void, ShardsError>> {
  const { shards, engineVersion, now } = cutting;
  const languages = shards.flatMap((shard) => shard.languages);
  if (!languages.includes(OTHERS)) return err({ reason: 'no-shard-for-others' });
  if (new Set(languages).size < languages.length) return err({ reason: 'language-twice' });
  if (new Set(shards.map(({ id }) => id)).size < shards.length) return err({ reason: 'id-twice' });
  const { query } = queries;
  await query('lock table shards in exclusive mode'); // waits until articles that are being taken in are committed
  await allowLongStatements(queries);
  await query('delete from shards');
  for (const { id, languages: own } of shards) await query('insert into shards values ($1, $2::text[])', [id, own]);
  await query(
    `update articles set shard = wanted.id from shards wanted
    where wanted.languages @> case
      when exists (select 1 from shards named where articles.lang = any(named.languages)) then array[articles.lang]
      else array['${OTHERS}'] end
    and articles.shard <> wanted.id`,
  );
  await createGeneration(queries, { engineVersion, now });
  return ok(undefined);
}
