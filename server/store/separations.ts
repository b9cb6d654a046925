// "Not the same story", said by an admin: kept for every generation, and passed to the clusterers through the intake.
import * as z from 'zod/mini';
import { ArticleId, type EpochMs, StoryId } from '../../engine/ids.ts';
import type { Separation } from '../../engine/ports.ts';
import { err, ok, type Result } from '../../engine/result.ts';
import { lockArticles, readTexts } from './articles.ts';
import type { Queries } from './database.ts';
import { SERVING } from './generations.ts';
import { appendIntake, lockIntake } from './intake.ts';

export type SeparationError = { readonly reason: 'no-article' | 'no-story' | 'not-separated' };

type Correction = Separation & { readonly now: () => EpochMs };

/** Call it in a transaction. The article moves once its shard's clusterer reaches the entry. */
export async function separate(queries: Queries, correction: Correction): Promise<Result<Separation, SeparationError>> {
  const { articleId, now } = correction;
  const storyId = await findSurvivor(queries, correction.storyId);
  const [article] = (await lockArticles(queries, [articleId])).articles;
  if (article === undefined) return err({ reason: 'no-article' });
  if (storyId === null) return err({ reason: 'no-story' });
  await queries.query(
    'insert into separations (article_id, story_id, created_at) values ($1, $2, $3) on conflict do nothing',
    [articleId, storyId, now()],
  );
  await restartSeparations(queries);
  const content = { kind: 'separate', articleId, storyId } as const;
  await appendIntake(queries, { entries: [{ shard: article.shard, content }], now });
  return ok({ articleId, storyId });
}

/** Call it in a transaction. The article is then placed again by its text. */
export async function unseparate(
  queries: Queries,
  correction: Correction,
): Promise<Result<Separation, SeparationError>> {
  const { articleId, now } = correction;
  const storyId = (await findSurvivor(queries, correction.storyId)) ?? correction.storyId;
  const [stored] = (await lockArticles(queries, [articleId])).articles;
  const [article] = await readTexts(queries, [articleId]);
  if (stored === undefined || article === undefined) return err({ reason: 'no-article' });
  const gone = await queries.query(
    `delete from separations where article_id = $1 and (story_id = $2 or exists (
      select 1 from stories where generation = ${SERVING} and stories.id = separations.story_id and merged_into = $2
    )) returning 1`,
    [articleId, storyId],
  );
  if (gone.length === 0) return err({ reason: 'not-separated' });
  await restartSeparations(queries);
  const content = { kind: 'unseparate', articleId, storyId, article } as const;
  await appendIntake(queries, { entries: [{ shard: stored.shard, content }], now });
  return ok({ articleId, storyId });
}

const SeparationRow = z.object({ articleId: ArticleId, storyId: StoryId });

/** With the stories' current ids in that generation; separations from deleted stories are left out. */
export async function readLivingSeparations({ query }: Queries, generation: number): Promise<readonly Separation[]> {
  const rows = await query(
    `select separation.article_id as "articleId", coalesce(story.merged_into, story.id) as "storyId"
    from separations separation join stories story on story.generation = $1 and story.id = separation.story_id
    order by separation.created_at, separation.article_id`,
    [generation],
  );
  return rows.map((row) => SeparationRow.parse(row));
}

const SeparatedRow = z.object({ articleId: ArticleId, storyIds: z.array(StoryId) });

/** The stories that admins separated each of these articles from, by their ids at that time. */
export async function readSeparated(
  { query }: Queries,
  articleIds: readonly ArticleId[],
): Promise<ReadonlyMap<ArticleId, ReadonlySet<StoryId>>> {
  if (articleIds.length === 0) return new Map();
  const rows = await query(
    `select article_id as "articleId", array_agg(story_id) as "storyIds" from separations
    where article_id = any($1::text[]) group by article_id`,
    [articleIds],
  );
  return new Map(
    rows.map((row) => SeparatedRow.parse(row)).map(({ articleId, storyIds }) => [articleId, new Set(storyIds)]),
  );
}

const CarriedRow = z.extend(SeparationRow, { shard: z.string() });

/** For a generation being built: each separation, applied to the story that most of the old story's other members went to. */
export async function readCarriedSeparations(
  { query }: Queries,
  generation: number,
): Promise<readonly z.infer<typeof CarriedRow>[]> {
  const rows = await query(
    `select separation.article_id as "articleId", heir.story_id as "storyId", article.shard
    from separations separation
    join articles article on article.id = separation.article_id
    join stories story on story.generation = ${SERVING} and story.id = separation.story_id
    join lateral (
      select now_is.story_id from places was
      join places now_is on now_is.generation = $1 and now_is.article_id = was.article_id
      where was.generation = ${SERVING} and was.story_id = coalesce(story.merged_into, story.id)
        and was.article_id <> separation.article_id
      group by now_is.story_id order by count(*) desc, now_is.story_id limit 1
    ) heir on true
    order by separation.created_at, separation.article_id`,
    [generation],
  );
  return rows.map((row) => CarriedRow.parse(row));
}

/** Makes a generation that is being built repeat the separations, now with this change, under its own stories' ids. */
async function restartSeparations(queries: Queries): Promise<void> {
  await lockIntake(queries); // locked before the generation, in the same order as createGeneration
  await queries.query(`update generations set separations_no = null where state = 'building'`);
}

async function findSurvivor({ query }: Queries, storyId: StoryId): Promise<StoryId | null> {
  const [row] = await query(
    `select coalesce(merged_into, id) as id from stories where generation = ${SERVING} and id = $1`,
    [storyId],
  );
  return row === undefined ? null : StoryId.parse(row.id);
}
