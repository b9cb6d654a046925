// Does for the embedded database what background processes do in a PostgreSQL server.
//
// Without it, the space of replaced rows would never be reused: with a thousand feeds, a gigabyte within days. Statements would
// be planned as if tables were still empty. The write-ahead log would be kept since the start of the program, as large as
// everything written since, and be read from end to end after a crash.
import type { Queries } from './database.ts';

/** For this long, the space that polled feeds have left behind is not reused. */
const EVERY_MS = 10 * 60_000;

/** Runs regularly until the returned function is called, which waits for a run in progress. */
export function startUpkeep(queries: Queries): () => Promise<void> {
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => keepUp(queries)).catch(() => undefined); // if the disk is full, try again next time
  }, EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function keepUp(queries: Queries): Promise<void> {
  await queries.query('checkpoint');
  await vacuumChanged(queries);
}

/** Fewer changes than this plus a fifth of the rows are not worth a vacuum; the rule of autovacuum. */
const CHANGES_LEAST = 1000;

/**
 * Vacuums the tables that have changed much, including system tables, one by one, so that other queries run in between. With
 * 60,000 articles the largest takes about a second, every few days. Large values are in tables of their own (pg_toast), in
 * chunks: a snapshot is a few rows, but thousands of chunks.
 */
async function vacuumChanged({ query }: Queries): Promise<void> {
  const rows = await query(
    `select 'vacuum ' || case when is_apart then '' else '(analyze) ' end || format('%I.%I', schemaname, relname) as command
    from pg_stat_all_tables cross join lateral (select schemaname = 'pg_toast') as place (is_apart)
    where case when is_apart then n_dead_tup else n_mod_since_analyze end > ${CHANGES_LEAST} + n_live_tup / 5`,
  );
  for (const { command } of rows) await query(String(command));
}
