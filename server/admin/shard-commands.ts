// Commands for shards, which are written as "german=de,nl all=*".
import { err, ok, type Result } from '../../engine/result.ts';
import { Language } from '../../engine/schema.ts';
import { ENGINE_VERSION } from '../../engine/version.ts';
import type { Database } from '../store/database.ts';
import { readShards, type Shard, type ShardsError, setShards } from '../store/shards.ts';

export async function showShards(database: Database): Promise<readonly string[]> {
  const shards = await database.transaction(readShards);
  return shards.map(({ id, languages }) => `${id}=${languages.join(',')}`);
}

type Parts = { readonly database: Database; readonly now: () => number };

export async function cutShards({ database, now }: Parts, text: string): Promise<Result<readonly string[], string>> {
  const shards = parseShards(text);
  if (shards === null) return err('Shards are written as "german=de,nl all=*".');
  const engineVersion = ENGINE_VERSION;
  const cut = await database.transaction((queries) => setShards(queries, { shards, engineVersion, now }));
  if (!cut.ok) return err(SENTENCES[cut.error.reason]);
  return ok([
    'All articles are clustered again in these shards; the current stories are served until that has finished.',
  ]);
}

const SENTENCES: Readonly<Record<ShardsError['reason'], string>> = {
  'no-shard-for-others': 'One shard must contain all other languages: all=*.',
  'language-twice': 'A language is in two shards.',
  'id-twice': 'Two shards have one name.',
};

function parseShards(text: string): readonly Shard[] | null {
  const shards: Shard[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const [, id, list] = /^([a-z0-9-]{1,40})=(\S+)$/.exec(word) ?? [];
    const languages = list?.split(',') ?? [];
    if (id === undefined || !languages.every((one) => one === '*' || Language.safeParse(one).success)) return null;
    shards.push({ id, languages });
  }
  return shards;
}
