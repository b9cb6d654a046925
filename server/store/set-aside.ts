// Entries of the intake that cannot be read, or over which the engine failed: each is passed over by its generation, in a replay
// too; the next one tries again.
//
// A row stays as long as its generation, also when the article has gone: what came since the last snapshot may be told again.
//
// An entry that does not say which article it was about may have said that some ended: their rows are gone, and nothing else
// would take their places away. So it is said again, of all places without an article.
import { ArticleId } from '../../engine/ids.ts';
import type { Database, Queries } from './database.ts';
import { SERVING } from './generations.ts';
import { appendIntake, type IntakeEntry, lockIntake } from './intake.ts';
import { confirm, type Lease } from './shard-states.ts';

export type SetAside = {
  readonly lease: Lease;
  readonly entry: Pick<IntakeEntry, 'no' | 'takenAt'>;
  /** Null where the entry does not say which. */
  readonly articleId: ArticleId | null;
};

/** False when the shard is another's by now. */
export function writeSetAside(database: Database, { lease, entry, articleId }: SetAside): Promise<boolean> {
  return database.transaction(async (queries) => {
    if (articleId === null) await lockIntake(queries); // before the shard's state, as everybody does
    if (!(await confirm(queries, lease))) return false;
    await queries.query('insert into set_aside (generation, shard, no, article_id) values ($1, $2, $3, $4)', [
      lease.generation,
      lease.shard,
      entry.no,
      articleId,
    ]);
    if (articleId === null) await sayEndedAgain(queries, { lease, entry });
    return true;
  });
}

async function sayEndedAgain(
  queries: Queries,
  { lease: { generation, shard }, entry }: Omit<SetAside, 'articleId'>,
): Promise<void> {
  const rows = await queries.query(
    `select place.article_id from places place
    join stories story on story.generation = place.generation and story.id = place.story_id and story.shard = $2
    where place.generation = $1 and not exists (select 1 from articles where id = place.article_id)`,
    [generation, shard],
  );
  if (rows.length === 0) return;
  const articleIds = rows.map(({ article_id }) => ArticleId.parse(article_id));
  const entries = [{ shard, content: { kind: 'expire', articleIds } as const }];
  await appendIntake(queries, { entries, now: () => entry.takenAt, generation });
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
