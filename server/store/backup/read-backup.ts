// Reads a backup into an empty database of either kind: all of it, or nothing.
import * as z from 'zod/mini';
import { err, ok, type Result } from '../../../engine/result.ts';
import { parseJson } from '../../parse-json.ts';
import type { Database, Queries } from '../database.ts';
import { findLastMigration, LAST_MIGRATION, migrate } from '../migrate.ts';
import { MIGRATIONS } from '../migrations/list.ts';
import { quoteName } from '../quote-name.ts';
import { dropTables } from './drop-tables.ts';
import { OWN_COUNTERS } from './own-tables.ts';
import { readTables, type Table } from './read-tables.ts';
import { BACKUP_FORMAT } from './write-backup.ts';

export type RestoreFailure = {
  readonly reason: 'not-empty' | 'not-a-backup' | 'of-a-later-version' | 'cut-off' | 'unknown-table';
};

const Head = z.object({ format: z.literal(BACKUP_FORMAT), migration: z.number() });
const TableLine = z.object({ table: z.string(), columns: z.array(z.string()) });
const RowLine = z.array(z.nullable(z.string()));
const CountersLine = z.object({
  counters: z.array(z.object({ name: z.string(), last: z.number(), isCalled: z.boolean() })),
});
const EndLine = z.object({ rows: z.number() });

const ROWS_AT_ONCE = 500;

/**
 * Rows waiting to be inserted are written at this number of characters, however few they are: part of a snapshot has 8 million,
 * and each parameter of a statement becomes one string, of which V8 allows about 500 million characters.
 */
const TEXT_AT_ONCE = 8_000_000;

/** Returns the number of rows. A backup of an older version is read into that version's tables, which are then migrated. */
export async function readBackup(
  database: Database,
  lines: AsyncIterable<string>,
): Promise<Result<number, RestoreFailure>> {
  const reader = lines[Symbol.asyncIterator]();
  const head = Head.safeParse(await readLine(reader));
  if (!head.success) return err({ reason: 'not-a-backup' });
  const { migration } = head.data;
  if (migration > LAST_MIGRATION) return err({ reason: 'of-a-later-version' });
  if (!(await isEmpty(database))) return err({ reason: 'not-empty' });
  if ((await findLastMigration(database)) > migration) await dropTables(database);
  await migrate(
    database,
    MIGRATIONS.filter(({ number }) => number <= migration),
  );
  try {
    const rows = await database.transaction((queries) => fillTables(queries, reader));
    await migrate(database);
    return ok(rows);
  } catch (cause) {
    if (cause instanceof Unreadable) return err({ reason: cause.reason });
    throw cause;
  }
}

class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly reason: RestoreFailure['reason'];
  constructor(reason: RestoreFailure['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** True without our tables, or when they hold neither articles nor feeds. */
async function isEmpty(database: Database): Promise<boolean> {
  const [found] = await database.query(`select to_regclass('public.articles') is not null as "hasTables"`);
  if (found?.hasTables !== true) return true;
  const [row] = await database.query(
    'select exists (select 1 from articles) or exists (select 1 from feeds) as "isUsed"',
  );
  return row?.isUsed === false;
}

async function fillTables(queries: Queries, reader: AsyncIterator<string>): Promise<number> {
  const tables = (await readTables(queries)).filter(({ name }) => name !== 'migrations');
  await queries.query(`truncate ${tables.map(({ name }) => quoteName(name)).join(', ')}`);
  let rows = 0;
  let filler: TableFiller | null = null;
  for (;;) {
    const line = await readLine(reader);
    const row = RowLine.safeParse(line);
    if (row.success && filler !== null) {
      await filler.add(row.data);
      rows += 1;
      continue;
    }
    await filler?.flush();
    filler = null;
    const next = TableLine.safeParse(line);
    const counters = CountersLine.safeParse(line);
    const end = EndLine.safeParse(line);
    if (next.success) filler = createTableFiller(queries, findTable(tables, next.data));
    else if (counters.success) await writeCounters(queries, counters.data.counters);
    else if (end.success && end.data.rows === rows) return rows;
    else throw new Unreadable('cut-off');
  }
}

function findTable(tables: readonly Table[], line: z.infer<typeof TableLine>): Table {
  const table = tables.find(({ name }) => name === line.table);
  const columns = line.columns.map((name) => table?.columns.find((column) => column.name === name));
  if (table === undefined || columns.includes(undefined)) throw new Unreadable('unknown-table');
  return { name: table.name, columns: columns.filter((column) => column !== undefined) };
}

type TableFiller = {
  readonly add: (row: readonly (string | null)[]) => Promise<void>;
  readonly flush: () => Promise<void>;
};

function createTableFiller({ query }: Queries, { name, columns }: Table): TableFiller {
  const arrays = columns.map((_, index) => `$${index + 1}::text[]`).join(', ');
  const given = columns.map((_, index) => `c${index}`).join(', ');
  const cast = columns.map(({ type }, index) => `c${index}::${type}`).join(', ');
  const sql = `insert into ${quoteName(name)} (${columns.map((column) => quoteName(column.name)).join(', ')})
    overriding system value select ${cast} from unnest(${arrays}) as given (${given})`;
  let waiting: (readonly (string | null)[])[] = [];
  let text = 0;
  const flush = async () => {
    const rows = waiting;
    waiting = [];
    text = 0;
    if (rows.length === 0) return;
    await query(
      sql,
      columns.map((_, index) => rows.map((row) => row[index] ?? null)),
    );
  };
  return {
    async add(row) {
      waiting.push(row);
      text += row.reduce((sum, value) => sum + (value?.length ?? 0), 0);
      if (waiting.length >= ROWS_AT_ONCE || text >= TEXT_AT_ONCE) await flush();
    },
    flush,
  };
}

async function writeCounters({ query }: Queries, counters: z.infer<typeof CountersLine>['counters']): Promise<void> {
  for (const { name, last, isCalled } of counters) {
    if (!OWN_COUNTERS.includes(name)) continue; // earlier programs wrote those of other applications too
    await query(`select setval(to_regclass($1), $2, $3) where to_regclass($1) is not null`, [
      quoteName(name),
      last,
      isCalled,
    ]);
  }
}

/** Undefined at the end of the file, and null for a line that is not JSON. */
async function readLine(reader: AsyncIterator<string>): Promise<unknown> {
  const next = await reader.next();
  return next.done === true ? undefined : parseJson(next.value);
}
