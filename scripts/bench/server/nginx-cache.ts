// nginx as a cache in front of the API, if it is installed: hit rate and speed on a replay with few popular prefixes.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFreePort } from '../../setup/find-free-port.ts';
import type { BenchRow } from '../bench-table.ts';
import { createRandom } from '../invented-stream.ts';
import type { Question } from './load.ts';
import { measureLoad } from './start-process.ts';

/** Requests in the replay. Readers share their interests: the n-th most popular prefix has a weight of 1/n. */
const REPLAY = 200_000;
const CONNECTIONS = 16;
const DURATION_MS = 8000;

export async function measureCacheInFront({
  port,
  prefixes,
}: {
  readonly port: number;
  readonly prefixes: readonly string[];
}): Promise<BenchRow[]> {
  const program = process.env.PARALLAX_NGINX ?? 'nginx';
  if (spawnSync(program, ['-v']).status !== 0) {
    console.error('nginx is not installed: the cache in front is not measured');
    return [];
  }
  const questions = replay(prefixes);
  const direct = await measureLoad({ port, connections: CONNECTIONS, durationMs: DURATION_MS, rate: null, questions });
  const nginx = await startNginx(program, port);
  try {
    const load = { port: nginx.port, connections: CONNECTIONS, durationMs: DURATION_MS, rate: null, questions };
    const cached = await measureLoad(load);
    return [
      {
        what: `nginx as a cache in front, from empty, replay by 1/n over ${prefixes.length} prefixes`,
        ours: `${Math.round(cached.perSecond)}/s, ${((100 * cached.cacheHits) / cached.answered).toFixed(1)} % hits of ${cached.answered}`,
        beside: `the api process itself: ${Math.round(direct.perSecond)}/s`,
        ratio: cached.perSecond / direct.perSecond,
      },
    ];
  } finally {
    nginx.stop();
  }
}

function replay(prefixes: readonly string[]): Question[] {
  const random = createRandom(11);
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= prefixes.length; rank++) {
    sum += 1 / rank;
    sums.push(sum);
  }
  return Array.from({ length: REPLAY }, () => {
    const wanted = random() * sum;
    let from = 0;
    let to = sums.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((sums[middle] ?? 0) < wanted) from = middle + 1;
      else to = middle;
    }
    return { path: `/v1/lookup/${prefixes[from] ?? ''}` };
  });
}

async function startNginx(program: string, upstream: number): Promise<{ port: number; stop: () => void }> {
  const port = await findFreePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'parallax-nginx-'));
  mkdirSync(path.join(folder, 'cache'));
  writeFileSync(path.join(folder, 'nginx.conf'), configure({ folder, port, upstream }));
  const nginx = spawn(program, ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; tries < 100; tries++) {
    const isUp = await fetch(`http://127.0.0.1:${port}/health`).then(
      () => true,
      () => false,
    );
    if (isUp) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const stop = () => {
    nginx.kill();
    nginx.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  };
  return { port, stop };
}

/** The cache settings of deploy/nginx.conf, without its host names and certificates. */
function configure({ folder, port, upstream }: { folder: string; port: number; upstream: number }): string {
  return `
user root;
worker_processes 1;
pid ${folder}/pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  proxy_cache_path ${folder}/cache levels=1:2 keys_zone=answers:20m max_size=1g inactive=1h use_temp_path=off;
  upstream api { server 127.0.0.1:${upstream}; keepalive 16; }
  server {
    listen 127.0.0.1:${port} backlog=1024;
    keepalive_requests 10000000;
    location / {
      proxy_pass http://api;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Accept-Encoding gzip;
      proxy_cache answers;
      proxy_cache_lock on;
      proxy_cache_background_update on;
      add_header X-Cache $upstream_cache_status;
    }
  }
}
`;
}
