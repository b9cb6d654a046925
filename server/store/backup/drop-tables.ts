// Drops all our tables of an empty database, so that those of an older version can be created in it.
import type { Database } from '../database.ts';
import { quoteName } from '../quote-name.ts';
import { readCounters, readTables } from './read-tables.ts';

/** The caller must have checked that they hold nothing. */
export async function dropTables(database: Database): Promise<void> {
  await database.transaction(async (queries) => {
    const tables = await readTables(queries);
    if (tables.length > 0) await queries.query(`drop table ${tables.map(({ name }) => quoteName(name)).join(', ')}`);
    // Sequences owned by a table are dropped with it.
    for (const { name } of await readCounters(queries)) await queries.query(`drop sequence ${quoteName(name)}`);
  });
}
