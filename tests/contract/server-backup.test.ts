// A backup of each kind of database, restored into each kind, contains every value unchanged.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutletId, toArticleId } from '../../engine/ids.ts';
import type { Article } from '../../engine/schema.ts';
import { backUpToFile, restoreFromFile } from '../../server/admin/backup-file.ts';
import { takeArticles } from '../../server/ingest/take-articles.ts';
import { OWN_COUNTERS, OWN_TABLES } from '../../server/store/backup/own-tables.ts';
import { readBackup } from '../../server/store/backup/read-backup.ts';
import { writeBackup } from '../../server/store/backup/write-backup.ts';
import type { Database, Queries } from '../../server/store/database.ts';
import { claimFeeds, writeHub, writePolled, writeRegistryFeeds } from '../../server/store/feeds.ts';
import { planMinutes } from '../../server/store/firehose-minutes.ts';
import { createGeneration } from '../../server/store/generations.ts';
import { migrate } from '../../server/store/migrate.ts';
import { MIGRATIONS } from '../../server/store/migrations/list.ts';
import { writeAsked } from '../../server/store/websub.ts';
import { TEST_DATABASES } from '../support/server/test-databases.ts';

const SLOW_MS = 180_000;
const NOW = Date.UTC(2026, 4, 3, 12);
const FEED = 'https://harbour.test/feed';

const article = (n: number): Article => ({
  id: toArticleId(`https://harbour.test/${n}`),
  url: `https://harbour.test/${n}`,
  link: `https://harbour.test/${n}?from=feed`,
  outletId: OutletId.parse('harbour'),
  title: `„A bridge“ opens, \\part ${n}\t{"x"} 漢`,
  lead: n % 2 === 0 ? '' : 'NULL',
  lang: 'en',
  kind: 'report',
  publishedAt: n % 3 === 0 ? null : NOW - n,
  firstSeenAt: NOW,
  credit: null,
});

async function fill(database: Database): Promise<void> {
  await database.transaction((queries) => createGeneration(queries, { engineVersion: 6, now: () => NOW }));
  const articles = Array.from({ length: 1_200 }, (_, n) => article(n));
  const take = (given: readonly Article[]) =>
    database.transaction((queries) => takeArticles(queries, { articles: given, now: () => NOW, keepSince: 0 }));
  await take(articles);
  await take([{ ...article(7), title: 'A new headline' }]);
  await writeRegistryFeeds(database, [
    { url: FEED, outletId: OutletId.parse('harbour'), lang: null, format: 'sitemap' },
  ]);
  const claim = { now: NOW, limit: 1, hostRestMs: 0, leaseMs: 1_000, onUnreadable() {} };
  const [claimed] = await claimFeeds(database, claim);
  if (claimed === undefined) throw new Error('a feed is due');
  await writePolled(database, { ...claimed, state: { ...claimed.state, etag: '"\\"1"', lastAttemptAt: NOW } });
  const hub = { hub: 'https://hub.test/', topic: FEED };
  await writeHub(database, { url: FEED, hub });
  const keys = { id: '1'.repeat(32), secret: 's' };
  await writeAsked(database, { ...hub, ...keys, url: FEED, callback: 'https://server.test', askedAt: NOW });
  await planMinutes(database, { source: 'https://firehose.test', from: NOW - 120_000, to: NOW, now: NOW, limit: 1 });
  await database.query(
    `insert into snapshots (generation, shard, position, part, parts, data) values (1, 'all', 1, 0, 1, $1)`,
    [Uint8Array.of(0, 1, 2, 254, 255)],
  );
}

async function dump(database: Database): Promise<string[]> {
  const lines: string[] = [];
  await writeBackup({
    database,
    now: NOW,
    write: async (line) => {
      lines.push(line);
    },
  });
  return lines;
}

