// The contract of the database port, run on both kinds of database.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../server/store/database.ts';
import { migrate } from '../../server/store/migrate.ts';
import { openPostgresDatabase } from '../../server/store/postgres-database.ts';
import { NO_POSTGRES_REASON, SERVER_URL, TEST_DATABASES } from '../support/server/test-databases.ts';
import { until } from '../support/until.ts';

const STATEMENTS = [{ number: 1, name: 'one', statements: ['create table migrated (id integer primary key)'] }];

describe.each(TEST_DATABASES)('database: $kind', ({ kind, open }) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    await database.script(`
      create table things (id integer primary key, at bigint, tags text[], data jsonb, bytes bytea);
      create table other (id integer);
    `);
  }, 60_000);
  afterAll(() => database.close());

  test('says its kind', () => {
    expect(database.kind).toBe(kind);
  });

  test('gives values back as they went in: times as numbers, lists, JSON, bytes, null', async () => {
    const at = Date.UTC(2026, 4, 5);
    const data = { deep: ['ä', 1.5, null], quote: '"' };
    const [row] = await database.query(
      'insert into things values ($1, $2, $3::text[], $4::jsonb, $5) returning id, at, tags, data, bytes',
      [1, at, ['a', 'b,c', '"d"', ''], JSON.stringify(data), new Uint8Array([0, 1, 255])],
    );
    expect({ ...row, bytes: undefined }).toEqual({
      id: 1,
      at,
      tags: ['a', 'b,c', '"d"', ''],
      data,
      bytes: undefined,
    });
    expect(Array.from((row?.bytes ?? []) as Uint8Array)).toEqual([0, 1, 255]);
    const [empty] = await database.query('insert into things (id, tags) values (2, $1::text[]) returning *', [[]]);
    expect(empty).toEqual({ id: 2, at: null, tags: [], data: null, bytes: null });
    const [counted] = await database.query('select count(*) as n from things');
    expect(counted?.n).toBe(2);
  });

  test('sorts and compares text in the "C" collation where a column asks for it', async () => {
    const rows = await database.query(`select x from unnest(array['b', 'a', 'B', 'ä']) x order by x collate "C"`);
    expect(rows.map(({ x }) => x)).toEqual(['B', 'a', 'b', 'ä']);
  });

  test('a script that fails in its own transaction leaves nothing of it, nor to those who wait behind it', async () => {
    await database.script('create table left_open (id integer)');
    const failing = database.script('begin; insert into left_open values (1); select no_such_column; commit');
    const behind = [2, 3].map((id) => database.query('insert into left_open values ($1) returning id', [id]));
    await expect(failing).rejects.toThrow('no_such_column');
    expect(await Promise.all(behind)).toEqual([[{ id: 2 }], [{ id: 3 }]]);
    expect(await database.query('select id from left_open order by id')).toEqual([{ id: 2 }, { id: 3 }]);
  });

  test('a script may contain statements that cannot run in a transaction', async () => {
    await expect(database.script('vacuum other')).resolves.toEqual([]);
  });

  test('keeps what a transaction did, and nothing of one that fails', async () => {
    const value = await database.transaction(async (queries) => {
      await queries.query('insert into other values (1)');
      return 'done';
    });
    expect(value).toBe('done');
    const failing = database.transaction(async (queries) => {
      await queries.query('insert into other values (2)');
      throw new Error('changed its mind');
    });
    await expect(failing).rejects.toThrow('changed its mind');
    const refused = database.transaction((queries) => queries.query('insert into nowhere values (1)'));
    await expect(refused).rejects.toThrow('nowhere');
    expect(await database.query('select id from other')).toEqual([{ id: 1 }]);
  });

  test('runs transactions beside each other without mixing them', async () => {
    await database.query('create table counters (id integer primary key, n integer)');
    await database.query('insert into counters values (1, 0)');
    await Promise.all(
      Array.from({ length: 20 }, () =>
        database.transaction(async ({ query }) => {
          const [row] = await query('select n from counters where id = 1 for update');
          await query('update counters set n = $1 where id = 1', [Number(row?.n) + 1]);
        }),
      ),
    );
    expect(await database.query('select n from counters')).toEqual([{ n: 20 }]);
  });

  test('wakes up who listens, also from within a transaction and only when it commits', async () => {
    const heard: string[] = [];
    let wake: () => void = () => undefined;
    const awake = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const stop = await database.listen('News-Channel', (payload) => {
      heard.push(payload);
      if (payload === 'second') wake();
    });
    await database
      .transaction(async ({ query }) => {
        await query(`select pg_notify('News-Channel', 'never')`);
        throw new Error('no');
      })
      .catch(() => undefined);
    await database.query(`select pg_notify('News-Channel', 'first')`);
    await database.transaction(({ query }) => query(`select pg_notify('News-Channel', 'second')`));
    await awake;
    await stop();
    await database.query(`select pg_notify('News-Channel', 'third')`);
    expect(heard).toEqual(['first', 'second']);
  });

  test('migrates once, also when two start together, and refuses a database of a later version', async () => {
    await Promise.all([migrate(database, STATEMENTS), migrate(database, STATEMENTS)]);
    await migrate(database, STATEMENTS);
    expect(await database.query('select number, name from migrations')).toEqual([{ number: 1, name: 'one' }]);
    await expect(migrate(database, [])).rejects.toThrow('later version');
  });

  test('takes back a migration that fails half-way', async () => {
    const broken = {
      number: 2,
      name: 'two',
      statements: ['create table half (id integer)', 'create table half (id integer)'],
    };
    await expect(migrate(database, [...STATEMENTS, broken])).rejects.toThrow('half');
    const rows = await database.query(`select 1 from information_schema.tables where table_name = 'half'`);
    expect(rows).toEqual([]);
  });
});

