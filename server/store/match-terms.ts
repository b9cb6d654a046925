// The words by which articles are found for a page that is not in the index, and the reading of what they find.
import * as z from 'zod/mini';
import { type ArticleId, StoryId } from '../../engine/ids.ts';
import type { ClusterArticle } from '../../engine/ports.ts';
import { readRows } from './articles.ts';
import type { Queries } from './database.ts';
import { TakenArticle } from './intake.ts';

export type ArticleTerms = { readonly articleId: ArticleId; readonly at: number; readonly terms: readonly number[] };

/** In the transaction that writes the articles; again for an article whose headline has changed. */
export async function writeMatchTerms(queries: Queries, articles: readonly ArticleTerms[]): Promise<void> {
  if (articles.length === 0) return;
  const rows = articles.map(({ articleId, at, terms }) => ({ id: articleId, at, terms }));
  await queries.query(
    `insert into match_terms (article_id, at, terms)
     select one.id, one.at, one.terms from jsonb_to_recordset($1::jsonb) as one (id text, at bigint, terms integer[])
     on conflict (article_id) do update set at = excluded.at, terms = excluded.terms`,
    [JSON.stringify(rows)],
  );
}

export type MatchHit = {
  readonly storyId: StoryId;
  readonly term: number;
  /** From the time asked about to the nearest of the story's articles that have the term. */
  readonly msApart: number;
};

export type TermsQuestion = {
  readonly generation: number;
  readonly terms: readonly number[];
  readonly at: number;
  readonly articlesMax: number;
};

/**
 * Which stories have any of the terms. Each term is looked up by itself, and so is each article's place: told to find all
 * at once, the planner, who takes a term for more common than it is, reads both tables from end to end.
 */
export async function findByTerms(
  queries: Queries,
  { generation, terms, at, articlesMax }: TermsQuestion,
): Promise<readonly MatchHit[]> {
  const rows = await queries.query(
    `with hits as materialized (
       select asked.term, found.article_id, found.at
       from unnest($2::integer[]) as asked (term)
       cross join lateral (select article_id, at from match_terms where terms @> array[asked.term]) as found
     ), first as materialized (
       select * from hits limit $4
     ), placed as materialized (
       select term, at, (
         select story_id from places where places.generation = $1 and places.article_id = first.article_id
       ) as story_id
       from first
     )
     select story_id, term, min(abs(at - $3)) as apart from placed where story_id is not null group by story_id, term`,
    [generation, terms, at, articlesMax],
  );
  return rows.map((row) => ({
    storyId: StoryId.parse(row.story_id),
    term: Number(row.term),
    msApart: Number(row.apart),
  }));
}

/**
 * Members in one language, of each story those nearest in time, as the clusterer reads them; those that can be read.
 * `isForeign`: instead those of the stories that have none in it.
 */
export async function readCandidates(
  queries: Queries,
  question: {
    readonly generation: number;
    readonly storyIds: readonly StoryId[];
    readonly lang: string;
    readonly isForeign: boolean;
    readonly at: number;
    readonly membersMax: number;
  },
): Promise<readonly { readonly storyId: StoryId; readonly article: ClusterArticle }[]> {
  const rows = await queries.query(
    `select asked.story_id as "storyId", member.*
     from unnest($2::text[]) as asked (story_id)
     cross join lateral (
       select ${CLUSTER_COLUMNS}
       from places join articles on articles.id = places.article_id
       where places.generation = $1 and places.story_id = asked.story_id and (articles.lang = $3) = not $6
       order by abs(coalesce(articles.published_at, articles.first_seen_at) - $5), articles.id
       limit $4
     ) as member
     where not $6 or not exists (
       select 1 from places join articles on articles.id = places.article_id
       where places.generation = $1 and places.story_id = asked.story_id and articles.lang = $3
     )`,
    [question.generation, question.storyIds, question.lang, question.membersMax, question.at, question.isForeign],
  );
  return readRows(Candidate, rows).articles.map(({ storyId, ...article }) => ({ storyId, article }));
}

/** In the order of their ids, which are hashes: those that follow a random one are a random sample. */
export async function readArticlesAfter(
  queries: Queries,
  { after, until, limit }: { readonly after: string; readonly until: string | null; readonly limit: number },
): Promise<{ readonly articles: readonly ClusterArticle[]; readonly last: string | null }> {
  const rows = await queries.query(
    `select ${CLUSTER_COLUMNS} from articles where id > $1 and ($2::text is null or id <= $2) order by id limit $3`,
    [after, until, limit],
  );
  const last = rows.at(-1);
  return { articles: readRows(ClusterRow, rows).articles, last: last === undefined ? null : String(last.id) };
}

/** Bodies are left out: what of them is compared stands in the lead of most articles, and they weigh ten times as much. */
const ClusterRow = z.omit(TakenArticle, { body: true });
const Candidate = z.extend(ClusterRow, { storyId: StoryId });

const CLUSTER_COLUMNS = `articles.id, url, outlet_id as "outletId", title, lead, lang, kind,
  published_at as "publishedAt", first_seen_at as "firstSeenAt", credit`;
