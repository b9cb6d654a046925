// Deletes stories without a new report for as long as articles are kept; as a whole, so that none loses its first report.
import { ArticleId, type EpochMs } from '../../engine/ids.ts';
import type { Queries } from './database.ts';
import { SERVING } from './generations.ts';
import { appendIntake, keepStoredTexts } from './intake.ts';
import { holdShards } from './shards.ts';

/** Articles per entry of the intake. */
const EXPIRED_AT_ONCE = 500;

export type Expiry = { readonly shard: string; readonly keepSince: EpochMs; readonly now: () => EpochMs };

/**
 * One round, in the caller's transaction: deletes articles and informs every generation's clusterer through the intake. Returns
 * the number of deleted articles; 0 when none is left.
 */
export async function expireArticles(queries: Queries, { shard, keepSince, now }: Expiry): Promise<number> {
  await holdShards(queries);
  // Places remain until the clusterer reaches the entry; the join skips those of articles deleted in earlier rounds.
  const rows = await queries.query(
    `select id, shard from articles where id in (
      select place.article_id from stories story
      join places place on place.generation = story.generation and place.story_id = story.id
      join articles article on article.id = place.article_id
      where story.generation = ${SERVING} and story.shard = $1 and story.merged_into is null and story.updated_at < $2
      union all
      select article.id from set_aside aside join articles article on article.id = aside.article_id
      where aside.generation = ${SERVING} and aside.shard = $1 and article.first_seen_at < $2
        and not exists (select 1 from places where generation = aside.generation and article_id = aside.article_id)
      limit ${EXPIRED_AT_ONCE}
    ) order by id for update`,
    [shard, keepSince],
  );
  if (rows.length === 0) return 0;
  const articleIds = rows.map(({ id }) => ArticleId.parse(id));
  await keepStoredTexts(queries, articleIds);
  await queries.query('delete from articles where id = any($1::text[])', [articleIds]);
  // After the shards were redefined, articles may be in other shards than the stories that are still served.
  const shards = new Set([shard, ...rows.map((row) => String(row.shard))]);
  const entries = [...shards].map((each) => ({ shard: each, content: { kind: 'expire', articleIds } as const }));
  await appendIntake(queries, { entries, now });
  return articleIds.length;
}
