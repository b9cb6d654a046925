// The embedded database's folder: used by one process at a time, complete or absent, reopened with its contents.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../../../server/store/database.ts';
import { migrate } from '../../../../server/store/migrate.ts';
import type { UpkeepFailure } from '../../../../server/store/upkeep.ts';
import { putKeptDatabase } from '../../../support/server/empty-database.ts';
import { until } from '../../../support/until.ts';

/** The first start takes six seconds on an idle machine, and three minutes on one with a load of 25. */
const SLOW_MS = 600_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parallax-embedded-'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

test(
  'keeps its data, locks its folder and starts anew where its first start was cut',
  async () => {
    const half = path.join(folder, 'database.new');
    mkdirSync(half);
    writeFileSync(path.join(half, 'PG_VERSION'), '18\n'); // PGlite itself would accept this as a database
    const first = await openDatabase({ url: null, folder });
    await migrate(first);
    await first.query(`insert into shards values ('de', '{de}')`);
    await expect(openDatabase({ url: null, folder })).rejects.toThrow('in use by process');
    const lock = path.join(folder, 'lock');
    const ofOneThatIsGone = readFileSync(lock, 'utf8').replace(/^\d+/, '999999999');
    await first.close();
    expect(existsSync(half)).toBe(false);

    writeFileSync(lock, ofOneThatIsGone);
    const again = await openDatabase({ url: null, folder });
    await migrate(again);
    expect(await again.query('select id from shards order by id')).toEqual([{ id: 'all' }, { id: 'de' }]);
    expect(await again.query(`select current_setting('fsync') f, current_setting('wal_sync_method') m`)).toEqual([
      { f: 'on', m: 'fsync' },
    ]);
    await again.close();
  },
  SLOW_MS,
);

const FEEDS = `insert into feeds (url, outlet_id, origin)
  select 'https://outlet-' || n || '.test/feed', 'outlet', 'registry' from generate_series(1, 300) n`;
const POLLED = `update feeds set next_poll_at = next_poll_at + 1, state = jsonb_build_object(
  'text', (select string_agg(md5(random()::text), '') from generate_series(1, 100) where url <> ''))`;

test.each([
  ['many rows', 'feeds', (database: Database) => database.query(POLLED)],
  [
    'a few large ones',
    'snapshots',
    async (database: Database) => {
      await database.query(`insert into snapshots values (1, 'all', 1, 0, 1, $1)`, [randomBytes(1_000_000)]);
      await database.query('delete from snapshots');
    },
  ],
] as const)(
  'the room of what is replaced is used again: %s',
  async (_what, table, replace) => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    await putKeptDatabase(folder);
    const database = await openDatabase({ url: null, folder });
    await migrate(database);
    await database.query(FEEDS);
    const replaceOften = async () => {
      for (let round = 0; round < 10; round += 1) await replace(database);
      const [row] = await database.query('select pg_total_relation_size($1) as bytes', [table]);
      return Number(row?.bytes);
    };

    const grown = await replaceOften();
    await database.query('select pg_stat_force_next_flush()'); // otherwise its counts are a second old
    vi.advanceTimersByTime(600_000);
    expect(await replaceOften()).toBeLessThan(grown * 1.5);
    await database.close();
  },
  SLOW_MS,
);

test(
  'a table that cannot be vacuumed keeps no other from being vacuumed, and is told once',
  async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    await putKeptDatabase(folder);
    const told: UpkeepFailure[] = [];
    const database = await openDatabase({ url: null, folder }, { onUpkeepFailure: (failure) => told.push(failure) });
    const half = (body: string) =>
      `create or replace function half(n int) returns int immutable language plpgsql as 'begin ${body}; end'`;
    await database.script(half('return n / 2'));
    for (const table of ['sound', 'damaged', 'healthy']) await database.query(`create table ${table} (n int)`);
    await database.script('create index on damaged (half(n))');
    const vacuumAfterChanges = async (tables: readonly string[]) => {
      for (const table of tables) await database.query(`insert into ${table} select generate_series(1, 5000)`);
      await database.script(half(`raise ''a damaged row''`));
      await database.query('select pg_stat_force_next_flush()'); // otherwise its counts are a second old
      vi.advanceTimersByTime(600_000);
    };
    const countVacuums = () =>
      database.query(
        `select relname as table, analyze_count as times from pg_stat_user_tables where analyze_count > 0 order by 1`,
      );
    const vacuumed = (times: number) => ['healthy', 'sound'].map((table) => ({ table, times }));

    await vacuumAfterChanges(['sound', 'damaged', 'healthy']);
    await until(async () => expect(await countVacuums()).toEqual(vacuumed(1)));
    await vacuumAfterChanges(['sound', 'healthy']);
    await until(async () => expect(await countVacuums()).toEqual(vacuumed(2)));
    await database.close();
    expect(told).toMatchObject([{ command: 'vacuum (analyze) public.damaged', cause: { message: 'a damaged row' } }]);
  },
  SLOW_MS,
);

test(
  'the write-ahead log does not have to be kept from the start on',
  async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    await putKeptDatabase(folder);
    const database = await openDatabase({ url: null, folder });
    await migrate(database);
    const measure = async () => {
      const [row] = await database.query(
        `select pg_current_wal_lsn() - redo_lsn as bytes from pg_control_checkpoint()`,
      );
      return Number(row?.bytes);
    };
    expect(await measure()).toBeGreaterThan(100_000);
    vi.advanceTimersByTime(600_000);
    await until(async () => expect(await measure()).toBeLessThan(10_000));
    await database.close();
  },
  SLOW_MS,
);
