// Jobs on both kinds of database: each key runs once at a time, failures are retried, schedules are kept, and stopping waits.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Jobs, openJobs } from '../../server/ingest/jobs.ts';
import { createLog } from '../../server/log.ts';
import type { Database } from '../../server/store/database.ts';
import { TEST_DATABASES } from '../support/server/test-databases.ts';
import { until } from '../support/until.ts';

const SLOW_START_MS = 180_000;
const log = createLog({ level: 'silent', role: 'test' });

describe.each(TEST_DATABASES)('jobs on $kind', ({ open }) => {
  let database: Database;
  let jobs: Jobs;
  beforeAll(async () => {
    database = await open();
    jobs = await openJobs({ database, log });
  }, SLOW_START_MS);
  afterAll(async () => {
    await jobs.stop();
    await database.close();
  }, SLOW_START_MS);

  it('works on each key once, in two processes too', async () => {
    const other = await openJobs({ database, log });
    const worked: string[] = [];
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const run = async (key: string) => {
      worked.push(key);
      await held; // otherwise a fast worker would finish a key before it is sent again
    };
    await jobs.work({ name: 'letters', run });
    await other.work({ name: 'letters', run });
    await jobs.send('letters', ['a', 'b', 'c']);
    await other.send('letters', ['b', 'c', 'd']);
    finish();
    await until(() => expect(worked.toSorted()).toEqual(['a', 'b', 'c', 'd']));
    await other.stop();
  });

  it('enters a schedule once, however often it is started', async () => {
    const run = async () => undefined;
    await jobs.schedule({ name: 'nightly', cron: '0 3 * * *', run });
    await jobs.schedule({ name: 'nightly', cron: '30 3 * * *', run });
    const rows = await database.query(`select cron from jobs.schedule where name = 'nightly'`);
    expect(rows).toEqual([{ cron: '30 3 * * *' }]);
  });

  it('waits for what is being worked on when it stops', async () => {
    const other = await openJobs({ database, log });
    const order: string[] = [];
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    await other.work({
      name: 'slow',
      run: async () => {
        order.push('begun');
        await held;
        order.push('ended');
      },
    });
    await other.send('slow', ['one']);
    await until(() => expect(order).toEqual(['begun']));
    const stopped = other.stop().then(() => order.push('stopped'));
    finish();
    await stopped;
    expect(order).toEqual(['begun', 'ended', 'stopped']);
  });
});
