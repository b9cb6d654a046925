// Which articles an id of a story once stood for that are elsewhere now; they decide where the id leads once its story ends.
import { ArticleId, StoryId } from '../../engine/ids.ts';
import type { Queries } from './database.ts';

type InGeneration = { readonly generation: number };

export type FormerPlace = { readonly storyId: StoryId; readonly articleId: ArticleId };

export async function writeFormerPlaces(
  { query }: Queries,
  { generation, places }: InGeneration & { readonly places: readonly FormerPlace[] },
): Promise<void> {
  await query(
    `insert into former_places (generation, story_id, article_id)
    select $1, "storyId", "articleId" from jsonb_to_recordset($2::jsonb) as row ("storyId" text, "articleId" text)
    on conflict do nothing`,
    [generation, JSON.stringify(places)],
  );
}

export type FormerMember = FormerPlace & { readonly now: StoryId };

/** Includes where the articles are now; deleted ones are left out. */
export async function readFormerMembers(
  { query }: Queries,
  { generation, storyIds }: InGeneration & { readonly storyIds: readonly StoryId[] },
): Promise<readonly FormerMember[]> {
  const rows = await query(
    `select former.story_id, former.article_id, place.story_id as now
    from former_places former join places place on place.generation = $1 and place.article_id = former.article_id
    where former.generation = $1 and former.story_id = any($2::text[])`,
    [generation, storyIds],
  );
  return rows.map(({ story_id, article_id, now }) => ({
    storyId: StoryId.parse(story_id),
    articleId: ArticleId.parse(article_id),
    now: StoryId.parse(now),
  }));
}
