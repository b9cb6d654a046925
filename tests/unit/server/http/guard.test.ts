// What the log says of a question that failed: why, as far as that quotes nothing of what was asked.
import { Hono } from 'hono';
import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { API_DEFAULTS } from '../../../../server/http/api-config.ts';
import { createApiMetrics } from '../../../../server/http/api-metrics.ts';
import { createGuard, type Host } from '../../../../server/http/guard.ts';

async function failWith(cause: unknown): Promise<string> {
  const said: unknown[] = [];
  const log = { info: () => undefined, error: (...words: unknown[]) => said.push(...words) };
  const guard = createGuard({ config: API_DEFAULTS, metrics: createApiMetrics(new Registry()), log, ticks: () => 0 });
  const app = new Hono<Host>();
  const handler = () => Promise.reject(cause);
  app.get('/', guard({ route: 'stories', rate: null, needs: 'nothing' }, handler));
  expect((await app.fetch(new Request('https://server.test/'), {})).status).toBe(500);
  return said.join(' ');
}

it.each([
  ['a full disk', { code: '53100', name: 'error' }, 'error 53100'],
  ['a database that is away', { code: 'ECONNREFUSED' }, 'Error ECONNREFUSED'],
  ['a code that is text of somebody', { code: 'what was asked' }, 'Error at'],
])('%s is told by its code, without its message', async (_, facts, told) => {
  const said = await failWith(Object.assign(new Error('what was asked'), facts));
  expect(said).toContain(told);
  expect(said).not.toContain('what was asked');
});
