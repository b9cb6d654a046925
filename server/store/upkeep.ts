// Does for the embedded database what background processes do in a PostgreSQL server.
//
// Without it, the space of replaced rows would never be reused: with a thousand feeds, a gigabyte within days. Statements would
// be planned as if tables were still empty. The write-ahead log would be kept since the start of the program, as large as
// everything written since, and be read from end to end after a crash.
import type { Database, Row } from './database.ts';

/** For this long, the space that polled feeds have left behind is not reused. */
const EVERY_MS = 10 * 60_000;

export type UpkeepFailure = { readonly command: string; readonly cause: unknown };

export type Upkeep = {
  readonly database: Pick<Database, 'query' | 'lost'>;
  /** Told of each command that fails, and not again until it has worked. */
  readonly onFailure: (failure: UpkeepFailure) => void;
};

/** One command. If it fails, it has no rows, and is tried again next time. */
type Run = (command: string) => Promise<readonly Row[]>;

/** Runs regularly until the returned function is called, which waits for a run in progress. */
export function startUpkeep(upkeep: Upkeep): () => Promise<void> {
  const run = createRun(upkeep);
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => keepUp(run));
  }, EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

function createRun({ database, onFailure }: Upkeep): Run {
  const failing = new Set<string>();
  return async (command) => {
    try {
      const rows = await database.query(command);
      failing.delete(command);
      return rows;
    } catch (cause) {
      // A lost database refuses all commands. Whoever opened it says so, and ends.
      if (!failing.has(command) && database.lost?.aborted !== true) onFailure({ command, cause });
      failing.add(command);
      return [];
    }
  };
}

async function keepUp(run: Run): Promise<void> {
  await run('checkpoint');
  await vacuumChanged(run);
}

/** Fewer changes than this plus a fifth of the rows are not worth a vacuum; the rule of autovacuum. */
const CHANGES_LEAST = 1000;

/**
 * Vacuums the tables that have changed much, including system tables, one by one, so that other queries run in between. With
 * 60,000 articles the largest takes about a second, every few days. Large values are in tables of their own (pg_toast), in
 * chunks: a snapshot is a few rows, but thousands of chunks.
 */
async function vacuumChanged(run: Run): Promise<void> {
  const rows = await run(
    `select 'vacuum ' || case when is_apart then '' else '(analyze) ' end || format('%I.%I', schemaname, relname) as command
    from pg_stat_all_tables cross join lateral (select schemaname = 'pg_toast') as place (is_apart)
    where case when is_apart then n_dead_tup else n_mod_since_analyze end > ${CHANGES_LEAST} + n_live_tup / 5`,
  );
  for (const { command } of rows) await run(String(command));
}
