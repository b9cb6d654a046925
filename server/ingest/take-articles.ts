// Takes articles in: what is new or has a new headline is stored and put on the clusterers' log; the rest changes nothing.
//
// Runs within a transaction of the caller, who may store more with it (a feed's state). The articles are acknowledged when
// that transaction has committed, never before: from then on nothing loses them.
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
  /** Known articles whose headline was changed. */
  readonly changed: number;
  readonly known: number;
  /** Expired, or published before what is kept: they would go with the next clearing, and come back with the next poll. */
  readonly old: number;
};

export type Taking = {
  /** Of several with one id the first counts. */
  readonly articles: readonly GivenText[];
  readonly now: () => EpochMs;
  /** Articles that were published before are left out. */
  readonly keepSince: EpochMs;
  /** Where they are not known: whether they were before, and are left out, too. */
  readonly isExpired?: (article: Article) => boolean;
  /** Whose feed lists them: of other outlets' articles it changes no headline. Nobody's without. */
  readonly saidBy?: OutletId | null;
};

export async function takeArticles(queries: Queries, taking: Taking): Promise<TakeReport> {
  const { articles, now, keepSince, isExpired = () => false, saidBy = null } = taking;
  const distinct = articles.filter(({ id }, index) => articles.findIndex((other) => other.id === id) === index);
  const given = distinct.filter(({ publishedAt }) => publishedAt === null || publishedAt >= keepSince);
  if (given.length === 0) return { added: 0, changed: 0, known: 0, old: distinct.length };

  const shards = await readShards(queries); // before any article is locked, as whoever cuts the shards anew does
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
