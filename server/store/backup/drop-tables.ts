// Takes back every migration of an empty database, so that an older version's tables can be made in it.
import type { Database } from '../database.ts';
import { quote, readCounters, readTables } from './read-tables.ts';

/** Whoever calls it has seen that nothing has come into them. */
export async function dropTables(database: Database): Promise<void> {
  await database.transaction(async (queries) => {
    const tables = await readTables(queries);
    if (tables.length > 0) await queries.query(`drop table ${tables.map(({ name }) => quote(name)).join(', ')}`);
    // Counters of a table's own have gone with it.
    for (const { name } of await readCounters(queries)) await queries.query(`drop sequence ${quote(name)}`);
  });
}
