// The log of everything that the clusterers process, in the order in which it was accepted.
//
// Entries get their numbers and time stamps under a lock that is held until the transaction has committed. So no entry becomes
// visible before one with a smaller number, and whoever acquires the lock sees everything that was accepted before.
import * as z from 'zod/mini';
import { BODY_MAX } from '../../engine/api.ts';
import { ArticleId, EpochMs, StoryId } from '../../engine/ids.ts';
import { Article } from '../../engine/schema.ts';
import type { Database, Queries } from './database.ts';
import { describeIssues } from './describe-issues.ts';

/** Notifies the clusterers. */
export const INTAKE_CHANNEL = 'parallax_intake';

/** The article as it came in: a replay must see the headline of that time. */
export const TakenArticle = z.extend(z.omit(Article, { link: true }), {
  body: z.nullable(z.string().check(z.maxLength(BODY_MAX))),
});
export type TakenArticle = z.infer<typeof TakenArticle>;

const Content = z.discriminatedUnion('kind', [
  /** New, or its text has changed. */
  z.object({ kind: z.literal('article'), article: TakenArticle }),
  /** Known when this generation began; read as `article`, unless that was deleted without keeping its text. */
  z.object({ kind: z.literal('stored'), articleId: ArticleId }),
  /** The engine failed on it in this generation. */
  z.object({ kind: z.literal('set-aside') }),
  z.object({ kind: z.literal('expire'), articleIds: z.array(ArticleId) }),
  z.object({ kind: z.literal('separate'), articleId: ArticleId, storyId: StoryId }),
  z.object({ kind: z.literal('unseparate'), articleId: ArticleId, storyId: StoryId, article: TakenArticle }),
]);
export type IntakeContent = z.infer<typeof Content>;

/** A damaged row, or one that another version of the program has written. */
type Unreadable = {
  readonly kind: 'unreadable';
  /** Which parts are wrong, without their content. */
  readonly problem: string;
  /** The article that it is about, if that can be read. */
  readonly articleId: ArticleId | null;
};

export type IntakeEntry = { readonly no: number; readonly takenAt: EpochMs } & (IntakeContent | Unreadable);

export type NewEntry = { readonly shard: string; readonly content: IntakeContent };

const INTAKE_LOCK = 7_270_002;

export async function lockIntake({ query }: Queries): Promise<void> {
  await query('select pg_advisory_xact_lock($1)', [INTAKE_LOCK]);
}

export type Append = {
  readonly entries: readonly NewEntry[];
  readonly now: () => EpochMs;
  /** Only for this generation; for all if left out. */
  readonly generation?: number;
};

/** Call it last in a transaction: from here to its end nobody else can append. */
export async function appendIntake(queries: Queries, { entries, now, generation }: Append): Promise<void> {
  if (entries.length === 0) return;
  await lockIntake(queries);
  const rows = entries.map(({ shard, content: { kind, ...content } }) => ({ shard, kind, content }));
  await queries.query(
    `insert into intake (no, shard, generation, kind, taken_at, content)
    select nextval('intake_no'), entry->>'shard', $2, entry->>'kind', $3, entry->'content'
    from jsonb_array_elements($1::jsonb) entry`,
    [JSON.stringify(rows), generation ?? null, now()],
  );
  await queries.query(`select pg_notify('${INTAKE_CHANNEL}', '')`);
}

export type IntakeRange = {
  readonly generation: number;
  readonly shard: string;
  readonly after: number;
  /** Inclusive. */
  readonly until?: number;
  readonly limit?: number;
};

/** The content of an entry, built from `articles article`. */
const TAKEN = `jsonb_build_object('article', jsonb_build_object('id', article.id, 'url', article.url,
  'outletId', article.outlet_id, 'title', article.title, 'lead', article.lead, 'body', article.body,
  'lang', article.lang, 'kind', article.kind, 'publishedAt', article.published_at,
  'firstSeenAt', article.first_seen_at, 'credit', article.credit))`;

/**
 * Entries that only name an article are returned with its text. One statement is needed: at the moment the article's text
 * changes, `keepStoredTexts` moves the old text into the entry.
 */
export async function readIntake({ query }: Queries, range: IntakeRange): Promise<readonly IntakeEntry[]> {
  const { generation, shard, after, until, limit } = range;
  const rows = await query(
    `select entry.no, entry.taken_at,
      case when aside.no is not null then 'set-aside' when article.id is null then entry.kind else 'article' end as kind,
      case when article.id is null then entry.content else ${TAKEN} end as content
    from intake entry
    left join articles article on entry.kind = 'stored' and article.id = entry.content ->> 'articleId'
    left join set_aside aside on aside.generation = $4 and aside.no = entry.no
    where entry.shard = $1 and entry.no > $2 and ($3::bigint is null or entry.no <= $3)
      and (entry.generation is null or entry.generation = $4)
    order by entry.no limit $5`,
    [shard, after, until ?? null, generation, limit ?? null],
  );
  return rows.map(parseEntry);
}

/** Includes everything accepted until now, as far as `limit` allows. */
export function readSettledIntake(database: Database, range: IntakeRange): Promise<readonly IntakeEntry[]> {
  return database.transaction(async (queries) => {
    await queries.query('select pg_advisory_xact_lock_shared($1)', [INTAKE_LOCK]);
    return await readIntake(queries, range);
  });
}

/**
 * Call it, with the articles locked, before their texts are changed or deleted: entries that only name one of them take a copy of
 * its text, so that a replay sees it unchanged. Nobody can append from here to the end of the transaction.
 */
export async function keepStoredTexts(queries: Queries, articleIds: readonly ArticleId[]): Promise<void> {
  if (articleIds.length === 0) return;
  await lockIntake(queries);
  // One index lookup per article: PostgreSQL estimates that each has a two-hundredth of all entries, and would otherwise scan the
  // table.
  await queries.query(
    `update intake set kind = 'article', content = ${TAKEN} from articles article
    where intake.no = any (array(
      select entry.no from unnest($1::text[]) as changed (id) cross join lateral (
        select no from intake where kind = 'stored' and content ->> 'articleId' = changed.id offset 0
      ) entry
    )) and article.id = intake.content ->> 'articleId'`,
    [articleIds],
  );
}

function parseEntry({ no, taken_at, kind, content }: Readonly<Record<string, unknown>>): IntakeEntry {
  const place = { no: Number(no), takenAt: EpochMs.parse(taken_at) };
  const parsed = Content.safeParse(typeof content === 'object' ? { kind, ...content } : content);
  if (parsed.success) return { ...place, ...parsed.data };
  return { ...place, kind: 'unreadable', problem: describeIssues(parsed.error), articleId: findArticleId(content) };
}

const Naming = z.object({ articleId: z.optional(ArticleId), article: z.optional(z.object({ id: ArticleId })) });

function findArticleId(content: unknown): ArticleId | null {
  const { data } = Naming.safeParse(content);
  return data?.articleId ?? data?.article?.id ?? null;
}

/**
 * Deletes the entries that every generation has in a snapshot. Rows that another transaction has locked are left for the next
 * snapshot: waiting for them could be a deadlock.
 */
export async function pruneIntake({ query }: Queries, shard: string): Promise<void> {
  await query(
    `delete from intake where ctid = any (array(
      select ctid from intake where shard = $1 and no <= (
        select min(snapshot_position) from shard_states state join generations on generations.id = state.generation
        where state.shard = $1 and generations.state <> 'retired'
      ) for update skip locked
    ))`,
    [shard],
  );
}
