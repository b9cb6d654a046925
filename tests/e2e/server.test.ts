// The whole server as an operator starts it: the sample newsroom is polled, clustered and served, also after a restart.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { API_PATHS, LookupAnswer, MetaAnswer, StoriesAnswer, StoryAnswer } from '../../engine/api.ts';
import { SAMPLE_OUTLETS } from '../../scripts/newsroom/sample-outlet.ts';
import { PROJECT_ROOT } from '../../scripts/setup/run-program.ts';
import { createServerDatabase, NO_POSTGRES_REASON, SERVER_URL } from '../support/server/test-databases.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'parallax-server-'));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Generous: creating the embedded database alone takes a minute on a machine that is busy with other tests. */
const START_MS = 180_000;
const until = <Value>(check: () => Promise<Value>) => vi.waitFor(check, { timeout: START_MS, interval: 250 });

type Started = {
  readonly said: () => string;
  /** Address of the API, once it answers. */
  readonly base: () => Promise<string>;
  readonly kill: () => void;
  /** The exit code. */
  readonly stop: () => Promise<number | null>;
};

/** One issue for all processes: articles' addresses contain the day, which may end before the last process starts. */
const SAMPLE = `--sample=${new Date().toISOString()}`;

function start(args: readonly string[]): Started {
  const sample = [SAMPLE, '--port', '0', '--data-folder', folder];
  // On a busy machine, requests to many feeds at once delay each other until they time out; a feed that timed out all the
  // same is polled again within the minute.
  const calm = ['--polls-at-once', '1', '--poll-minutes', '1'];
  const all = ['scripts/server.ts', ...sample, ...calm, ...args];
  const child = spawn(process.execPath, all, { cwd: PROJECT_ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      said += data;
    });
  }
  return {
    said: () => said,
    base: () =>
      until(async () => {
        const found = /answers at (http:\S+)/.exec(said)?.[1];
        if (found === undefined) throw new Error(`not started yet: ${said}`);
        return found;
      }),
    kill: () => child.kill('SIGKILL'),
    async stop() {
      if (child.exitCode !== null) throw new Error(`it had ended already, with ${child.exitCode}: ${said}`);
      const closed = once(child, 'close'); // its output has ended, too
      child.kill('SIGTERM');
      const [code] = await closed;
      return code;
    },
  };
}

const readMeta = async (base: string) => MetaAnswer.parse(await readJson(`${base}${API_PATHS.meta}`));

/** Waits for as many as the sample newsroom publishes. */
const countPublished = (said: string) => Number(/invented content, (\d+) articles/.exec(said)?.[1]);

const readJson = async (url: string): Promise<unknown> => (await fetch(url)).json();

it('polls, groups and answers; and again after a restart', { timeout: 3 * START_MS }, async () => {
  const server = start([]);
  const base = await server.base();
  const meta = await until(async () => {
    const answer = await readMeta(base);
    expect([answer.index.articles, answer.freshness.waiting]).toEqual([countPublished(server.said()), 0]);
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
  await until(async () => expect((await fetch(`${base}ready`)).status).toBe(200)); // not ready while its database is slow

  expect(await server.stop()).toBe(0);
  expect(server.said()).toContain('server stopped');
  expect(server.said()).not.toContain('"level":"error"');

  const again = start([]);
  const baseAgain = await again.base();
  await until(async () => expect((await readMeta(baseAgain)).index).toEqual(meta.index));
  const same = StoryAnswer.parse(await readJson(`${baseAgain}${API_PATHS.story(largest.id)}`));
  expect(same.articles.map(({ id }) => id).toSorted()).toEqual(coverage.articles.map(({ id }) => id).toSorted());
  expect(await again.stop()).toBe(0);
});

describe.skipIf(SERVER_URL === undefined)(`roles in processes of their own (${NO_POSTGRES_REASON})`, () => {
  it('share one database from its first moment, and go on when one of each is killed', {
    timeout: 2 * START_MS,
  }, async () => {
    const made = await createServerDatabase();
    if (made === null) throw new Error('there is a server');
    const roles = (role: string) => start(['--role', role, '--database-url', made.url]);
    const [api, ingest, cluster, ...others] = ['api', 'ingest', 'cluster', 'ingest', 'cluster'].map(roles);
    if (api === undefined || ingest === undefined || cluster === undefined) throw new Error('three roles');
    const base = await api.base();
    await until(async () => expect((await readMeta(base)).freshness.articleSeenAt).not.toBeNull());
    ingest.kill();
    cluster.kill();
    await until(async () => {
      const { index, freshness } = await readMeta(base);
      expect([index.articles, freshness.waiting]).toEqual([countPublished(api.said()), 0]);
    });
    for (const running of [api, ...others]) expect(await running.stop()).toBe(0);
    await made.drop();
  });
});

it('says what is wrong and does not start', { timeout: START_MS }, async () => {
  const child = spawn(process.execPath, ['server/main.ts', '--port', 'eighty'], { cwd: PROJECT_ROOT });
  children.push(child);
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const [code] = await once(child, 'close');
  expect([code, said]).toEqual([2, 'PORT (or --port) must be a whole number from 0 to 65535.\n']);
});