describe.each(TEST_DATABASES)('a backup of $kind', (from) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parallax-backup-'));
  const file = path.join(folder, 'backup.ndjson.gz');
  let source: Database;
  let lines: readonly string[];
  beforeAll(async () => {
    source = await from.openMigrated();
    await fill(source);
    lines = await dump(source);
    await backUpToFile(source, { file, now: NOW });
  }, SLOW_MS);
  afterAll(async () => {
    await source.close();
    rmSync(folder, { recursive: true });
  });

  it('has every table and row', async () => {
    const tables = lines.filter((line) => line.startsWith('{"table"')).map((line) => JSON.parse(line).table);
    expect(tables).toEqual(
      expect.arrayContaining(['articles', 'intake', 'snapshots', 'feeds', 'websub', 'separations']),
    );
    expect(tables.indexOf('feeds')).toBeLessThan(tables.indexOf('websub'));
    const [counted] = await source.query('select count(*) as articles from articles');
    expect(counted).toEqual({ articles: 1_200 });
    expect(JSON.parse(lines.at(-1) ?? '').rows).toBeGreaterThan(2_400);
  });

  it.each(TEST_DATABASES)('is the same again in $kind', { timeout: SLOW_MS }, async (to) => {
    const target = await to.open();
    try {
      expect(await restoreFromFile(target, file)).toEqual({ ok: true, value: JSON.parse(lines.at(-1) ?? '').rows });
      expect(await dump(target)).toEqual(lines);
      // Sequences continue after the restored values, so a second backup never overwrites new rows.
      await target.transaction((queries) =>
        takeArticles(queries, { articles: [article(5_000)], now: () => NOW, keepSince: 0 }),
      );
      const [last] = await target.query('select max(no) = count(*) as "isNext", count(*) as entries from intake');
      expect(last).toEqual({ isNext: true, entries: 1_202 });
      expect(await restoreFromFile(target, file)).toEqual({ ok: false, error: { reason: 'not-empty' } });
    } finally {
      await target.close();
    }
  });

  it('is complete in a file that two processes write at once, and leaves nothing else there', {
    timeout: SLOW_MS,
  }, async () => {
    const shared = mkdtempSync(path.join(folder, 'shared-'));
    const both = path.join(shared, 'backup.gz');
    const backUp = () => backUpToFile(source, { file: both, now: NOW });
    const rows = await Promise.all([backUp(), backUp()]);
    expect(new Set(rows)).toEqual(new Set([JSON.parse(lines.at(-1) ?? '').rows]));
    expect(readdirSync(shared)).toEqual(['backup.gz']);
    expect(gunzipSync(readFileSync(both)).toString()).toBe(`${lines.join('\n')}\n`);
  });

  it('removes leftovers of killed backups, but nothing that another process may be writing', {
    timeout: SLOW_MS,
  }, async () => {
    const shared = mkdtempSync(path.join(folder, 'killed-'));
    const leave = async (name: string, hoursAgo: number) => {
      const left = path.join(shared, name);
      await writeFile(left, 'x');
      const at = new Date(Date.now() - hoursAgo * 3_600_000);
      await utimes(left, at, at);
    };
    await leave('monday.gz.0a1b2c3d.unfinished', 24);
    await leave('backup.gz.1234abcd.unfinished', 1.1);
    await leave('backup.gz.9999ffff.unfinished', 0.9);
    await leave('novel.unfinished', 24);
    await leave('monday.gz', 24);
    await backUpToFile(source, { file: path.join(shared, 'backup.gz'), now: NOW });
    const kept = ['backup.gz', 'backup.gz.9999ffff.unfinished', 'monday.gz', 'novel.unfinished'];
    expect(readdirSync(shared).sort()).toEqual(kept);
  });

  it('leaves nothing behind if it is truncated or not a backup', { timeout: SLOW_MS }, async () => {
    const target = await from.open();
    const broken = path.join(folder, 'broken.gz');
    const restore = async (bytes: Uint8Array) => {
      await writeFile(broken, bytes);
      return await restoreFromFile(target, broken);
    };
    try {
      const whole = await readFile(file);
      expect(await restore(gzipSync(lines.slice(0, -1).join('\n')))).toMatchObject({ error: { reason: 'cut-off' } });
      expect(await restore(whole.subarray(0, whole.length / 2))).toMatchObject({ error: { reason: 'cut-off' } });
      expect(await restore(gzipSync('{"format":"other"}\n'))).toMatchObject({ error: { reason: 'not-a-backup' } });
      expect(await restore(Buffer.from('text'))).toMatchObject({ error: { reason: 'not-a-backup' } });
      const later = (lines[0] ?? '').replace(/"migration":\d+/, '"migration":9999');
      expect(await restore(gzipSync(`${later}\n`))).toMatchObject({ error: { reason: 'of-a-later-version' } });
      await truncate(broken, 0);
      await expect(restoreFromFile(target, path.join(folder, 'missing'))).rejects.toThrow('ENOENT');
      const [row] = await target.query('select count(*) as articles from articles');
      expect(row).toEqual({ articles: 0 });
      expect(await restoreFromFile(target, file)).toMatchObject({ ok: true });
    } finally {
      await target.close();
    }
  });
});

describe.each(TEST_DATABASES)('a backup of an older version, on $kind', (kind) => {
  it('is restored into existing tables of this version as long as they are empty', {
    timeout: SLOW_MS,
  }, async () => {
    const [source, target] = [await kind.open(), await kind.openMigrated()];
    await migrate(source, MIGRATIONS.slice(0, 4));
    await writeRegistryFeeds(source, [{ url: FEED, outletId: OutletId.parse('harbour'), lang: null, format: 'feed' }]);
    const lines = await dump(source);
    const read = () => readBackup(target, Readable.from(lines));
    expect(await read()).toEqual({ ok: true, value: JSON.parse(lines.at(-1) ?? '').rows });
    expect(await target.query('select url from feeds')).toEqual([{ url: FEED }]);
    expect(await target.query('select max(number) as last from migrations')).toEqual([
      { last: MIGRATIONS.at(-1)?.number },
    ]);
    expect(await read()).toEqual({ ok: false, error: { reason: 'not-empty' } });
    await Promise.all([source.close(), target.close()]);
  });
});

