// Finds the story of a page that is being read: by its address, by the source that it names, else by its words; never a story that the user separated it from.
import type { ArticleId } from '../../engine/ids.ts';
import { type ArticleProbe, type CoverageError, NAMED_SOURCE_CONFIDENCE } from '../../engine/ports.ts';
import { err, ok, type Result } from '../../engine/result.ts';
import type { Match, MatchReason } from '../../engine/schema.ts';
import type { SerialQueue } from '../serial-queue.ts';
import { readArticle } from '../store/articles.ts';
import { readIndexState } from '../store/index-state.ts';
import { readSeparationsOfArticle } from '../store/separations.ts';
import { findSurvivor } from '../store/stories.ts';
import { readWith } from '../store/transaction.ts';
import { toUrlArticleId } from './article-id-of-url.ts';
import type { EngineHolder, HeldEngine } from './engine-holder.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';

type EngineParts = { readonly deps: OnDeviceDeps; readonly engine: EngineHolder };

export async function matchProbe({
  deps,
  engine,
  inTurn,
  probe,
  signal,
}: EngineParts & {
  readonly inTurn: SerialQueue;
  readonly probe: ArticleProbe;
  readonly signal: AbortSignal;
}): Promise<Result<Match | null, CoverageError>> {
  const articleId = toUrlArticleId(probe.url);
  if (articleId !== null) {
    const byUrl = await matchByUrl(deps, { articleId, confidence: 1, reasons: [{ kind: 'same-url' }] });
    if (!byUrl.ok || byUrl.value !== null) return byUrl;
  }
  const bySource = await matchBySource(deps, probe);
  if (!bySource.ok) return bySource;
  if (bySource.value !== null) {
    const match =
      articleId === null ? ok(bySource.value) : await withoutSeparated(deps, { articleId, match: bySource.value });
    if (!match.ok || match.value !== null) return match;
  }
  return await inTurn(async () => {
    if (signal.aborted) return err({ reason: 'aborted' });
    const isLoading = engine.held() === null;
    const current = await getCurrentEngine({ deps, engine });
    if (!current.ok) return current;
    if (isLoading && signal.aborted) deps.onLate();
    const match = current.value.clusterer.match(probe);
    if (match === null || articleId === null) return ok(match);
    return await withoutSeparated(deps, { articleId, match });
  });
}

export async function explainArticle({
  deps,
  engine,
  articleId,
}: EngineParts & { readonly articleId: ArticleId }): Promise<Result<readonly MatchReason[], CoverageError>> {
  const article = await deps.store.run(readWith(['articles'], (transaction) => readArticle(transaction, articleId)));
  if (!article.ok) return article;
  if (article.value === null) return ok([]);
  const current = await getCurrentEngine({ deps, engine });
  return current.ok ? ok(current.value.clusterer.explain(article.value)) : current;
}

function matchBySource(deps: OnDeviceDeps, { sourceUrl }: ArticleProbe): Promise<Result<Match | null, CoverageError>> {
  const sourceId = sourceUrl ? toUrlArticleId(sourceUrl) : null;
  if (!sourceUrl || sourceId === null) return Promise.resolve(ok(null));
  const reasons: MatchReason[] = [{ kind: 'source-url', host: new URL(sourceUrl).hostname }];
  return matchByUrl(deps, { articleId: sourceId, confidence: NAMED_SOURCE_CONFIDENCE, reasons });
}

function matchByUrl(
  { store }: OnDeviceDeps,
  { articleId, ...found }: Omit<Match, 'storyId'> & { readonly articleId: ArticleId },
): Promise<Result<Match | null, CoverageError>> {
  return store.run(
    readWith(['articles', 'stories'], async (transaction) => {
      const article = await readArticle(transaction, articleId);
      if (article === null) return null;
      const storyId = await findSurvivor(transaction, article.storyId);
      return { storyId, ...found };
    }),
  );
}

/** The engine at the stored revision: loaded anew when another page of the extension has changed the index. */
async function getCurrentEngine({ deps, engine }: EngineParts): Promise<Result<HeldEngine, CoverageError>> {
  const held = engine.held();
  if (held !== null) {
    const index = await deps.store.run(readWith(['meta'], readIndexState));
    if (!index.ok) return index;
    if ((index.value?.revision ?? 0) !== held.revision) engine.drop();
  }
  return await engine.get();
}

async function withoutSeparated(
  { store }: OnDeviceDeps,
  { articleId, match }: { readonly articleId: ArticleId; readonly match: Match },
): Promise<Result<Match | null, CoverageError>> {
  return await store.run(
    readWith(['separations', 'stories'], async (transaction) => {
      const storyId = await findSurvivor(transaction, match.storyId);
      const separations = await readSeparationsOfArticle(transaction, articleId);
      return separations.some((separation) => separation.storyId === storyId) ? null : { ...match, storyId };
    }),
  );
}
