// Adds the articles of one polled feed to the index and stores the feed's new state, in one transaction.

import { isNewTitle, renameArticle } from '../../engine/article/rename-article.ts';
import { askEngine } from '../../engine/engine-failure.ts';
import type { FeedState } from '../../engine/feed/feed-state.ts';
import { createExpiredTest } from '../../engine/feed/undated.ts';
import type { OutletId } from '../../engine/ids.ts';
import type { CoverageError } from '../../engine/ports.ts';
import { ok, type Result } from '../../engine/result.ts';
import type { Article } from '../../engine/schema.ts';
import { readArticle, writeArticle } from '../store/articles.ts';
import { readFeedState, writeFeedState } from '../store/feed-states.ts';
import { forgetMadeRoom } from '../store/made-room.ts';
import { readPrunedUntil } from '../store/pruned-until.ts';
import type { StoredArticle } from '../store/records.ts';
import { readWith, type Transaction, writeWith } from '../store/transaction.ts';
import { applyMaintenance } from './apply-maintenance.ts';
import { changeIndex } from './change-index.ts';
import type { EngineHolder } from './engine-holder.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';

export type IngestReport = {
  readonly added: number;
  /** Known articles whose headline was changed. */
  readonly changed: number;
  readonly known: number;
};

export type IngestParts = {
  readonly deps: OnDeviceDeps;
  readonly engine: EngineHolder;
  readonly articles: readonly Article[];
  readonly feedUrl: string;
  /** Null while more articles of the feed are to come. */
  readonly state: FeedState | null;
  /** Whose feed it is. */
  readonly outletId: OutletId;
};

export async function ingestArticles(parts: IngestParts): Promise<Result<IngestReport, CoverageError>> {
  const { deps, engine, articles, state } = parts;
  const isNews = await deps.store.run(
    readWith(['articles', 'feeds', 'meta'], async (transaction) => (await findNews(transaction, parts)).length > 0),
  );
  if (!isNews.ok) return isNews;
  if (!isNews.value) return await writeFeedOnly(parts);
  const ratings = await deps.ratings.load();
  return await changeIndex({ deps, engine }, async (transaction, clusterer) => {
    const news = await findNews(transaction, parts);
    const placed = news.map(({ article, before }) => ({
      before,
      after: { ...article, ...askEngine(() => clusterer.add(article)) },
    }));
    for (const { after } of placed) await writeArticle(transaction, after);
    await forgetMadeRoom(transaction);
    const touched = placed.flatMap(({ before, after }) => [
      after.storyId,
      ...(before === null ? [] : [before.storyId]),
    ]);
    const moves = placed.map(({ before, after }) => ({
      articleId: after.id,
      from: before?.storyId ?? null,
      to: after.storyId,
    }));
    await applyMaintenance(transaction, { clusterer, ratings, touched, moves });
    if (state !== null) await writeFeedState(transaction, state);
    return countReport(articles, placed);
  });
}

/** Most polls bring nothing new: the engine is not even loaded. */
async function writeFeedOnly({ deps, articles, state }: IngestParts): Promise<Result<IngestReport, CoverageError>> {
  if (state === null) return ok(countReport(articles, []));
  const written = await deps.store.run(writeWith(['feeds'], (transaction) => writeFeedState(transaction, state)));
  return written.ok ? ok(countReport(articles, [])) : written;
}

type News = { readonly article: Omit<StoredArticle, 'storyId' | 'familyId'>; readonly before: StoredArticle | null };
type Placed = { readonly after: StoredArticle; readonly before: StoredArticle | null };

/** New articles, unless they have expired or were pruned before, and known ones of the feed's own outlet under a new headline. */
async function findNews<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  { articles, feedUrl, outletId }: Pick<IngestParts, 'articles' | 'feedUrl' | 'outletId'>,
): Promise<News[]> {
  const [feed, prunedUntil, found] = await Promise.all([
    readFeedState(transaction, feedUrl),
    readPrunedUntil(transaction),
    Promise.all(articles.map(async (article) => ({ article, before: await readArticle(transaction, article.id) }))),
  ]);
  const isListedLong = createExpiredTest(feed);
  const isExpired = (article: Article) =>
    isListedLong(article) || (article.publishedAt !== null && article.publishedAt <= prunedUntil);
  return found.flatMap(({ article, before }): News[] => {
    if (before === null) return isExpired(article) ? [] : [{ article: { ...article, formerTitles: [] }, before }];
    const given = { title: article.title, saidBy: outletId };
    return isNewTitle(given, before) ? [{ article: renameArticle(before, article), before }] : [];
  });
}

function countReport(articles: readonly Article[], placed: readonly Placed[]): IngestReport {
  const added = placed.filter(({ before }) => before === null).length;
  return { added, changed: placed.length - added, known: articles.length - placed.length };
}
