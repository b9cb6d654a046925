// deploy/nginx.conf as clients see it: what it lets through to a fake API, and that it logs nothing about them.
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasNginx, type RunningNginx, startNginx } from '../support/server/start-nginx.ts';

const MEGABYTE = 1024 * 1024;
const MADE_AT = 'Sat, 28 Nov 2026 08:00:00 GMT';

describe.skipIf(!hasNginx)('nginx before the API (skipped where there is no nginx)', () => {
  const asked: IncomingMessage[] = [];
  const api = createServer((request, response) => {
    asked.push(request);
    request.resume().on('end', () => {
      if (request.url?.includes('away')) response.destroy();
      else response.writeHead(200, { 'cache-control': 'public, max-age=60', date: MADE_AT }).end('{}');
    });
  });
  let nginx: RunningNginx;
  beforeAll(async () => {
    await once(api.listen(0, '127.0.0.1'), 'listening');
    nginx = await startNginx((api.address() as AddressInfo).port);
  });
  afterAll(async () => {
    await nginx.stop();
    api.close();
  });

  const ask = (url: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${nginx.port}${url}`, init);
  const send = async (url: string, bytes: number) =>
    (await ask(url, { method: 'POST', body: 'x'.repeat(bytes) })).status;

  it('accepts the longest requests, articles and pushed feeds, and writes none of them to disk', async () => {
    rmSync(nginx.bodiesFolder, { recursive: true }); // so that writing there fails
    expect(await send('/v1/match', 16_000)).toBe(200);
    expect(await send('/v1/articles', 15 * MEGABYTE)).toBe(200);
    expect(await send('/websub/0123', 4 * MEGABYTE)).toBe(200);
  });

  it.each([
    ['/v1/match', 17_000],
    ['/v1/stories', 17_000],
    ['/websub/0123', 6 * MEGABYTE],
    ['/v1/articles', 17 * MEGABYTE],
  ])('refuses more to %s than the API would take', async (url, bytes) => {
    const before = asked.length;
    expect(await send(url, bytes)).toBe(413);
    expect(asked).toHaveLength(before);
  });

  it.each([
    ['gzip, deflate, br', 'gzip'],
    ['br;q=1.0, gzip;q=0.8', 'gzip'],
    ['br', undefined],
    ['gzip;q=0', undefined],
    ['br, gzip; q=0.0, identity', undefined],
  ])('asks for an answer that a client takes who says "%s"', async (accepted, passedOn) => {
    await ask(`/v1/lookup/${encodeURIComponent(accepted)}`, { headers: { 'accept-encoding': accepted } });
    expect(asked.at(-1)?.headers['accept-encoding']).toBe(passedOn);
  });

  it('reports the age of a cached answer', async () => {
    await ask('/v1/kept');
    const again = await ask('/v1/kept');
    expect([again.headers.get('x-cache'), again.headers.get('date')]).toEqual(['HIT', MADE_AT]);
  });

  it('gives nobody access to the metrics', async () => {
    for (const url of ['/metrics', '//metrics', '/v1/../metrics', '/%6detrics', '/metrics?x']) {
      expect((await ask(url)).status).toBe(404);
    }
    expect(asked.filter(({ url }) => url?.includes('etrics'))).toEqual([]);
  });

  it('logs neither clients nor requests, even if it fails', async () => {
    const headers = { 'user-agent': 'a-reader', 'x-forwarded-for': '203.0.113.7', referer: 'https://a-page.test/' };
    await ask('/v1/lookup/010101?a-question', { headers });
    expect((await ask('/v1/away/010101', { headers })).status).toBe(502);
    expect(await send('/v1/match/010101', 17_000)).toBe(413);
    expect(nginx.readLogs()).toContain('"status":502');
    expect(nginx.readLogs()).not.toMatch(/010101|question|reader|203\.0|127\.0|a-page|away/);
  });
});
