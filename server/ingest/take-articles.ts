// Takes articles in: new ones and new headlines are stored and appended to the intake; known ones change nothing.
//
// Runs within the caller's transaction, which may store more (a feed's state). Articles must be acknowledged only after that
// transaction has committed: from then on they cannot be lost.
import { isNewTitle, renameArticle } from '../../engine/article/rename-article.ts';
import type { EpochMs, OutletId } from '../../engine/ids.ts';
import type { Article } from '../../engine/schema.ts';
import { readMatchTerms } from '../match/match-terms.ts';
import { insertArticles, lockArticles, type StoredArticle, updateTexts } from '../store/articles.ts';
import type { Queries } from '../store/database.ts';
import { appendIntake, keepStoredTexts, type NewEntry } from '../store/intake.ts';
import { writeMatchTerms } from '../store/match-terms.ts';
import { findShard, readShards } from '../store/shards.ts';
import { toStorableText } from '../store/storable-text.ts';

export type GivenText = Article & { readonly body?: string };

export type TakeReport = {
  readonly added: number;
  /** Known articles with a new headline. */
  readonly changed: number;
  readonly known: number;
  /** Expired, or published before `keepSince`: they would be deleted at the next expiry and return with the next poll. */
  readonly old: number;
};

export type Taking = {
  /** Of several with the same id, the first counts. */
  readonly articles: readonly GivenText[];
  readonly now: () => EpochMs;
  /** Articles published earlier are left out. */
  readonly keepSince: EpochMs;
  /** For articles that are not stored: whether they once were and have expired, in which case they are left out too. */
  readonly isExpired?: (article: Article) => boolean;
  /** The outlet whose feed lists them; it changes no headlines of other outlets' articles. Null for none. */
  readonly saidBy?: OutletId | null;
};

export async function takeArticles(queries: Queries, taking: Taking): Promise<TakeReport> {
  const { articles, now, keepSince, isExpired = () => false, saidBy = null } = taking;
  const distinct = articles.filter(({ id }, index) => articles.findIndex((other) => other.id === id) === index);
  const given = distinct.filter(({ publishedAt }) => publishedAt === null || publishedAt >= keepSince);
  if (given.length === 0) return { added: 0, changed: 0, known: 0, old: distinct.length };

  const shards = await readShards(queries); // read before any article is locked, in the same order as setShards
  const stored = await lockArticles(
    queries,
    given.map(({ id }) => id),
  );
  const known = new Map(stored.articles.map((one) => [one.id, one]));
  const unreadable = new Set(stored.unreadable.map(({ id }) => id)); // known too, and left as they are
  const fresh: StoredArticle[] = [];
  const renamed: StoredArticle[] = [];
  let expired = 0;
  for (const article of given.map(toStorable)) {
    if (unreadable.has(article.id)) continue;
    const { body } = article;
    const before = known.get(article.id);
    if (before === undefined) {
      if (isExpired(article)) expired++;
      else fresh.push({ ...article, formerTitles: [], shard: findShard(shards, article.lang) });
    } else if (isNewTitle({ title: article.title, saidBy }, before)) {
      renamed.push({ ...renameArticle(before, article), body: body ?? before.body });
    }
  }
  const inserted = fresh.length > 0 ? await insertArticles(queries, fresh) : new Set();
  const added = fresh.filter(({ id }) => inserted.has(id));
  await writeMatchTerms(queries, readMatchTerms([...added, ...renamed]));
  await keepStoredTexts(
    queries,
    renamed.map(({ id }) => id),
  );
  if (renamed.length > 0) await updateTexts(queries, renamed);
  await appendIntake(queries, {
    entries: [...added, ...renamed].map(toEntry),
    now,
  });
  return {
    added: added.length,
    changed: renamed.length,
    known: given.length - added.length - renamed.length - expired,
    old: distinct.length - given.length + expired,
  };
}

type StorableText = Article & { readonly body: string | null };

function toStorable(article: GivenText): StorableText {
  const { title, lead, body, credit } = article;
  return {
    ...article,
    title: toStorableText(title),
    lead: toStorableText(lead),
    body: body === undefined ? null : toStorableText(body),
    credit: credit === null ? null : toStorableText(credit),
  };
}

function toEntry(stored: StoredArticle): NewEntry {
  const { id, url, outletId, title, lead, body, lang, kind, publishedAt, firstSeenAt, credit } = stored;
  const article = { id, url, outletId, title, lead, body, lang, kind, publishedAt, firstSeenAt, credit };
  return { shard: stored.shard, content: { kind: 'article', article } };
}
