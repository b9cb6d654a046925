// Starts a role of the server as a separate program, with the settings in compose.yaml.
import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type RunningRole = {
  /** Resolves for roles that listen. */
  readonly port: Promise<number>;
  readonly pid: number;
  readonly stop: () => void;
};

/** The settings for Node and the C library in compose.yaml's API service; a test compares the two. */
export const LEAN = {
  NODE_OPTIONS: '--max-semi-space-size=4 --max-old-space-size=768',
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '32768',
} as const;

export const GIVERS_TOKEN = 'bench-token-of-nobody';

/** The highest value that the settings allow: all load comes from one address, whose allowance counts as usual. */
const ENDLESS = '1000000';
const SERVER = path.resolve(import.meta.dirname, '../../../server');
const CACHE = { NODE_COMPILE_CACHE: path.join(tmpdir(), 'parallax-bench-cache') };
/** Characters of a role's log that are kept until it reports its port. */
const LOG_KEPT = 100_000;

/** As in the Dockerfile, when an image is built. */
export function compileSources(): void {
  const env = { ...process.env, ...CACHE };
  spawnSync(process.execPath, [path.join(SERVER, 'compile-sources.ts')], { env, stdio: 'ignore' });
}

export function startRole(role: 'api' | 'cluster', databaseUrl: string): RunningRole {
  const env = {
    ...process.env,
    ...CACHE,
    ...(role === 'api' ? LEAN : {}),
    ROLE: role,
    PORT: '0',
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'info',
    ARTICLE_TOKENS: GIVERS_TOKEN,
    READS_PER_MINUTE: ENDLESS,
    MATCHES_PER_MINUTE: ENDLESS,
    ARTICLES_PER_MINUTE: ENDLESS,
    WAITING_MAX: ENDLESS,
  };
  const child = spawn(process.execPath, [path.join(SERVER, 'main.ts')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const port = new Promise<number>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text = `${text}${chunk}`.slice(-LOG_KEPT);
      const told = /"port":(\d+)/.exec(text)?.[1];
      if (told !== undefined) resolve(Number(told));
    });
    child.once('exit', (code) => reject(new Error(`the ${role} role ended with ${code}`)));
  });
  port.catch(() => undefined); // the cluster role has no port, and ends when it is stopped
  return { port, pid: child.pid ?? 0, stop: () => void child.kill() };
}
