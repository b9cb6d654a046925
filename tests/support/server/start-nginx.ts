// Starts nginx with deploy/nginx.conf, changed only where it depends on containers: Docker's resolver, the API's name, folders, the port.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findFreePort } from '../../../scripts/setup/find-free-port.ts';

const CONFIG = path.resolve(import.meta.dirname, '../../../deploy/nginx.conf');

export const hasNginx = spawnSync('nginx', ['-v']).status === 0;

export type RunningNginx = {
  readonly port: number;
  /** Where nginx stores request bodies that it does not keep in memory. */
  readonly bodiesFolder: string;
  /** Everything that nginx has logged about requests. */
  readonly readLogs: () => string;
  readonly stop: () => Promise<void>;
};

export async function startNginx(upstream: number): Promise<RunningNginx> {
  const port = await findFreePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'parallax-nginx-'));
  chmodSync(folder, 0o755); // if root starts nginx, it reads the cache as another user
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const accessLog = path.join(folder, 'access.log');
  const config = readFileSync(CONFIG, 'utf8')
    .replaceAll('/var/cache/nginx', folder)
    .replace('/dev/stdout', accessLog)
    .replace('http://api:8437', `http://127.0.0.1:${upstream}`)
    .replace('listen 8080', `listen 127.0.0.1:${port}`)
    .replace('http {', `http {\n${own.join('\n')}`);
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(file, config);
  const pidFile = path.join(folder, 'pid');
  const nginx = spawn('nginx', ['-c', file, '-g', `daemon off; pid ${pidFile};`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  nginx.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const closed = once(nginx, 'close'); // its output has ended, too
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // nginx writes this file once it has the port. An answer would prove less: it may come from another process with that port.
  while (!existsSync(pidFile)) {
    if (nginx.exitCode !== null) {
      await closed;
      remove();
      if (complaints.includes('Address already in use')) return startNginx(upstream);
      throw new Error(`nginx did not start: ${complaints}`);
    }
    await setTimeout(50);
  }
  return {
    port,
    bodiesFolder: path.join(folder, 'client_body'),
    readLogs: () => readFileSync(accessLog, 'utf8') + complaints,
    async stop() {
      nginx.kill();
      await closed;
      remove();
    },
  };
}
