// The terms by which articles are found for a page that is not in the index, and the search for them.
import * as z from 'zod/mini';
import { type ArticleId, StoryId } from '../../engine/ids.ts';
import type { ClusterArticle } from '../../engine/ports.ts';
import { readRows } from './articles.ts';
import type { Queries } from './database.ts';
import { TakenArticle } from './intake.ts';

export type ArticleTerms = { readonly articleId: ArticleId; readonly at: number; readonly terms: readonly number[] };

/** Call it in the transaction that writes the articles, and again when an article's headline has changed. */
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
  /** Milliseconds between `at` and the nearest of the story's articles with this term. */
  readonly msApart: number;
};

export type TermsQuestion = {
  readonly generation: number;
  readonly terms: readonly number[];
  readonly at: number;
  readonly articlesMax: number;
};

/**
 * Finds the stories that have any of the terms. Each term and each article's place are looked up separately: in one plain join
 * the planner, which overestimates how common a term is, would scan both tables.
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
 * Readable members of the stories in language `lang`, nearest in time first, as the clusterer reads them. With `isForeign`, all
 * members of those stories that have none in `lang`.
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

/** In the order of ids, which are hashes: the articles after a random id are a random sample. */
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

/** Without bodies: in most articles the lead holds what is compared, and bodies are ten times as large. */
const ClusterRow = z.omit(TakenArticle, { body: true });
const Candidate = z.extend(ClusterRow, { storyId: StoryId });

const CLUSTER_COLUMNS = `articles.id, url, outlet_id as "outletId", title, lead, lang, kind,
  published_at as "publishedAt", first_seen_at as "firstSeenAt", credit`;
