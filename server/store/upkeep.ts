// Does for the embedded database what a PostgreSQL server has processes of its own for; it has one only.
//
// What an update replaces would else keep its room for ever: some thousand feeds grow by a gigabyte within days. And
// statements would be planned for tables as they are when they are new. The write-ahead log would be kept from the start of
// the program on, as large as all that was written since, and read from end to end after a crash.
import type { Queries } from './database.ts';

/** So long, the room that polled feeds have left behind is not used again. */
const EVERY_MS = 10 * 60_000;

/** Now and then, until it is told to stop; what is under way is waited for. */
export function startUpkeep(queries: Queries): () => Promise<void> {
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => keepUp(queries)).catch(() => undefined); // without room on the disk: the next time
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

/** Changes that are not worth the while; with a fifth of the rows, as autovacuum waits for. */
const CHANGES_LEAST = 1000;

/**
 * Tables that have changed much, the system's own too, each by itself: what is asked meanwhile has its turn in between. Of
 * 60,000 articles the largest table takes about a second, every few days. Long values stand in tables apart (pg_toast), in
 * pieces: a snapshot is a few rows, and thousands of pieces.
 */
async function vacuumChanged({ query }: Queries): Promise<void> {
  const rows = await query(
    `select 'vacuum ' || case when is_apart then '' else '(analyze) ' end || format('%I.%I', schemaname, relname) as command
    from pg_stat_all_tables cross join lateral (select schemaname = 'pg_toast') as place (is_apart)
    where case when is_apart then n_dead_tup else n_mod_since_analyze end > ${CHANGES_LEAST} + n_live_tup / 5`,
  );
  for (const { command } of rows) await query(String(command));
}
