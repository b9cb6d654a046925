// The admin's commands, on a PostgreSQL server if there is one, else on the embedded database.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runAdmin } from '../../../server/admin/run-admin.ts';
import { type Database, openDatabase } from '../../../server/store/database.ts';
import { migrate } from '../../../server/store/migrate.ts';
import { MIGRATIONS } from '../../../server/store/migrations/list.ts';
import { putKeptDatabase } from '../../support/server/empty-database.ts';
import { createServerDatabase } from '../../support/server/test-databases.ts';

/** Each command opens the database again. */
const SLOW_MS = 180_000;
const NOW = Date.UTC(2026, 4, 3, 12);
const folder = mkdtempSync(path.join(tmpdir(), 'parallax-admin-'));
const env: Record<string, string> = { DATA_FOLDER: path.join(folder, 'data') };
let drop = async () => {};

beforeAll(async () => {
  const server = await createServerDatabase();
  if (server === null) return await putKeptDatabase(env.DATA_FOLDER ?? '');
  env.DATABASE_URL = server.url;
  drop = server.drop;
});
afterAll(async () => {
  await drop();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: string[]) => runWith(env, args);

async function runWith(
  env: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const keep = (line: string) => lines.push(line);
  const code = await runAdmin({ args, env, now: () => NOW, say: keep, complain: keep });
  return { code, lines };
}

it('fails if no process answers', async () => {
  const said: string[] = [];
  const complaints: string[] = [];
  const say = (line: string) => said.push(line);
  const complain = (line: string) => complaints.push(line);
  expect(await runAdmin({ args: ['feeds'], env, now: () => NOW, say, complain })).toBe(1);
  expect([said, complaints]).toEqual([[], [expect.stringContaining('Usage: npm run server-admin')]]);
});

it('adds, lists, switches and removes feeds', { timeout: SLOW_MS }, async () => {
  const url = 'https://harbour.test/feed';
  expect(await run('feeds', 'add', url, '--lang', 'en')).toEqual({
    code: 0,
    lines: [`${url} is polled for host:harbour.test.`],
  });
  expect(await run('feeds', 'off', url)).toEqual({ code: 0, lines: [`${url} is off.`] });
  const { lines } = await run('feeds', 'list');
  expect(lines).toEqual([`off admin    host:harbour.test  ${url}  (last answer never)`, '1 feeds, 0 on, 0 failing']);
  expect(await run('feeds', 'add', url)).toMatchObject({ code: 0 }); // reports that it is polled
  expect((await run('feeds', 'list')).lines.at(-1)).toBe('1 feeds, 1 on, 0 failing');
  expect(await run('feeds', 'remove', url)).toMatchObject({ code: 0 });
  expect(await run('feeds', 'remove', url)).toEqual({ code: 1, lines: [`There is no feed ${url}.`] });
});

it.each([
  [['feeds', 'add', 'ftp://harbour.test/'], 'ftp://harbour.test/ is no http(s) address.'],
  [
    ['feeds', 'add', 'https://harbour.test/', '--outlet', 'nobody'],
    'There is no outlet nobody. Find its id with: outlets find TEXT.',
  ],
  [['feeds', 'add', 'https://harbour.test/', '--lang', 'English'], '--lang takes two or three lower-case letters: en.'],
  [['separate', 'a', 's'], 'There is no article of that id, or it cannot be read.'],
  [['shards', 'cut', 'german'], 'Shards are written as "german=de,nl all=*".'],
  [['shards', 'cut', 'german=de'], 'One shard must contain all other languages: all=*.'],
  [['shards', 'cut', 'a=de b=de,*'], 'A language is in two shards.'],
  [['shards', 'cut', 'a=de a=*'], 'Two shards have one name.'],
  [
    ['feeds', 'add', 'https://me:secret@harbour.test/'],
    'https://me:secret@harbour.test/ is not allowed: it contains a user name, or a port that is not in FETCH_PORTS.',
  ],
  [
    ['feeds', 'add', 'https://harbour.test:8443/feed'],
    'https://harbour.test:8443/feed is not allowed: it contains a user name, or a port that is not in FETCH_PORTS.',
  ],
  [
    ['feeds', 'add', 'http://10.0.0.7/feed'],
    'http://10.0.0.7/feed is not allowed: it is not an address on the public internet.',
  ],
  [['feeds', 'off', 'https://harbour.test/', '--lang', 'en'], 'feeds off takes no --lang.'],
  [['status', '--failing'], 'status takes no --failing.'],
  [
    ['feeds', 'add', 'https://harbour.test/', '--outlet', 'host:'],
    'After host: there must be a host name, as in host:example.org.',
  ],
  [
    ['feeds', 'add', 'https://harbour.test/', '--outlet', 'host:A b'],
    'After host: there must be a host name, as in host:example.org.',
  ],
  [
    ['backup', 'no-such-folder/x.gz'],
    expect.stringMatching(/^ENOENT: no such file or directory, open 'no-such-folder\/x\.gz\.\w+\.unfinished'$/),
  ],
  [['restore', 'no-such-file.gz'], "ENOENT: no such file or directory, open 'no-such-file.gz'"],
])('says why it does not: %j', { timeout: SLOW_MS }, async (args, sentence) => {
  expect(await run(...args)).toEqual({ code: 1, lines: [sentence] });
});

it('cuts languages into shards', { timeout: SLOW_MS }, async () => {
  expect(await run('shards', 'list')).toEqual({ code: 0, lines: ['all=*'] });
  expect(await run('shards', 'cut', 'german=de,nl all=*')).toMatchObject({ code: 0 });
  expect(await run('shards', 'list')).toEqual({ code: 0, lines: ['all=*', 'german=de,nl'] });
});

it.each([[[]], [['dance']], [['feeds']], [['feeds', 'list', '--wildly']]])('tells how it is used: %j', async (args) => {
  const { code, lines } = await run(...args);
  expect([code, lines[0]]).toEqual([1, expect.stringMatching(/^Usage: npm run server-admin -- COMMAND\n {2}status/)]);
});

it('names what a command lacks', async () => {
  expect(await run('backup')).toEqual({ code: 1, lines: ['Usage: npm run server-admin -- backup FILE'] });
});

it('finds and shows shipped outlets', { timeout: SLOW_MS }, async () => {
  const found = await run('outlets', 'find', 'daily');
  const id = found.lines[0]?.split('  ')[0] ?? '';
  expect(found.lines.at(-1)).toMatch(/^\d+ outlets/);
  const shown = await run('outlets', 'show', id);
  expect(shown.lines.join('\n')).toMatch(/domains +\S+[\s\S]*bias +\S+/);
});

it.each([['status'], ['backup', 'nothing.gz']])(
  'tells where there is no embedded database, instead of making one: %s',
  async (...args) => {
    const complaints: string[] = [];
    const nowhere = path.join(folder, 'nowhere');
    const complain = (line: string) => complaints.push(line);
    const call = { args, env: { DATA_FOLDER: nowhere }, now: () => NOW, say: complain, complain };
    expect(await runAdmin(call)).toBe(1);
    expect(complaints).toEqual([`There is no database in ${nowhere}: DATA_FOLDER names the server's folder.`]);
    expect([existsSync(nowhere), existsSync('nothing.gz')]).toEqual([false, false]);
  },
);

it('counts, and backs up', { timeout: SLOW_MS }, async () => {
  expect((await run('status')).lines[0]).toBe('0 articles of 0 outlets in 0 stories, 0 articles wait to be placed');
  const file = path.join(folder, 'backup.gz');
  expect((await run('backup', file)).lines[0]).toMatch(/^\d+ rows are in /);
  expect(await run('restore', file)).toMatchObject({ code: 0 });
});

it('leaves the tables of an earlier version as they are: backup, status', { timeout: SLOW_MS }, async () => {
  const older = path.join(folder, 'older');
  const file = path.join(folder, 'older.gz');
  const runOlder = (...args: string[]) => runWith({ DATA_FOLDER: older }, args);
  const readLast = () => useOlder((database) => database.query('select max(number) as last from migrations'));
  async function useOlder<Value>(use: (database: Database) => Promise<Value>): Promise<Value> {
    const database = await openDatabase({ url: null, folder: older });
    return await use(database).finally(() => database.close());
  }
  await putKeptDatabase(older);
  const none = { code: 1, lines: ['The database has no tables yet. The server creates them when it starts.'] };
  expect(await runOlder('backup', file)).toEqual(none);

  await useOlder((database) => migrate(database, MIGRATIONS.slice(0, 12)));
  expect(await runOlder('status')).toEqual({
    code: 1,
    lines: [expect.stringMatching(/^The database is of an earlier version \(migration 12; this program needs \d+\)\./)],
  });
  expect((await runOlder('backup', file)).code).toBe(0);
  const [head = ''] = gunzipSync(readFileSync(file)).toString().split('\n');
  expect(JSON.parse(head)).toMatchObject({ migration: 12 });
  expect(await readLast()).toEqual([{ last: 12 }]);

  await useOlder((database) => database.query(`insert into migrations (number, name) values (9999, 'later')`));
  const later = { code: 1, lines: [expect.stringMatching(/^The database is of a later version \(migration 9999;/)] };
  expect(await runOlder('status')).toEqual(later);
  const unwritten = path.join(folder, 'later.gz');
  expect(await runOlder('backup', unwritten)).toEqual(later);
  expect(existsSync(unwritten)).toBe(false);
});

it('counts what is set aside and what is not shown', { timeout: SLOW_MS }, async () => {
  const database = await openDatabase({ url: env.DATABASE_URL ?? null, folder: env.DATA_FOLDER ?? '' });
  await database.script(`
    delete from generations;
    insert into generations (id, engine_version, state, created_at) overriding system value values (7, 1, 'serving', 0);
    insert into articles (id, url, link, outlet_id, title, lead, lang, kind, first_seen_at, shard)
      values ('a', 'https://a.test/', 'https://a.test/', 'host:a.test', 'A', '', 'en', 'report', 0, 'all');
    insert into set_aside (generation, shard, no, article_id)
      values (7, 'all', 1, 'a'), (7, 'all', 2, null), (7, 'all', 3, null), (6, 'all', 1, null);
    insert into stories (generation, id, shard, updated_at, unreadable) values (7, 's', 'all', 0, 4), (6, 's', 'all', 0, 1);
  `);
  await database.close();
  expect((await run('status')).lines.slice(2)).toEqual([
    '1 articles are set aside: the engine failed on them, or they cannot be read',
    '2 entries of the intake are set aside: they cannot be read, not even which articles they are about',
    '4 articles cannot be read and are missing from their stories',
    '1 stories are not shown: the engine failed on them, or none of their articles can be read',
    'generation 7: serving, engine version 1',
  ]);
});
