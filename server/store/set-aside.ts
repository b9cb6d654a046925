// Entries of the intake that cannot be read or made the engine fail. Their generation skips them, in replays too; the next
// generation tries again.
//
// A row is kept as long as its generation, even when its article was deleted: entries since the last snapshot may be replayed. An
// unreadable entry that names no article may have been an expiry, without which the places of deleted articles would stay for
// ever. So another expiry is appended, for all places without an article.
import { ArticleId } from '../../engine/ids.ts';
import type { Database, Queries } from './database.ts';
import { SERVING } from './generations.ts';
import { appendIntake, type IntakeEntry, lockIntake } from './intake.ts';
import { confirmLease, type Lease } from './shard-states.ts';

export type SetAside = {
  readonly lease: Lease;
  readonly entry: Pick<IntakeEntry, 'no' | 'takenAt'>;
  /** Null if the entry does not say which. */
  readonly articleId: ArticleId | null;
};

/** False when another process owns the shard by now. */
export function writeSetAside(database: Database, { lease, entry, articleId }: SetAside): Promise<boolean> {
  return database.transaction(async (queries) => {
    if (articleId === null) await lockIntake(queries); // before the shard's state: see holdShards
    if (!(await confirmLease(queries, lease))) return false;
    await queries.query('insert into set_aside (generation, shard, no, article_id) values ($1, $2, $3, $4)', [
      lease.generation,
      lease.shard,
      entry.no,
      articleId,
    ]);
    if (articleId === null) await expireDeletedAgain(queries, { lease, entry });
    return true;
  });
}

async function expireDeletedAgain(
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
  /** Articles that readers do not see because of it. */
  readonly articles: number;
  /** Entries that name no article. */
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
