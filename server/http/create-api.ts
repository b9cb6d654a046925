// The HTTP API as one function from Request to Response: its routes, what each requires, and what runs beside them.
import { Hono } from 'hono';
import type { Registry } from 'prom-client';
import type { Catalogue } from '../catalogue.ts';
import type { Log } from '../log.ts';
import { createPageMatcher } from '../match/match-page.ts';
import { createWordSample } from '../match/word-sample.ts';
import type { Database } from '../store/database.ts';
import { createArticles } from './answer-articles.ts';
import { createAnswerCache } from './answer-cache.ts';
import { createDocument, createDocumentPage } from './answer-document.ts';
import { createLookup } from './answer-lookup.ts';
import { createMatch } from './answer-match.ts';
import { createMeta } from './answer-meta.ts';
import { answerHealth, createMetricsText, createReady } from './answer-operations.ts';
import { createOutlet } from './answer-outlet.ts';
import { createStories } from './answer-stories.ts';
import { createStory, createStoryContext } from './answer-story.ts';
import { type ApiConfig, ARTICLES_TIMEOUT_MS } from './api-config.ts';
import { createApiMetrics } from './api-metrics.ts';
import type { ApiParts } from './api-parts.ts';
import { forgetPlaced } from './forget-placed.ts';
import { createGuard, type Host } from './guard.ts';
import { answerPreflight } from './preflight.ts';
import { problemReply } from './problem.ts';
import { toResponse } from './reply.ts';
import { followIndex } from './served-index.ts';

export type CreateApiParts = {
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly config: ApiConfig;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Log;
  readonly metrics: Registry;
};

export type Api = {
  /** `host` carries the peer address of the connection; without it all callers share one allowance. */
  readonly fetch: (request: Request, host?: Host['Bindings']) => Response | Promise<Response>;
  /** Checks the index now instead of within a second. */
  readonly refresh: () => Promise<void>;
  /** From now on /ready answers no, so that a load balancer sends nothing more here. */
  readonly drain: () => void;
  readonly stop: () => Promise<void>;
};

/**
 * New articles show up within a second regardless of this; only the counts of their stories under other prefixes can be this old.
 * At a million articles, a shorter time would recompute a hundred answers a second that nobody needs fresher.
 */
const LOOKUP_AGE_MAX_MS = 5 * 60_000;
const ANSWER_AGE_MAX_MS = 5000;

export async function createApi(created: CreateApiParts): Promise<Api> {
  const { database, catalogue, config, log, now } = created;
  const ticks = () => performance.now();
  const lookups = createAnswerCache({ bytesMax: config.lookupCacheBytes, ageMaxMs: LOOKUP_AGE_MAX_MS, now: ticks });
  const answers = createAnswerCache({ bytesMax: config.answerCacheBytes, ageMaxMs: ANSWER_AGE_MAX_MS, now: ticks });
  const index = await followIndex({
    database,
    now,
    onChange: (change) => forgetPlaced({ lookups, answers }, change),
    onFailure: (cause) => log.error('the index cannot be checked', { cause }),
  });
  const sample = createWordSample({
    database,
    articles: () => index.current()?.facts.articles ?? 0,
    ticks,
    onFailure: (cause) => log.error('words of the index cannot be learned', { cause }),
  });
  const matcher = createPageMatcher({ database, sample, now });
  const needsToken = config.readToken !== null;
  const parts: ApiParts = { database, catalogue, config, index, lookups, answers, matcher, now, log, needsToken };
  const metrics = createApiMetrics(created.metrics);
  metrics.watch({
    lookupCacheBytes: () => lookups.counts().bytes,
    lookupCacheHits: () => lookups.counts().hits,
    lookupCacheMisses: () => lookups.counts().misses,
    articles: () => index.current()?.facts.articles ?? 0,
    waiting: () => index.current()?.waiting ?? 0,
    lookupBits: () => index.current()?.facts.lookupBits ?? 0,
  });
  const guard = createGuard({ config, metrics, log, ticks });
  let isDraining = false;

  const app = new Hono<Host>();
  const read = { rate: 'read', needs: 'read-token' } as const;
  const open = { rate: 'read', needs: 'nothing' } as const;
  app.get('/v1/lookup/:prefix', guard({ route: 'lookup', ...read }, createLookup(parts)));
  app.get('/v1/meta', guard({ route: 'meta', ...open }, createMeta(parts)));
  app.get('/v1/stories', guard({ route: 'stories', ...read }, createStories(parts)));
  app.get('/v1/stories/:id', guard({ route: 'story', ...read }, createStory(parts)));
  // Each takes tens to hundreds of milliseconds, and so does the next slightly different one, which is cached separately.
  const computed = { rate: 'match', needs: 'read-token' } as const;
  app.get('/v1/stories/:id/context', guard({ route: 'context', ...computed }, createStoryContext(parts)));
  app.get('/v1/outlets/:id', guard({ route: 'outlet', ...read }, createOutlet(parts)));
  app.post('/v1/match', guard({ route: 'match', ...computed }, createMatch(parts)));
  const give = { rate: 'articles', needs: 'article-token', timeoutMs: ARTICLES_TIMEOUT_MS } as const;
  app.post('/v1/articles', guard({ route: 'articles', ...give }, createArticles(parts)));
  app.get('/openapi.json', guard({ route: 'document', ...open }, createDocument(parts)));
  app.get('/', guard({ route: 'document', ...open }, createDocumentPage(parts)));
  const unlimited = { rate: null, needs: 'nothing' } as const;
  app.get('/health', guard({ route: 'health', ...unlimited }, answerHealth));
  app.get(
    '/ready',
    guard({ route: 'ready', ...unlimited }, createReady({ database, index, isDraining: () => isDraining, ticks })),
  );
  app.get('/metrics', guard({ route: 'metrics', ...unlimited }, createMetricsText(config, metrics)));

  const methods = new Map(app.routes.map(({ path, method }) => [path, method]));
  for (const [path, method] of methods) {
    const allow = method === 'GET' ? 'GET, HEAD, OPTIONS' : `${method}, OPTIONS`;
    app.options(
      path,
      guard({ route: 'other', ...open }, () => answerPreflight(allow)),
    );
    const refuse = () => problemReply('method-not-allowed', { headers: { allow } });
    app.all(path, guard({ route: 'other', ...open }, refuse));
  }
  app.all(
    '*',
    guard({ route: 'other', ...open }, () => problemReply('not-found')),
  );
  app.onError(() => toResponse(problemReply('internal')));

  return {
    fetch: (request, host = {}) => app.fetch(request, host),
    refresh: index.refresh,
    drain() {
      isDraining = true;
    },
    async stop() {
      isDraining = true;
      await index.stop();
      await matcher.stop();
    },
  };
}
