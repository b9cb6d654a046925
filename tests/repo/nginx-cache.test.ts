// deploy/nginx.conf in front of a fake API: how long an answer is cached is decided by the API alone.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheControlOf } from '../../server/http/cache-rules.ts';
import { hasNginx, type RunningNginx, startNginx } from '../support/server/start-nginx.ts';

const PATIENCE_MS = 30_000;
/** The API's cache header for a lookup, with a second instead of a minute. */
const LOOKUP = cacheControlOf('lookup', { isPrivate: false }).replace(/max-age=\d+/, 'max-age=1');

/** No answer, only a closed connection. */
const AWAY = 0;

type Answer = { readonly status: number; readonly cacheControl: string; readonly body: string };

describe.skipIf(!hasNginx)('nginx as a cache (skipped where there is no nginx)', () => {
  const answers = new Map<string, Answer>();
  let failures = 0;
  const api = createServer(({ url = '' }, response) => {
    const { status, cacheControl, body } = answers.get(url) ?? { status: 200, cacheControl: 'no-store', body: '' };
    if (status === AWAY || status === 503) failures += 1;
    if (status === AWAY) response.destroy();
    else response.writeHead(status, { 'cache-control': cacheControl }).end(body);
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

  async function ask(url: string): Promise<string> {
    const response = await fetch(`http://127.0.0.1:${nginx.port}${url}`);
    return `${response.status} ${response.headers.get('x-cache')} ${await response.text()}`;
  }
  async function askUntil(url: string, isIt: (answer: string) => boolean): Promise<readonly string[]> {
    const seen: string[] = [];
    const end = performance.now() + PATIENCE_MS;
    do {
      const answer = await ask(url);
      if (answer !== seen.at(-1)) seen.push(answer);
      if (isIt(answer)) return seen;
      await setTimeout(50);
    } while (performance.now() < end);
    throw new Error(`never answered; seen: ${seen.join(', ')}`);
  }

  it('serves no answer longer than the API allows, and none that no longer exists', async () => {
    answers.set('/v1/short', { status: 200, cacheControl: 'public, max-age=1', body: 'old' });
    expect(await ask('/v1/short')).toBe('200 MISS old');
    answers.set('/v1/short', { status: 404, cacheControl: 'no-store', body: 'gone' });
    const seen = await askUntil('/v1/short', (answer) => answer.startsWith('404'));
    expect(seen.filter((answer) => /STALE|UPDATING/.test(answer))).toEqual([]);
  });

  it('serves an old answer while it fetches the next one, if the API allows it', async () => {
    answers.set('/v1/long', { status: 200, cacheControl: LOOKUP, body: 'old' });
    expect(await ask('/v1/long')).toBe('200 MISS old');
    answers.set('/v1/long', { status: 200, cacheControl: LOOKUP, body: 'new' });
    const seen = await askUntil('/v1/long', (answer) => answer.endsWith('new'));
    expect(seen).toContain('200 STALE old');
    expect(seen.at(-1)).toMatch(/^200 (HIT|UPDATING|STALE) new$/);
  });

  it.each([
    ['fails', 503],
    ['is away', AWAY],
  ])('goes on with an answer while the API %s, where the API allows it', async (_, status) => {
    const url = `/v1/failing/${status}`;
    answers.set(url, { status: 200, cacheControl: LOOKUP, body: 'old' });
    expect(await ask(url)).toBe('200 MISS old');
    answers.set(url, { status, cacheControl: 'no-store', body: '' });
    await askUntil(url, (answer) => answer.includes('STALE'));
    const failedBefore = failures;
    await askUntil(url, () => failures > failedBefore);
    expect(await ask(url)).toMatch(/^200 (STALE|UPDATING) old$/);
  });

  it('caches no failure', async () => {
    answers.set('/v1/late', { status: 503, cacheControl: 'no-store', body: 'busy' });
    expect(await ask('/v1/late')).toBe('503 null busy');
    answers.set('/v1/late', { status: 200, cacheControl: LOOKUP, body: 'there' });
    expect(await ask('/v1/late')).toBe('200 MISS there');
  });
});
