// Shards: languages that are grouped together. Stories never cross two shards.
import * as z from 'zod/mini';
import type { Queries } from './database.ts';

/** Stands for every language that no shard names. */
const OTHERS = '*';

export const Shard = z.object({ id: z.string(), languages: z.array(z.string()) });
export type Shard = z.infer<typeof Shard>;

export async function readShards({ query }: Queries): Promise<readonly Shard[]> {
  return (await query('select id, languages from shards order by id')).map((row) => Shard.parse(row));
}

/** There is always one for others: `setShards` sees to it. */
export function findShard(shards: readonly Shard[], language: string): string {
  const named = shards.find(({ languages }) => languages.includes(language));
  const shard = named ?? shards.find(({ languages }) => languages.includes(OTHERS));
  if (shard === undefined) throw new Error('no shard takes other languages');
  return shard.id;
}
