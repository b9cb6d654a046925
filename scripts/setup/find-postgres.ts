// Starts a temporary PostgreSQL for tests from Debian's programs, which are installed if possible.
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { err, ok, type Result } from '../../engine/result.ts';
import { findFreePort } from './find-free-port.ts';

export type RunningPostgres = { readonly url: string; readonly version: string; readonly stop: () => void };

/** The sentence says what was tried. */
export type NoPostgres = { readonly reason: 'no-postgres' | 'failed'; readonly sentence: string };

const VERSIONS = '/usr/lib/postgresql';

/** PostgreSQL refuses to run as root; Debian's package creates this user. */
const USER = 'postgres';

/** PostgreSQL is detached from the terminal: neither Ctrl-C nor closing the terminal reaches it. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export type PostgresOptions = {
  /** For benchmarks: with fsync on, as in production. */
  readonly isDurable?: boolean;
};

export async function startPostgres(
  say: (text: string) => void,
  { isDurable = false }: PostgresOptions = {},
): Promise<Result<RunningPostgres, NoPostgres>> {
  const programs = findPrograms() ?? installPrograms(say);
  if (programs === null) {
    return err({
      reason: 'no-postgres',
      sentence: 'No PostgreSQL found, so tests on a real one are skipped (Debian: apt-get install postgresql).',
    });
  }
  const identity = process.getuid?.() === 0 ? readIdentity() : null;
  const folder = mkdtempSync(path.join(tmpdir(), 'parallax-postgres-'));
  if (identity !== null) chownSync(folder, identity.uid, identity.gid);
  const run = (program: string, ...args: string[]) =>
    spawnSync(path.join(programs, program), args, { ...identity, cwd: folder, stdio: 'ignore' }).status === 0;
  const data = path.join(folder, 'data');
  /** Returns its port; null when it does not start. */
  const start = async (): Promise<number | null> => {
    const port = await findFreePort();
    const settings = [
      `-c port=${port}`,
      '-c listen_addresses=127.0.0.1',
      `-c unix_socket_directories=${folder}`,
      `-c fsync=${isDurable ? 'on' : 'off'}`, // the server itself is never killed in a test
      '-c max_connections=100',
    ].join(' ');
    const isUp = run('pg_ctl', '-D', data, '-l', path.join(folder, 'log'), '-w', '-o', settings, 'start');
    return isUp ? port : null;
  };
  const stop = () => {
    run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
    rmSync(folder, { recursive: true, force: true });
    for (const signal of ENDINGS) process.off(signal, stopAndEnd);
  };
  const stopAndEnd = () => {
    stop();
    process.exit(1);
  };
  // Registered before it starts, so that signals during the start are handled afterwards.
  for (const signal of ENDINGS) process.once(signal, stopAndEnd);
  const init = ['-D', data, '-U', USER, '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
  // Tries twice, since another program may take the port first.
  const port = run('initdb', ...init) ? ((await start()) ?? (await start())) : null;
  if (port === null) {
    stop();
    return err({ reason: 'failed', sentence: `PostgreSQL in ${programs} was found but does not start.` });
  }
  const version = path.basename(path.dirname(programs));
  return ok({ url: `postgres://${USER}@127.0.0.1:${port}/postgres`, version, stop });
}

/** The program folder of the newest version. */
function findPrograms(): string | null {
  if (!existsSync(VERSIONS)) return null;
  const versions = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a));
  const folders = versions.map((version) => path.join(VERSIONS, version, 'bin'));
  return folders.find((folder) => existsSync(path.join(folder, 'initdb'))) ?? null;
}

function installPrograms(say: (text: string) => void): string | null {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return null;
  say('No PostgreSQL found; installing the package postgresql …');
  install('apt-get', ['update', '-qq']) &&
    install('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql']);
  return findPrograms();
}

function install(program: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { env, stdio: ['ignore', 2, 2] }).status === 0;
}

function readIdentity(): { readonly uid: number; readonly gid: number } {
  const ask = (flag: string) => Number(spawnSync('id', [flag, USER], { encoding: 'utf8' }).stdout);
  return { uid: ask('-u'), gid: ask('-g') };
}
