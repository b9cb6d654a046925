// What is logged about a failed request: the reason, without quoting the request.
import { Hono } from 'hono';
import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { API_DEFAULTS } from '../../../../server/http/api-config.ts';
import { createApiMetrics } from '../../../../server/http/api-metrics.ts';
import { type ApiLog, createGuard, type Host } from '../../../../server/http/guard.ts';
import { problemReply } from '../../../../server/http/problem.ts';

async function failWith(cause: unknown): Promise<{ said: string; response: Response }> {
  const said: unknown[] = [];
  const log: ApiLog = {
    info: () => undefined,
    error: (event, { cause, facts }) => said.push(event, cause, facts),
  };
  const guard = createGuard({ config: API_DEFAULTS, metrics: createApiMetrics(new Registry()), log, ticks: () => 0 });
  const app = new Hono<Host>();
  const handler = () => Promise.reject(cause);
  app.get('/', guard({ route: 'stories', rate: null, needs: 'nothing' }, handler));
  const response = await app.fetch(new Request('https://server.test/'), {});
  return { said: said.join(' '), response };
}

it.each([
  ['a full disk', { code: '53100', name: 'error' }, 'error 53100'],
  ['a database that is away', { code: 'ECONNREFUSED' }, 'Error ECONNREFUSED'],
  ['a code that is text of somebody', { code: 'what was asked' }, 'Error at'],
])('%s is told by its code, without its message', async (_, facts, told) => {
  const { said } = await failWith(Object.assign(new Error('what was asked'), facts));
  expect(said).toContain(told);
  expect(said).not.toContain('what was asked');
});

it.each([
  ['PostgreSQL does not answer', { code: 'ECONNREFUSED' }, 503],
  ['PostgreSQL starts', { code: '57P03' }, 503],
  ['PostgreSQL is stopped', { code: '57P01' }, 503],
  ['PostgreSQL is killed', { message: 'Connection terminated unexpectedly' }, 503],
  ['all connections are taken', { message: 'timeout exceeded when trying to connect' }, 503],
  ['its disk is full', { code: '53100' }, 503],
  ['a statement is wrong', { code: '42601' }, 500],
  ['a bug', {}, 500],
])('%s: the answer says whether to ask again', async (_, facts, status) => {
  const { response } = await failWith(Object.assign(new Error('it failed'), facts));
  expect([response.status, response.headers.get('retry-after')]).toEqual([status, status === 503 ? '5' : null]);
});

it('counts what is refused for coming too often, and writes no line for it', async () => {
  const lines: unknown[] = [];
  const registry = new Registry();
  const log = { info: (...words: unknown[]) => lines.push(words), error: () => undefined };
  const once = { perMinute: 1, burst: 1 };
  const config = { ...API_DEFAULTS, rates: { read: once, match: once, articles: once } };
  const guard = createGuard({ config, metrics: createApiMetrics(registry), log, ticks: () => 0 });
  const app = new Hono<Host>();
  const handler = () => problemReply('not-found');
  app.get('/', guard({ route: 'stories', rate: 'read', needs: 'nothing' }, handler));
  const ask = async () => (await app.fetch(new Request('https://server.test/'), {})).status;
  expect([await ask(), await ask(), await ask()]).toEqual([404, 429, 429]);
  expect(lines).toEqual([['question answered', expect.objectContaining({ status: 404 })]]);
  expect(await registry.metrics()).toMatch(/parallax_http_questions_total\{.*status="429".*\} 2/);
});