describe.each(TEST_DATABASES)('a database that another application uses too, on $kind', (kind) => {
  const STRANGER = [{ id: 7, name: 'Ada' }];
  const addStranger = (database: Database) =>
    database.script(`
      create table stranger (id integer generated always as identity, name text);
      alter sequence stranger_id_seq restart 7;
      insert into stranger (name) values ('Ada');
    `);
  const readStranger = (database: Database) => database.query('select id, name from stranger');

  it.each([
    ['this version', MIGRATIONS],
    ['an older version', MIGRATIONS.slice(0, 4)],
  ])('keeps that application’s table when a backup of %s is restored', { timeout: SLOW_MS }, async (_, migrations) => {
    const [source, target] = [await kind.open(), await kind.openMigrated()];
    await migrate(source, migrations);
    await writeRegistryFeeds(source, [{ url: FEED, outletId: OutletId.parse('harbour'), lang: null, format: 'feed' }]);
    const lines = await dump(source);
    await addStranger(target);
    expect(await readBackup(target, Readable.from(lines))).toMatchObject({ ok: true });
    expect(await readStranger(target)).toEqual(STRANGER);
    expect(await target.query('select url from feeds')).toEqual([{ url: FEED }]);
    await Promise.all([source.close(), target.close()]);
  });

  it('has a backup that can be restored elsewhere, and leaves the sequences of others there alone', {
    timeout: SLOW_MS,
  }, async () => {
    const [source, target] = [await kind.openMigrated(), await kind.open()];
    await addStranger(source);
    const lines = await dump(source);
    expect(await readBackup(target, Readable.from(lines))).toMatchObject({ ok: true });
    await target.script('create table stranger (id integer generated always as identity, name text)');
    // As earlier programs wrote it.
    const counters = JSON.stringify({ counters: [{ name: 'stranger_id_seq', last: 100, isCalled: true }] });
    const written = lines.map((line) => (line.startsWith('{"counters"') ? counters : line));
    expect(await readBackup(target, Readable.from(written))).toMatchObject({ ok: true });
    expect(await target.query(`insert into stranger (name) values ('Eve') returning id`)).toEqual([{ id: 1 }]);
    await Promise.all([source.close(), target.close()]);
  });

  it('has no table or sequence of ours that a backup would leave out', { timeout: SLOW_MS }, async () => {
    const database = await kind.openMigrated();
    const tables = await database.query(`select tablename as name from pg_tables where schemaname = 'public'`);
    const counters = await database.query(`select sequencename as name from pg_sequences where schemaname = 'public'`);
    expect(tables.map(({ name }) => name).filter((name) => !OWN_TABLES.includes(String(name)))).toEqual([]);
    expect(counters.map(({ name }) => name).filter((name) => !OWN_COUNTERS.includes(String(name)))).toEqual([]);
    await database.close();
  });
});

describe.each(TEST_DATABASES)('a backup with large snapshots of $kind', (kind) => {
  const PARTS = 20;
  const PART_BYTES = 1_000_000;
  /** Twice as much text, but only a few parts of it in one statement. */
  const TEXT_MAX = 12_000_000;
  const textOf = (values: readonly unknown[]): number =>
    values.flat().reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0);

  /** The longest text that was passed to or returned by one statement. */
  function watch(database: Database) {
    const longest = { given: 0, got: 0 };
    const watched = ({ query }: Queries): Queries => ({
      async query(sql, params = []) {
        longest.given = Math.max(longest.given, textOf(params));
        const rows = await query(sql, params);
        longest.got = Math.max(longest.got, textOf(rows.map((row) => Object.values(row))));
        return rows;
      },
    });
    const transaction: Database['transaction'] = (work) => database.transaction((queries) => work(watched(queries)));
    return { longest, database: { ...database, transaction } };
  }

  it('is written and read a few parts at a time', { timeout: SLOW_MS }, async () => {
    const [source, target] = [await kind.openMigrated(), await kind.open()];
    await source.query(
      `insert into snapshots (generation, shard, position, part, parts, data)
      select 1, 'all', 1, part, $1, convert_to(repeat('x', $2), 'UTF8') from generate_series(0, $1 - 1) part`,
      [PARTS, PART_BYTES],
    );
    const folder = mkdtempSync(path.join(tmpdir(), 'parallax-backup-'));
    const file = path.join(folder, 'backup.ndjson.gz');
    const from = watch(source);
    await backUpToFile(from.database, { file, now: NOW });
    const to = watch(target);
    expect(await restoreFromFile(to.database, file)).toMatchObject({ ok: true });
    const sum = 'select count(*) as parts, sum(length(data)) as bytes, min(get_byte(data, 999)) as byte from snapshots';
    expect(await target.query(sum)).toEqual([{ parts: PARTS, bytes: PARTS * PART_BYTES, byte: 120 }]);
    expect(from.longest.got).toBeLessThan(TEXT_MAX);
    expect(to.longest.given).toBeLessThan(TEXT_MAX);
    await Promise.all([source.close(), target.close()]);
    rmSync(folder, { recursive: true });
  });
});
