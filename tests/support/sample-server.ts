// A real server over the sample newsroom, in a process of its own, for browser tests of server mode; one per test worker.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { API_PATHS, MetaAnswer } from '../../engine/api.ts';
import { PROJECT_ROOT } from '../../scripts/setup/run-program.ts';

export type SampleServer = {
  readonly address: string;
  /** When its newsroom publishes, in epoch milliseconds: addresses of articles contain the day, which may end before a test begins. */
  readonly publishedAt: number;
  readonly stop: () => Promise<void>;
};

/** Generous: it takes six seconds on an idle machine, and minutes beside seven other test runs. */
export const START_MS = 400_000;
const LOOK_EVERY_MS = 200;

export async function startSampleServer(): Promise<SampleServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parallax-server-'));
  const publishedAt = Date.now();
  const args = [
    'scripts/server.ts',
    `--sample=${new Date(publishedAt).toISOString()}`,
    '--port',
    '0',
    '--data-folder',
    folder,
    '--server-name',
    'Sample library',
    // On a busy machine, requests to many feeds at once delay each other until they time out; a feed that timed out all the
    // same is polled again within the minute.
    '--polls-at-once',
    '1',
    '--poll-minutes',
    '1',
  ];
  const child = spawn(process.execPath, args, { cwd: PROJECT_ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  // A test worker that is terminated must not leave the server running.
  const onExit = () => child.kill('SIGKILL');
  process.once('exit', onExit);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      said += data;
    });
  }
  const find = (pattern: RegExp) => pattern.exec(said)?.[1] ?? null;
  const stop = async () => {
    process.off('exit', onExit);
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const deadline = Date.now() + START_MS;
  async function until<Value>(check: () => Promise<Value | null>): Promise<Value> {
    for (;;) {
      const value = await check().catch(() => null);
      if (value !== null) return value;
      if (Date.now() > deadline) throw new Error(`The sample server did not start:\n${said}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }
  try {
    const address = await until(async () => find(/answers at (http:\S+)/));
    await until(async () => {
      const { index, freshness } = MetaAnswer.parse(await (await fetch(address + API_PATHS.meta)).json());
      const published = Number(find(/invented content, (\d+) articles/));
      return index.articles === published && freshness.waiting === 0 ? true : null;
    });
    return { address, publishedAt, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
