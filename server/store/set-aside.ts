// Entries of the intake that cannot be read, or over which the engine failed: each is passed over by its generation, in a replay
// too; the next one tries again.
//
// A row stays as long as its generation, also when the article has gone: what came since the last snapshot may be told again.
import type { ArticleId } from '../../engine/ids.ts';
import type { Database, Queries } from './database.ts';
import { SERVING } from './generations.ts';
import { confirm, type Lease } from './shard-states.ts';

export type SetAside = {
  readonly lease: Lease;
  readonly no: number;
  /** Null where the entry does not say which. */
  readonly articleId: ArticleId | null;
};

/** False when the shard is another's by now. */
export function writeSetAside(database: Database, { lease, no, articleId }: SetAside): Promise<boolean> {
  return database.transaction(async (queries) => {
    if (!(await confirm(queries, lease))) return false;
    await queries.query('insert into set_aside (generation, shard, no, article_id) values ($1, $2, $3, $4)', [
      lease.generation,
      lease.shard,
      no,
      articleId,
    ]);
    return true;
  });
}

export type SetAsideCounts = {
  /** That readers do not see for it. */
  readonly articles: number;
  /** Of which nobody knows whose they were. */
  readonly entries: number;
};

export async function countSetAside({ query }: Queries): Promise<SetAsideCounts> {
  const [row] = await query(
    `select count(*) filter (where aside.article_id is null) as entries,
      count(distinct articles.id) filter (where not exists (
        select 1 from places where generation = aside.generation and article_id = aside.article_id
      )) as articles
    from set_aside aside left join articles on articles.id = aside.article_id
    where aside.generation = ${SERVING}`,
  );
  return { articles: Number(row?.articles), entries: Number(row?.entries) };
}
