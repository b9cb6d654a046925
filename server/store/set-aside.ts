// Entries of the intake over which the engine failed: each is passed over by its generation, in a replay too; the next one tries again.
//
// A row stays as long as its generation, also when the article has gone: what came since the last snapshot may be told again.
import type { ArticleId } from '../../engine/ids.ts';
import type { Queries } from './database.ts';
import { SERVING } from './generations.ts';

export type SetAside = {
  readonly generation: number;
  readonly shard: string;
  readonly no: number;
  readonly articleId: ArticleId;
};

export async function writeSetAside({ query }: Queries, { generation, shard, no, articleId }: SetAside): Promise<void> {
  await query(
    'insert into set_aside (generation, shard, no, article_id) values ($1, $2, $3, $4) on conflict do nothing',
    [generation, shard, no, articleId],
  );
}

/** Articles that readers do not see for it. */
export async function countSetAside({ query }: Queries): Promise<number> {
  const [row] = await query(
    `select count(distinct aside.article_id) as n from set_aside aside join articles on articles.id = aside.article_id
    where aside.generation = ${SERVING}
      and not exists (select 1 from places where generation = aside.generation and article_id = aside.article_id)`,
  );
  return Number(row?.n);
}
