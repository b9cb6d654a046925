// The story and family of each article in a generation.
import * as z from 'zod/mini';
import type { StoryMember } from '../../engine/coverage/story-member.ts';
import { ArticleId, FamilyId, StoryId } from '../../engine/ids.ts';
import type { Placement } from '../../engine/ports.ts';
import { MEMBER_COLUMNS, MemberRow, type ReadRows, readRows } from './articles.ts';
import type { Queries, Row } from './database.ts';
import { TakenArticle } from './intake.ts';

export async function readStoryIds(
  { query }: Queries,
  { generation, articleIds }: { readonly generation: number; readonly articleIds: readonly ArticleId[] },
): Promise<ReadonlyMap<ArticleId, StoryId>> {
  const rows = await query(
    'select article_id, story_id from places where generation = $1 and article_id = any($2::text[])',
    [generation, articleIds],
  );
  return toPlaces(rows);
}

/** The places of every article in these stories. */
export async function readPlacesIn(
  { query }: Queries,
  { generation, storyIds }: { readonly generation: number; readonly storyIds: readonly StoryId[] },
): Promise<ReadonlyMap<ArticleId, StoryId>> {
  const rows = await query(
    'select article_id, story_id from places where generation = $1 and story_id = any($2::text[])',
    [generation, storyIds],
  );
  return toPlaces(rows);
}

const toPlaces = (rows: readonly Row[]): ReadonlyMap<ArticleId, StoryId> =>
  new Map(rows.map(({ article_id, story_id }) => [ArticleId.parse(article_id), StoryId.parse(story_id)]));

export async function writePlaces(
  { query }: Queries,
  { generation, places }: { readonly generation: number; readonly places: ReadonlyMap<ArticleId, Placement> },
): Promise<void> {
  const rows = [...places].map(([articleId, placement]) => ({ articleId, ...placement }));
  await query(
    `insert into places (generation, article_id, story_id, family_id)
    select $1, "articleId", "storyId", "familyId"
    from jsonb_to_recordset($2::jsonb) as row ("articleId" text, "storyId" text, "familyId" text)
    on conflict (generation, article_id) do update set story_id = excluded.story_id, family_id = excluded.family_id`,
    [generation, JSON.stringify(rows)],
  );
}

export async function deletePlaces(
  { query }: Queries,
  { generation, articleIds }: { readonly generation: number; readonly articleIds: readonly ArticleId[] },
): Promise<void> {
  await query('delete from places where generation = $1 and article_id = any($2::text[])', [generation, articleIds]);
}

/** The members of each story, without leads, which summaries do not use. A story without articles is missing from the map. */
export async function readMembersOf(
  { query }: Queries,
  { generation, storyIds }: { readonly generation: number; readonly storyIds: readonly StoryId[] },
): Promise<ReadonlyMap<StoryId, ReadRows<StoryMember>>> {
  const rows = await query(
    `select place.story_id, ${MEMBER_COLUMNS}, '' as lead, place.family_id as "familyId"
    from places place join articles article on article.id = place.article_id
    where place.generation = $1 and place.story_id = any($2::text[])`,
    [generation, storyIds],
  );
  const stories = new Map<StoryId, Row[]>();
  for (const { story_id, ...row } of rows) {
    const storyId = StoryId.parse(story_id);
    const others = stories.get(storyId);
    if (others === undefined) stories.set(storyId, [row]);
    else others.push(row);
  }
  return new Map([...stories].map(([storyId, own]) => [storyId, readRows(MemberRow, own)]));
}

export type PlacedArticle = { readonly article: TakenArticle; readonly placement: Placement };
export type PlacePosition = { readonly firstSeenAt: number; readonly id: ArticleId };

const PlacedRow = z.extend(TakenArticle, { storyId: StoryId, familyId: FamilyId });

export type PlacedSlice = {
  readonly placed: readonly PlacedArticle[];
  readonly unreadable: number;
  /** Where the next slice begins; null after the last. */
  readonly next: PlacePosition | null;
};

/** One slice of a shard's placed articles, in the order they were first seen. */
export async function readPlacedSlice(
  { query }: Queries,
  question: {
    readonly generation: number;
    readonly shard: string;
    readonly after: PlacePosition | null;
    readonly limit: number;
  },
): Promise<PlacedSlice> {
  const { generation, shard, after, limit } = question;
  const rows = await query(
    `select ${MEMBER_COLUMNS}, article.lead, article.body, place.story_id as "storyId", place.family_id as "familyId"
    from articles article join places place on place.generation = $1 and place.article_id = article.id
    where article.shard = $2 and (article.first_seen_at, article.id) > ($3::bigint, $4::text collate "C")
    order by article.first_seen_at, article.id limit $5`,
    [generation, shard, after?.firstSeenAt ?? -1, after?.id ?? '', limit],
  );
  const { articles, unreadable } = readRows(PlacedRow, rows);
  const last = rows.at(-1);
  return {
    placed: articles.map(({ storyId, familyId, ...article }) => ({ article, placement: { storyId, familyId } })),
    unreadable: unreadable.length,
    next: last === undefined ? null : { firstSeenAt: Number(last.firstSeenAt), id: ArticleId.parse(last.id) },
  };
}
