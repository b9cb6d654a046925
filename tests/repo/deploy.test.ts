// The files with which operators start the server: settings in them exist, files that they copy exist, and nginx accepts its file.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LEAN } from '../../scripts/bench/server/start-role.ts';
import { SETTING_NAMES, toEnvName } from '../../server/config/settings.ts';
import { hasNginx } from '../support/server/start-nginx.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const settings = new Set(SETTING_NAMES.map(toEnvName));
/** Read by Node and the C library before our code runs: they limit the memory of the api process. */
const OF_NODE = new Set(Object.keys(LEAN));

describe('compose.yaml', () => {
  it('sets only what the server knows', () => {
    const names = [...read('compose.yaml').matchAll(/^ +([A-Z_]+): /gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !settings.has(name) && !name.startsWith('POSTGRES_') && !OF_NODE.has(name))).toEqual(
      [],
    );
  });

  it('starts api processes as the benchmark does that measures their memory', () => {
    const service = /^ {2}api:\n((?: {4}.*\n)+)/m.exec(read('compose.yaml'))?.[1] ?? '';
    const told = [...service.matchAll(/^ +([A-Z_]+): "?(.*?)"?$/gm)].map(([, name = '', value = '']) => [name, value]);
    expect(Object.fromEntries(told)).toMatchObject(LEAN);
  });

  it('gives the admin a place for backups that the image’s user may write to', () => {
    const service = /^ {2}admin:\n((?: {4}.*\n)+)/m.exec(read('compose.yaml'))?.[1] ?? '';
    const folder = /^ +working_dir: (.+)$/m.exec(service)?.[1] ?? 'none';
    const [, volume = '', mounted] = /^ +- (.+):(.+)$/m.exec(service) ?? [];
    expect(mounted).toBe(folder);
    // Docker would create a missing folder on the host as root.
    expect(read('compose.yaml')).toMatch(new RegExp(`^volumes:\n(?: {2}.*\n)* {2}${volume}:$`, 'm'));
    expect(/chown -R node:node (.+)/.exec(read('Dockerfile'))?.[1]?.split(' ')).toContain(folder);
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');

  it('copies what is there, and what .dockerignore lets through', () => {
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied.length).toBeGreaterThan(6);
    expect(copied.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
    const allowed = read('.dockerignore').split('\n');
    expect(copied.filter((file) => !allowed.includes(`!${file}`))).toEqual([]);
  });

  it('sets only what the server knows', () => {
    const [env = ''] = lines.filter((line) => line.startsWith('ENV '));
    const names = env
      .slice(4)
      .split(' ')
      .map((pair) => pair.split('=')[0] ?? '');
    expect(names.filter((name) => !settings.has(name))).toEqual(['NODE_ENV']);
  });

  it('compiles and starts files that are there', () => {
    const started = lines.join('\n').match(/server\/[\w-]+\.ts/g) ?? [];
    expect(started.length).toBe(2);
    expect(started.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });
});

describe.skipIf(!hasNginx)('nginx.conf (skipped where there is no nginx)', () => {
  it('is accepted by nginx', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'parallax-nginx-'));
    const file = path.join(folder, 'nginx.conf');
    const config = read('deploy/nginx.conf').replaceAll('/var/cache/nginx', folder);
    writeFileSync(file, config.replace('/dev/stdout', path.join(folder, 'access.log')));
    const tested = spawnSync('nginx', ['-t', '-q', '-c', file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect([tested.status, tested.stderr]).toEqual([0, '']);
  });
});
