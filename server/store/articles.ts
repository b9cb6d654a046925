// Articles as they are stored, without their places.
//
// A row may be damaged, or written by another version of the program: it is left as it is and does not affect other rows.
import * as z from 'zod/mini';
import { ArticleId, type EpochMs, FamilyId } from '../../engine/ids.ts';
import { Article } from '../../engine/schema.ts';
import type { Queries, Row } from './database.ts';
import { describeIssues } from './describe-issues.ts';
import { TakenArticle } from './intake.ts';

/** The columns of a StoryMember from `articles article`, except the lead. */
export const MEMBER_COLUMNS = `article.id, article.url, article.link, article.outlet_id as "outletId", article.title,
  article.lang, article.kind, article.published_at as "publishedAt", article.first_seen_at as "firstSeenAt", article.credit`;

export const FORMER_TITLES_COLUMN = 'article.former_titles as "formerTitles"';
const formerTitles = z.array(z.string());

export const MemberRow = z.extend(Article, { familyId: FamilyId });
export const RenamedRow = z.extend(MemberRow, { formerTitles });

export type UnreadableArticle = { readonly id: ArticleId; readonly firstSeenAt: EpochMs; readonly problem: string };

export type ReadRows<Value> = {
  readonly articles: readonly Value[];
  readonly unreadable: readonly UnreadableArticle[];
};

/** Parses rows of `articles`, which may have further columns that the schema reads. */
export function readRows<Schema extends z.ZodMiniType>(
  schema: Schema,
  rows: readonly Row[],
): ReadRows<z.infer<Schema>> {
  const articles: z.infer<Schema>[] = [];
  const unreadable: UnreadableArticle[] = [];
  for (const row of rows) {
    const { data, error } = schema.safeParse(row);
    if (error === undefined) articles.push(data);
    else
      unreadable.push({
        id: ArticleId.parse(row.id),
        firstSeenAt: Number(row.firstSeenAt),
        problem: describeIssues(error),
      });
  }
  return { articles, unreadable };
}

export const StoredArticle = z.extend(Article, {
  body: z.nullable(z.string()),
  formerTitles,
  shard: z.string(),
});
export type StoredArticle = z.infer<typeof StoredArticle>;

/** Locks the articles until the transaction ends: nobody else changes or deletes them meanwhile. */
export async function lockArticles({ query }: Queries, ids: readonly ArticleId[]): Promise<ReadRows<StoredArticle>> {
  const rows = await query(
    `select ${MEMBER_COLUMNS}, article.lead, article.body, ${FORMER_TITLES_COLUMN}, article.shard
    from articles article where article.id = any($1::text[]) order by article.id for update`,
    [ids],
  );
  return readRows(StoredArticle, rows);
}

/** Returns the ids of the new articles; the others were inserted by a concurrent transaction. */
export async function insertArticles(
  { query }: Queries,
  articles: readonly StoredArticle[],
): Promise<ReadonlySet<ArticleId>> {
  const sorted = articles.toSorted((a, b) => (a.id < b.id ? -1 : 1)); // in the same order everywhere, against deadlocks
  const rows = await query(
    `insert into articles (id, url, link, outlet_id, title, lead, body, lang, kind, published_at, first_seen_at, credit,
      shard)
    select id, url, link, "outletId", title, lead, body, lang, kind, "publishedAt", "firstSeenAt", credit, shard
    from jsonb_to_recordset($1::jsonb) as row (id text, url text, link text, "outletId" text, title text, lead text,
      body text, lang text, kind text, "publishedAt" bigint, "firstSeenAt" bigint, credit text, shard text)
    on conflict do nothing returning id`,
    [JSON.stringify(sorted)],
  );
  return new Set(rows.map(({ id }) => ArticleId.parse(id)));
}

export async function updateTexts({ query }: Queries, articles: readonly StoredArticle[]): Promise<void> {
  await query(
    `update articles set title = row.title, lead = row.lead, body = row.body, kind = row.kind,
      former_titles = array(select jsonb_array_elements_text(row."formerTitles"))
    from jsonb_to_recordset($1::jsonb) as row (id text, title text, lead text, body text, kind text,
      "formerTitles" jsonb)
    where articles.id = row.id`,
    [JSON.stringify(articles)],
  );
}

/** Texts with bodies, as a clusterer takes them; articles that are deleted or unreadable are left out. */
export async function readTexts({ query }: Queries, ids: readonly ArticleId[]): Promise<readonly TakenArticle[]> {
  const rows = await query(
    `select ${MEMBER_COLUMNS}, article.lead, article.body from articles article where article.id = any($1::text[])`,
    [ids],
  );
  return readRows(TakenArticle, rows).articles;
}
