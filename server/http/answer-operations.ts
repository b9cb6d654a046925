// Endpoints for operators: liveness, readiness, and metrics for Prometheus.
import type { Queries } from '../store/database.ts';
import type { ApiConfig } from './api-config.ts';
import type { ApiMetrics } from './api-metrics.ts';
import type { ApiParts } from './api-parts.ts';
import { createTokenCheck } from './bearer-token.ts';
import { isOwnNetwork } from './client-address.ts';
import { type Ask, type Handler, peerOf } from './guard.ts';
import { problemReply } from './problem.ts';
import { jsonReply, NO_STORE, type Reply } from './reply.ts';

/** Liveness only: if it depended on the database, a database outage would get every process restarted. */
export const answerHealth: Handler = () => jsonReply({ status: 'alive' });

const DATABASE_TIMEOUT_MS = 2000;
/** Anyone may call /ready as often as they like; the database is queried at most this often. */
const DATABASE_EVERY_MS = 1000;

export type Readiness = Pick<ApiParts, 'database' | 'index'> & {
  readonly isDraining: () => boolean;
  /** Monotonic milliseconds. */
  readonly ticks: () => number;
};

export function createReady({ database, index, isDraining, ticks }: Readiness): Handler {
  let askedAt = Number.NEGATIVE_INFINITY;
  let isThere = Promise.resolve(false);

  return async () => {
    if (isDraining()) return problemReply('not-ready', { detail: 'This process is stopping.' });
    if (index.current() === null) return problemReply('not-ready', { detail: 'There is no complete index yet.' });
    if (ticks() - askedAt >= DATABASE_EVERY_MS) {
      askedAt = ticks();
      isThere = isDatabaseThere(database);
    }
    if (await isThere) return jsonReply({ status: 'ready' });
    return problemReply('not-ready', { detail: 'The database is unreachable.' });
  };
}

function isDatabaseThere(database: Queries): Promise<boolean> {
  return Promise.race([
    database.query('select 1').then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(resolve, DATABASE_TIMEOUT_MS, false).unref()),
  ]);
}

/** Metrics are for the operator only. A request with X-Forwarded-For came through a proxy, so from the public. */
export function createMetricsText(config: ApiConfig, metrics: ApiMetrics): Handler {
  const hasToken = createTokenCheck(config.metricsToken === null ? [] : [config.metricsToken]);
  const mayRead = (ask: Ask) =>
    hasToken(ask.req.header('authorization')) ||
    (config.metricsToken === null && ask.req.header('x-forwarded-for') === undefined && isOwnNetwork(peerOf(ask)));
  return async (ask): Promise<Reply> => {
    if (!mayRead(ask))
      return problemReply('unauthorized', { headers: { 'www-authenticate': 'Bearer realm="metrics"' } });
    return {
      status: 200,
      headers: { 'content-type': metrics.contentType, 'cache-control': NO_STORE },
      body: await metrics.text(),
    };
  };
}
