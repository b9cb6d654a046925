// Writes the rows of stories: live ones with their summary, merged ones with the story they are in now, and withheld ones with
// neither, because the engine fails on them or none of their articles can be read.
import { type EpochMs, StoryId } from '../../engine/ids.ts';
import type { StorySummary } from '../../engine/schema.ts';
import type { Queries } from './database.ts';
import { SERVING } from './generations.ts';

/** SQL: live stories that readers see. */
export const IS_SHOWN = 'merged_into is null and summary is not null';

export type StoryRow = {
  readonly id: StoryId;
  /** Null for a story that is withheld. */
  readonly summary: StorySummary | null;
  readonly updatedAt: EpochMs;
  /** The country of more than half of its located outlets. */
  readonly homeCountry: string | null;
  readonly outletIds: readonly string[];
  /** Words of the headline, folded. */
  readonly words: readonly string[];
  /** The number of its articles that cannot be read and are missing from the summary. */
  readonly unreadable: number;
  /** Identifies the ratings behind the summary; empty when articles are missing from it, so that it is made again. */
  readonly ratedBy: string;
};

type OfShard = { readonly generation: number; readonly shard: string };

export async function writeStories(
  { query }: Queries,
  { generation, shard, stories }: OfShard & { readonly stories: readonly StoryRow[] },
): Promise<void> {
  const rows = stories.map(({ summary, ...row }) => ({
    ...row,
    summary: summary && JSON.stringify(summary),
    articles: summary?.articles ?? 0,
    reports: summary?.reports ?? 0,
    sides: summary?.blindspots.map(({ side }) => side) ?? [],
  }));
  await query(
    `insert into stories (generation, id, shard, merged_into, summary, articles, reports, updated_at, blindspot_sides,
      home_country, outlet_ids, words, rated_by, unreadable)
    select $1, id, $2, null, summary::json, articles, reports, "updatedAt", sides, "homeCountry", "outletIds", words,
      "ratedBy", unreadable
    from jsonb_to_recordset($3::jsonb) as row (id text, summary text, articles integer, reports integer,
      "updatedAt" bigint, sides text[], "homeCountry" text, "outletIds" text[], words text[], "ratedBy" text,
      unreadable integer)
    on conflict (generation, id) do update set shard = excluded.shard, merged_into = null, summary = excluded.summary,
      articles = excluded.articles, reports = excluded.reports, updated_at = excluded.updated_at,
      blindspot_sides = excluded.blindspot_sides, home_country = excluded.home_country,
      outlet_ids = excluded.outlet_ids, words = excluded.words, rated_by = excluded.rated_by,
      unreadable = excluded.unreadable`,
    [generation, shard, JSON.stringify(rows)],
  );
}

export type Redirect = { readonly from: StoryId; readonly to: StoryId };

/** Makes ids redirect to live stories. */
export async function redirectStories(
  { query }: Queries,
  { generation, shard, redirects, at }: OfShard & { readonly redirects: readonly Redirect[]; readonly at: EpochMs },
): Promise<void> {
  await query(
    `insert into stories (generation, id, shard, merged_into, updated_at)
    select $1, "from", $2, "to", $4 from jsonb_to_recordset($3::jsonb) as redirect ("from" text, "to" text)
    on conflict (generation, id) do update set shard = excluded.shard, merged_into = excluded.merged_into,
      summary = null, articles = 0, reports = 0, blindspot_sides = '{}', home_country = null, outlet_ids = '{}', words = '{}',
      unreadable = 0`,
    [generation, shard, JSON.stringify(redirects), at],
  );
}

/** Also deletes their former places. */
export async function deleteStories(
  { query }: Queries,
  { generation, storyIds }: { readonly generation: number; readonly storyIds: readonly StoryId[] },
): Promise<void> {
  await query('delete from stories where generation = $1 and id = any($2::text[])', [generation, storyIds]);
  await query('delete from former_places where generation = $1 and story_id = any($2::text[])', [generation, storyIds]);
}

/** The redirects to these stories, and from those of them that are redirects themselves. */
export async function readRedirects(
  { query }: Queries,
  { generation, storyIds }: { readonly generation: number; readonly storyIds: readonly StoryId[] },
): Promise<readonly Redirect[]> {
  const rows = await query(
    `select id, merged_into from stories
    where generation = $1 and merged_into is not null and (id = any($2::text[]) or merged_into = any($2::text[]))`,
    [generation, storyIds],
  );
  return rows.map(({ id, merged_into }) => ({ from: StoryId.parse(id), to: StoryId.parse(merged_into) }));
}

export type HiddenCounts = {
  /** Stories that are withheld. */
  readonly stories: number;
  /** Articles that cannot be read and are missing from their stories. */
  readonly articles: number;
};

export async function countHidden({ query }: Queries): Promise<HiddenCounts> {
  const [row] = await query(
    `select count(*) filter (where summary is null) as stories, coalesce(sum(unreadable), 0) as articles
    from stories where generation = ${SERVING} and merged_into is null`,
  );
  return { stories: Number(row?.stories), articles: Number(row?.articles) };
}

/** Live stories whose summaries were made with other ratings, in the order of their ids. */
export async function readOutdatedStoryIds(
  { query }: Queries,
  question: OfShard & { readonly ratedBy: string; readonly after: StoryId | null; readonly limit: number },
): Promise<readonly StoryId[]> {
  const { generation, shard, ratedBy, after, limit } = question;
  const rows = await query(
    `select id from stories where generation = $1 and shard = $2 and rated_by <> $3 and merged_into is null and id > $4
    order by id limit $5`,
    [generation, shard, ratedBy, after ?? '', limit],
  );
  return rows.map(({ id }) => StoryId.parse(id));
}
