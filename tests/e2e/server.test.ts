// The whole server as an operator starts it: the sample newsroom is polled, grouped and given out, and is there after a restart.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { API_PATHS, LookupAnswer, MetaAnswer, StoriesAnswer, StoryAnswer } from '../../engine/api.ts';
import { SAMPLE_OUTLETS } from '../../scripts/newsroom/sample-outlet.ts';
import { PROJECT_ROOT } from '../../scripts/setup/run-program.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'parallax-server-'));
let server: ChildProcess | null = null;
afterEach(() => server?.kill('SIGKILL'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Generous: the embedded database alone takes a minute to be made on a machine that is busy with other tests. */
const START_MS = 180_000;
const until = <Value>(check: () => Promise<Value>) => vi.waitFor(check, { timeout: START_MS, interval: 250 });

async function start(): Promise<{ base: string; said: () => string }> {
  const args = ['scripts/server.ts', '--sample', '--port', '0', '--data-folder', folder];
  const child = spawn(process.execPath, args, { cwd: PROJECT_ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  server = child;
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  const base = await until(async () => {
    const found = /answers at (http:\S+)/.exec(said)?.[1];
    if (found === undefined) throw new Error(`not started yet: ${said}`);
    return found;
  });
  return { base, said: () => said };
}

async function stop(): Promise<number | null> {
  if (server === null) throw new Error('no server');
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  const [code] = await ended;
  return code;
}

const readJson = async (url: string): Promise<unknown> => (await fetch(url)).json();

it('polls, groups and answers; and again after a restart', { timeout: 3 * START_MS }, async () => {
  const { base, said } = await start();
  const published = Number(/invented content, (\d+) articles/.exec(said())?.[1]);
  const meta = await until(async () => {
    const answer = MetaAnswer.parse(await readJson(`${base}${API_PATHS.meta}`));
    expect([answer.index.articles, answer.freshness.waiting]).toEqual([published, 0]);
    return answer;
  });
  expect(meta.index.outlets).toBe(SAMPLE_OUTLETS.length);
  expect(meta.index.stories).toBeLessThan(meta.index.articles / 2);

  const latest = StoriesAnswer.parse(await readJson(`${base}${API_PATHS.stories({ view: 'top', limit: 5 })}`));
  const [largest] = latest.stories;
  if (largest === undefined) throw new Error('there are stories');
  expect(largest.outlets).toBeGreaterThan(5);
  const coverage = StoryAnswer.parse(await readJson(`${base}${API_PATHS.story(largest.id)}`));
  expect(coverage.articles).toHaveLength(largest.articles);
  const lookup = LookupAnswer.parse(await readJson(`${base}${API_PATHS.lookup('all')}`));
  expect(lookup.articles).toHaveLength(meta.index.articles);
  expect((await fetch(`${base}ready`)).status).toBe(200);

  expect(await stop()).toBe(0);
  expect(said()).toContain('server stopped');
  expect(said()).not.toContain('"level":"error"');

  const again = await start();
  const after = await until(async () => {
    const answer = MetaAnswer.parse(await readJson(`${again.base}${API_PATHS.meta}`));
    expect(answer.index).toEqual(meta.index);
    return answer;
  });
  expect(after.engineVersion).toBe(meta.engineVersion);
  const same = StoryAnswer.parse(await readJson(`${again.base}${API_PATHS.story(largest.id)}`));
  expect(same.articles.map(({ id }) => id).toSorted()).toEqual(coverage.articles.map(({ id }) => id).toSorted());
  expect(await stop()).toBe(0);
});

it('says what is wrong and does not start', { timeout: START_MS }, async () => {
  const child = spawn(process.execPath, ['server/main.ts', '--port', 'eighty'], { cwd: PROJECT_ROOT });
  server = child;
  let said = '';
  child.stderr.on('data', (data) => (said += data));
  const [code] = await once(child, 'close');
  expect([code, said]).toEqual([2, 'PORT (or --port) must be a whole number from 0 to 65535.\n']);
});
