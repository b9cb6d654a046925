// What every request passes around its handler: allowance, token, error handling, timeout, metrics and a log line.
//
// These are plain calls, not a chain of asynchronous middleware, so that an answer that is ready in memory is returned
// synchronously. Neither log nor metrics ever contain a requested address or a reader's address.
import type { Context } from 'hono';
import { EngineFailure } from '../../engine/engine-failure.ts';
import { describeSafely } from '../describe-safely.ts';
import type { Log } from '../log.ts';
import { isTransient } from '../store/is-transient.ts';
import type { ApiConfig } from './api-config.ts';
import type { ApiMetrics, RouteName } from './api-metrics.ts';
import { createTokenCheck } from './bearer-token.ts';
import { createAllowance } from './client-allowance.ts';
import { problemReply } from './problem.ts';
import { type Reply, toResponse } from './reply.ts';

/** What the host knows about a request beyond the Request itself. */
export type Host = {
  Bindings: {
    /** The address that the connection comes from: a reader's or a proxy's. */
    readonly peer?: string | undefined;
  };
};

export type Ask = Context<Host>;
export type Handler = (ask: Ask) => Reply | Promise<Reply>;

export type ApiLog = Pick<Log, 'info' | 'error'>;

export type GuardParts = {
  readonly config: ApiConfig;
  readonly metrics: ApiMetrics;
  readonly log: ApiLog;
  /** Monotonic milliseconds. */
  readonly ticks: () => number;
};

export type Admission = {
  readonly route: RouteName;
  /** The allowance that it counts against; null for none. */
  readonly rate: keyof ApiConfig['rates'] | null;
  readonly needs: 'read-token' | 'article-token' | 'nothing';
  /** Timeout in milliseconds, where it differs from the configured one. */
  readonly timeoutMs?: number;
};

export type Guard = (admission: Admission, handler: Handler) => (ask: Ask) => Response | Promise<Response>;

/**
 * Fast, successful answers are only counted in the metrics: thousands of log lines a second would cost as much as the answers,
 * and a line for each would be a record of when somebody read. Rate-limited requests are not logged either, or the busiest client
 * would fill the disk.
 */
const SLOW_MS = 250;
const TOO_MANY = 429;

/** `retry-after` is for clients that heed it; a load balancer tries another process. */
const AWAY = problemReply('busy', { headers: { 'retry-after': '5' } });

/** PostgreSQL accepts it in no text. */
const ZERO_CHARACTER = '%00';

export function createGuard({ config, metrics, log, ticks }: GuardParts): Guard {
  const { rates, trustedProxies } = config;
  const allowances = {
    read: createAllowance({ rate: rates.read, trustedProxies, ticks }),
    match: createAllowance({ rate: rates.match, trustedProxies, ticks }),
    articles: createAllowance({ rate: rates.articles, trustedProxies, ticks }),
  };
  const isReader = createTokenCheck(config.readToken === null ? [] : [config.readToken]);
  const isGiver = createTokenCheck(config.articleTokens);

  function refuse(ask: Ask, { rate, needs }: Admission): Reply | null {
    if (ask.req.url.includes(ZERO_CHARACTER)) return problemReply('bad-request');
    if (rate !== null) {
      const wait = allowances[rate]({ peer: peerOf(ask), forwardedFor: ask.req.header('x-forwarded-for') });
      if (wait !== null) {
        const detail = `Ask again in ${wait} s.`;
        return problemReply('rate-limited', { detail, headers: { 'retry-after': String(wait) } });
      }
    }
    if (needs === 'nothing' || (needs === 'read-token' && config.readToken === null)) return null;
    const isKnown = needs === 'read-token' ? isReader : isGiver;
    if (isKnown(ask.req.header('authorization'))) return null;
    return problemReply('unauthorized', { headers: { 'www-authenticate': 'Bearer realm="parallax"' } });
  }

  return (admission, handler) => {
    const { route, timeoutMs = config.timeoutMs } = admission;
    const finish = (reply: Reply, start: number): Response => {
      const spentMs = ticks() - start;
      metrics.observe({ route, status: reply.status, seconds: spentMs / 1000 });
      const isTold = reply.status >= 400 && reply.status !== TOO_MANY;
      if (isTold || spentMs > SLOW_MS) {
        log.info('question answered', { route, status: reply.status, ms: Math.round(spentMs) });
      }
      return toResponse(reply);
    };
    const fail = (cause: unknown, start: number): Response => {
      const isEngine = cause instanceof EngineFailure;
      // The message is left out: that of a database error may quote the request.
      const safeCause = new Error(describeSafely(isEngine ? cause.cause : cause));
      log.error('question failed', { cause: safeCause, facts: { route } });
      if (isEngine) return finish(problemReply('withheld'), start);
      return finish(isTransient(cause) ? AWAY : problemReply('internal'), start);
    };
    return (ask) => {
      const start = ticks();
      try {
        const reply = refuse(ask, admission) ?? handler(ask);
        if (!(reply instanceof Promise)) return finish(reply, start);
        return withinTime(reply, timeoutMs).then(
          (made) => finish(made, start),
          (cause: unknown) => fail(cause, start),
        );
      } catch (cause) {
        return fail(cause, start);
      }
    };
  };
}

export const peerOf = (ask: Ask): string | null => ask.env.peer ?? null;

async function withinTime(reply: Promise<Reply>, timeoutMs: number): Promise<Reply> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<Reply>((resolve) => {
    const busy = () => resolve(problemReply('busy', { headers: { 'retry-after': '5' } }));
    timer = setTimeout(busy, timeoutMs);
  });
  try {
    return await Promise.race([reply, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
