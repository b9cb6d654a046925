// Jobs that are shared among the processes by pg-boss: each runs once for all of them, and again if it fails.
//
// Its tables are in a schema of their own, on PostgreSQL and on the embedded database alike. Polls of feeds are not jobs; the
// reason is in docs/adr/0005-feeds-are-claimed-from-their-own-table.md.
import { PgBoss } from 'pg-boss';
import type { Log } from '../log.ts';
import type { Database } from '../store/database.ts';

export type Jobs = {
  /** Runs in one of the processes at the times of `cron` (UTC). */
  schedule(job: { readonly name: string; readonly cron: string; readonly run: () => Promise<void> }): Promise<void>;
  /** Runs the keys that `send` queued, one after the other in each process. */
  work(queue: { readonly name: string; readonly run: (key: string) => Promise<void> }): Promise<void>;
  /** A key that is already queued or running is not queued again. */
  send(name: string, keys: readonly string[]): Promise<void>;
  /** Waits for running jobs. */
  stop(): Promise<void>;
};

const SCHEMA = 'jobs';
const POLL_SECONDS = 2;
/** Catches up on an hour of missed minutes within a few minutes. */
const BATCH = 5;
const STOP_MS = 30_000;
const QUEUE = { retryLimit: 2, retryDelay: 30, expireInSeconds: 600, deleteAfterSeconds: 3600 };

export async function openJobs({ database, log }: { readonly database: Database; readonly log: Log }): Promise<Jobs> {
  const boss = new PgBoss({
    db: {
      executeSql: async (text, values) => ({
        rows: [
          ...(values === undefined || values.length === 0
            ? await database.script(text)
            : await database.query(text, values)),
        ],
      }),
    },
    backend: database.kind === 'embedded' ? 'pglite' : 'postgres',
    schema: SCHEMA,
  });
  boss.on('error', (cause) => log.error('the job queue failed', { cause }));
  await boss.start();
  // When one job of a batch fails, the whole batch is retried; jobs must tolerate being repeated anyway.
  const options = { pollingIntervalSeconds: POLL_SECONDS, batchSize: BATCH };

  async function workOn(name: string, run: (key: string) => Promise<void>): Promise<void> {
    await boss.createQueue(name, { ...QUEUE, policy: 'exclusive' });
    await boss.work<{ key?: string }>(name, options, async (jobs) => {
      for (const { data } of jobs) {
        try {
          await run(data?.key ?? '');
        } catch (cause) {
          log.error('a job failed', { cause, facts: { job: name } });
          throw cause;
        }
      }
    });
  }

  return {
    async schedule({ name, cron, run }) {
      await workOn(name, run);
      await boss.schedule(name, cron);
    },
    work: ({ name, run }) => workOn(name, run),
    async send(name, keys) {
      await boss.insert(
        name,
        keys.map((key) => ({ data: { key }, singletonKey: key })),
      );
    },
    stop: () => boss.stop({ graceful: true, timeout: STOP_MS }),
  };
}
