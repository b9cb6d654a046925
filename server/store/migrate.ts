// Migrates the database's tables: forward only, each step once, also when two processes start together.
import type { Database, Queries } from './database.ts';
import { allowLongStatements } from './long-statements.ts';
import { MIGRATIONS, type Migration } from './migrations/list.ts';

/** An arbitrary number: the advisory lock for migrating. */
const MIGRATION_LOCK = 7_270_001;

/** Of this program. */
export const LAST_MIGRATION = MIGRATIONS.at(-1)?.number ?? 0;

/** Throws when the database was made by a later version of this program. */
export async function migrate(database: Database, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  if (await isUpToDate(database, migrations)) return;
  await database.transaction(async (queries) => {
    const { query } = queries;
    await query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await allowLongStatements(queries);
    await query(
      'create table if not exists migrations (number integer primary key, name text not null, applied_at timestamptz not null default now())',
    );
    const rows = await query('select number, name from migrations order by number');
    const applied = new Map(rows.map(({ number, name }) => [Number(number), String(name)]));
    const last = migrations.at(-1)?.number ?? 0;
    const later = [...applied.keys()].find((number) => number > last);
    if (later !== undefined) {
      throw new Error(`The database is of a later version (migration ${later}; this program knows ${last}).`);
    }
    for (const { number, name, statements } of migrations) {
      if (applied.has(number)) continue;
      for (const statement of statements) await query(statement);
      await query('insert into migrations (number, name) values ($1, $2)', [number, name]);
    }
  });
}

/** The database's; 0 when there are no tables. Only reads. */
export async function findLastMigration({ query }: Queries): Promise<number> {
  const [found] = await query(`select to_regclass('public.migrations') is not null as "hasTables"`);
  if (found?.hasTables !== true) return 0;
  const [row] = await query('select coalesce(max(number), 0) as last from migrations');
  return Number(row?.last);
}

/** Only reads, so that an API process can start on a read replica. */
async function isUpToDate({ query }: Database, migrations: readonly Migration[]): Promise<boolean> {
  const [found] = await query("select to_regclass('migrations') is not null as is_there");
  if (found?.is_there !== true) return false;
  const [applied] = await query('select max(number) as last, count(*) as count from migrations');
  return Number(applied?.last) === migrations.at(-1)?.number && Number(applied?.count) === migrations.length;
}