test.skipIf(SERVER_URL === undefined)(
  `a listener that is refused leaves no connection (${NO_POSTGRES_REASON})`,
  async () => {
    const server = await openPostgresDatabase(SERVER_URL ?? '');
    await expect(server.listen('', () => undefined)).rejects.toThrow('zero-length');
    const left = () => server.query(`select pid from pg_stat_activity where query = 'listen ""'`);
    await until(async () => expect(await left()).toEqual([]));
    await server.close();
  },
);

/** A connection to the server that can be cut. */
async function openCuttableWay(serverUrl: string) {
  const { hostname, port } = new URL(serverUrl);
  const ends = new Set<Socket>();
  const way = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      end.on('error', () => undefined);
      end.pipe(other);
    }
  });
  way.listen(0, '127.0.0.1');
  await once(way, 'listening');
  const address = way.address();
  const url = new URL(serverUrl);
  url.port = String(typeof address === 'object' ? address?.port : address);
  return {
    url: url.href,
    cut: () => {
      for (const end of ends) end.resetAndDestroy();
      ends.clear();
    },
    close: () => way.close(),
  };
}

test.skipIf(SERVER_URL === undefined)(
  `a connection that is cut fails what was asked over it, and nothing else (${NO_POSTGRES_REASON})`,
  async () => {
    const sleep = `select pg_sleep(60) -- ${randomUUID()}`; // continues in the server after the cut
    const way = await openCuttableWay(SERVER_URL ?? '');
    const server = await openPostgresDatabase(way.url);
    const asked = [server.query(sleep), server.script(sleep), server.transaction(({ query }) => query(sleep))];
    const settled = Promise.allSettled(asked);
    const sleeping = () => server.query(`select 1 from pg_stat_activity where query = '${sleep}' and state = 'active'`);
    await until(async () => expect(await sleeping()).toHaveLength(asked.length));
    way.cut();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await server.script('select 1 as one')).toEqual([{ one: 1 }]);
    await server.close();
    way.close();
  },
);

test.skipIf(SERVER_URL === undefined)(
  `a process that stops in the middle of a transaction loses it, and with it its locks (${NO_POSTGRES_REASON})`,
  async () => {
    const stopped = await openPostgresDatabase(SERVER_URL ?? '');
    const other = await openPostgresDatabase(SERVER_URL ?? '');
    const lock = 'select pg_advisory_xact_lock(1)';
    let others: Promise<unknown> | undefined;
    const stopping = stopped.transaction(async ({ query }) => {
      const [limit] = await query('show idle_in_transaction_session_timeout');
      expect(limit).toEqual({ idle_in_transaction_session_timeout: '2min' });
      await query('set local idle_in_transaction_session_timeout = 100');
      await query(lock);
      others = other.transaction(({ query: ask }) => ask(lock));
      await others;
      await query('select 1');
    });
    await expect(stopping).rejects.toThrow();
    await expect(others).resolves.toHaveLength(1);
    expect(await stopped.query('select 1 as one')).toEqual([{ one: 1 }]);
    await Promise.all([stopped.close(), other.close()]);
  },
);

test.skipIf(SERVER_URL === undefined)(`the server is one we know (${NO_POSTGRES_REASON})`, async () => {
  const server = await openPostgresDatabase(SERVER_URL ?? '');
  const [row] = await server.query(`select current_setting('server_version_num')::integer as version`);
  await server.close();
  expect(row?.version).toBeGreaterThanOrEqual(140_000);
});
