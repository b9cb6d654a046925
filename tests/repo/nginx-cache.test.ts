// deploy/nginx.conf in front of an invented API: for how long it goes on with an answer is the API's to say, and nobody else's.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheControlOf } from '../../server/http/cache-rules.ts';

const CONFIG = path.resolve(import.meta.dirname, '../../deploy/nginx.conf');
const hasNginx = spawnSync('nginx', ['-v']).status === 0;
const SLOW_MS = 30_000;
/** What the API says of a lookup, for a second instead of a minute. */
const LOOKUP = cacheControlOf('lookup', false).replace(/max-age=\d+/, 'max-age=1');

type Answer = { readonly status: number; readonly cacheControl: string; readonly body: string };

describe.skipIf(!hasNginx)('nginx as a cache (skipped where there is no nginx)', () => {
  const answers = new Map<string, Answer>();
  let failures = 0;
  const api = createServer(({ url = '' }, response) => {
    const { status, cacheControl, body } = answers.get(url) ?? { status: 200, cacheControl: 'no-store', body: '' };
    if (status === 503) failures += 1;
    response.writeHead(status, { 'cache-control': cacheControl }).end(body);
  });
  let nginx: Awaited<ReturnType<typeof startNginx>>;
  beforeAll(async () => {
    await once(api.listen(0, '127.0.0.1'), 'listening');
    nginx = await startNginx((api.address() as AddressInfo).port);
  }, SLOW_MS);
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
    const end = performance.now() + 6000;
    do {
      const answer = await ask(url);
      if (answer !== seen.at(-1)) seen.push(answer);
      if (isIt(answer)) return seen;
      await setTimeout(50);
    } while (performance.now() < end);
    throw new Error(`never answered; seen: ${seen.join(', ')}`);
  }

  it('gives out no answer longer than the API allows, and none that is gone', { timeout: SLOW_MS }, async () => {
    answers.set('/v1/short', { status: 200, cacheControl: 'public, max-age=1', body: 'old' });
    expect(await ask('/v1/short')).toBe('200 MISS old');
    answers.set('/v1/short', { status: 404, cacheControl: 'no-store', body: 'gone' });
    const seen = await askUntil('/v1/short', (answer) => answer.startsWith('404'));
    expect(seen.filter((answer) => /STALE|UPDATING/.test(answer))).toEqual([]);
  });

  it('goes on with an answer while it fetches the next, where the API allows it', { timeout: SLOW_MS }, async () => {
    answers.set('/v1/long', { status: 200, cacheControl: LOOKUP, body: 'old' });
    expect(await ask('/v1/long')).toBe('200 MISS old');
    answers.set('/v1/long', { status: 200, cacheControl: LOOKUP, body: 'new' });
    const seen = await askUntil('/v1/long', (answer) => answer.endsWith('new'));
    expect(seen).toContain('200 STALE old');
    expect(seen.at(-1)).toMatch(/^200 (HIT|UPDATING|STALE) new$/);
  });

  it('goes on with an answer while the API fails, where the API allows it', { timeout: SLOW_MS }, async () => {
    answers.set('/v1/failing', { status: 200, cacheControl: LOOKUP, body: 'old' });
    expect(await ask('/v1/failing')).toBe('200 MISS old');
    answers.set('/v1/failing', { status: 503, cacheControl: 'no-store', body: 'busy' });
    await askUntil('/v1/failing', (answer) => answer.includes('STALE'));
    const failedBefore = failures;
    await askUntil('/v1/failing', () => failures > failedBefore);
    expect(await ask('/v1/failing')).toMatch(/^200 (STALE|UPDATING) old$/);
  });
});

/** The file as it is, but for what only containers have: Docker's resolver, the API's name, folders and the port. */
async function startNginx(upstream: number): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  const port = await findFreePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'parallax-nginx-'));
  chmodSync(folder, 0o755); // started by root, nginx reads the cache as another user
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const config = readFileSync(CONFIG, 'utf8')
    .replaceAll('/var/cache/nginx', folder)
    .replace('/dev/stdout', path.join(folder, 'access.log'))
    .replace('http://api:8437', `http://127.0.0.1:${upstream}`)
    .replace('listen 8080', `listen 127.0.0.1:${port}`)
    .replace('http {', `http {\n${own.join('\n')}`);
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(file, config);
  const nginx = spawn('nginx', ['-c', file, '-g', `daemon off; pid ${folder}/pid;`], { stdio: 'inherit' });
  const exited = once(nginx, 'exit');
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
  for (let tries = 0; tries < 200 && !(await isUp()); tries += 1) await setTimeout(50);
  return {
    port,
    async stop() {
      nginx.kill();
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function findFreePort(): Promise<number> {
  const server = createSocketServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
