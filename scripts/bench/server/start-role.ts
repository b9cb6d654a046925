// Starts a role of the server as its own program, by its settings alone, in the way in which compose.yaml starts it.
import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type RunningRole = {
  /** Of a role that answers. */
  readonly port: Promise<number>;
  readonly pid: number;
  readonly stop: () => void;
};

/** What compose.yaml says to Node and to the C library for its api processes; a test compares the two. */
export const LEAN = {
  NODE_OPTIONS: '--max-semi-space-size=4 --max-old-space-size=768',
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '32768',
} as const;

export const GIVERS_TOKEN = 'bench-token-of-nobody';

/** The most that the settings allow: one load comes from one address, and its allowance is counted as always. */
const ENDLESS = '1000000';
const SERVER = path.resolve(import.meta.dirname, '../../../server');
const CACHE = { NODE_COMPILE_CACHE: path.join(tmpdir(), 'parallax-bench-cache') };
/** Of what a role writes into its log until it says its port. */
const LOG_KEPT = 100_000;

/** As the Dockerfile does when an image is built. */
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
  port.catch(() => undefined); // the cluster role has none, and ends when it is told to
  return { port, pid: child.pid ?? 0, stop: () => void child.kill() };
}
