// Empty databases for tests: the embedded one in memory, and new ones on the PostgreSQL server that TEST_DATABASE_URL names.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Database } from '../../../server/store/database.ts';
import { wrapPglite } from '../../../server/store/embedded-database.ts';
import { migrate } from '../../../server/store/migrate.ts';
import { openPostgresDatabase } from '../../../server/store/postgres-database.ts';
import { openKeptDatabase } from './empty-database.ts';

export type TestDatabase = {
  readonly kind: Database['kind'];
  /** Without tables. */
  readonly open: () => Promise<Database>;
  readonly openMigrated: () => Promise<Database>;
};

export const EMBEDDED: TestDatabase = {
  kind: 'embedded',
  open: async () => wrapPglite(await openKeptDatabase('without-tables')),
  openMigrated: async () => wrapPglite(await openKeptDatabase('with-tables')),
};

export const SERVER_URL = process.env.TEST_DATABASE_URL;

/** For `describe.each`: the embedded database always, PostgreSQL if there is a server. */
export const TEST_DATABASES: readonly TestDatabase[] =
  SERVER_URL === undefined ? [EMBEDDED] : [EMBEDDED, onServerAt(SERVER_URL)];

export const NO_POSTGRES_REASON =
  'skipped where TEST_DATABASE_URL is not set: npm test and scripts/run.mjs postgres set it';

/** The address of a new empty database on the server, removed by `drop`; null without a server. */
export async function createServerDatabase(): Promise<{ url: string; drop: () => Promise<void> } | null> {
  return SERVER_URL === undefined ? null : createOn(SERVER_URL);
}

/** The embedded database takes seconds to start on a busy machine. */
const SLOW_START_MS = 180_000;

/** With tables, for the tests of a block: opened before the first, closed after the last, unusable outside of them. */
export function useDatabase(kind: TestDatabase): Database {
  const database = {} as Database;
  beforeAll(async () => {
    Object.assign(database, await kind.openMigrated());
  }, SLOW_START_MS);
  afterAll(() => database.close());
  return database;
}

/** The same, and empty before each test. */
export function useEmptiedDatabase(kind: TestDatabase): Database {
  const database = useDatabase(kind);
  beforeEach(() => emptyTables(database));
  return database;
}

/** As `openMigrated` returns it, but faster than opening another one. */
export async function emptyTables(database: Database): Promise<void> {
  const tables = await database.query(
    `select tablename from pg_tables where schemaname = 'public' and tablename not in ('migrations', 'shards')`,
  );
  await database.script(`
    truncate ${tables.map(({ tablename }) => tablename).join(', ')} restart identity;
    alter sequence intake_no restart;
    delete from shards;
    insert into shards values ('all', '{*}');
  `);
}

function onServerAt(url: string): TestDatabase {
  const open = () => openOnServer(url);
  const openMigrated = async () => {
    const database = await open();
    await migrate(database);
    return database;
  };
  return { kind: 'postgres', open, openMigrated };
}

async function openOnServer(serverUrl: string): Promise<Database> {
  const { url, drop } = await createOn(serverUrl);
  const database = await openPostgresDatabase(url);
  return {
    ...database,
    async close() {
      await database.close();
      await drop();
    },
  };
}

async function createOn(serverUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(serverUrl, `drop database ${name} with (force)`) };
}

async function onServer(serverUrl: string, sql: string): Promise<void> {
  const server = await openPostgresDatabase(serverUrl);
  await server.query(sql);
  await server.close();
}
