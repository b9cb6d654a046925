// Writes the whole database as of one moment, as lines of JSON that both kinds of database can read.
//
//   {"format":"parallax-backup-1","migration":3,"at":…}
//   {"table":"articles","columns":["id","url",…]}      then a line for each row, its values as PostgreSQL writes them
//   ["6f1e…","https://…",null,…]
//   {"counters":[{"name":"intake_no","last":…}]}
//   {"rows":123456}                                      the end: a file without it was cut off
import type { Database, Queries, Row } from '../database.ts';
import { quoteName } from '../quote-name.ts';
import { readCounters, readTables, type Table } from './read-tables.ts';

export const BACKUP_FORMAT = 'parallax-backup-1';

const ROWS_AT_ONCE = 500;
/** For tables with binary data: part of a snapshot has 4 MB, written in twice as many characters. */
const LARGE_ROWS_AT_ONCE = 4;

export type BackupWriting = {
  readonly database: Database;
  readonly now: number;
  /** Resolves when there is room for more. */
  readonly write: (line: string) => Promise<void>;
};

/** Returns the number of rows. On a PostgreSQL server, others keep reading and writing meanwhile. */
export async function writeBackup({ database, now, write }: BackupWriting): Promise<number> {
  return await database.transaction(async (queries) => {
    await queries.query('set transaction isolation level repeatable read, read only');
    const [applied] = await queries.query('select max(number) as number from migrations');
    await write(JSON.stringify({ format: BACKUP_FORMAT, migration: Number(applied?.number), at: now }));
    let rows = 0;
    for (const table of await readTables(queries)) {
      if (table.name === 'migrations') continue;
      await write(JSON.stringify({ table: table.name, columns: table.columns.map(({ name }) => name) }));
      for await (const row of readRows(queries, table)) {
        await write(JSON.stringify(table.columns.map(({ name }) => row[name])));
        rows += 1;
      }
    }
    await write(JSON.stringify({ counters: await readCounters(queries) }));
    await write(JSON.stringify({ rows }));
    return rows;
  });
}

async function* readRows({ query }: Queries, table: Table): AsyncGenerator<Row> {
  const columns = table.columns.map(({ name }) => `${quoteName(name)}::text as ${quoteName(name)}`).join(', ');
  await query(`declare backup no scroll cursor for select ${columns} from ${quoteName(table.name)}`);
  const rowsAtOnce = table.columns.some(({ type }) => type === 'bytea') ? LARGE_ROWS_AT_ONCE : ROWS_AT_ONCE;
  for (;;) {
    const rows = await query(`fetch ${rowsAtOnce} from backup`);
    if (rows.length === 0) break;
    yield* rows;
  }
  await query('close backup');
}
