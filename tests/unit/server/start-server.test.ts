// Starting over a database whose user may not do all that is needed.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { readConfig } from '../../../server/config/read-config.ts';
import { startServer } from '../../../server/start-server.ts';
import { openPostgresDatabase } from '../../../server/store/postgres-database.ts';
import { createTestLog } from '../../support/server/clustering-fixtures.ts';
import { createServerDatabase, NO_POSTGRES_REASON, SERVER_URL } from '../../support/server/test-databases.ts';

/** Each grants something that is not enough. */
const LACKING = [
  ['no tables', (user: string) => `revoke create on schema public from public, ${user}`],
  ['no schemas', (user: string) => `grant create on schema public to ${user}`],
] as const;

test.skipIf(SERVER_URL === undefined).for(LACKING)(
  `the operator is told of a user who may make %s (${NO_POSTGRES_REASON})`,
  async ([, toGrant], { onTestFinished }) => {
    const made = await createServerDatabase();
    if (made === null) throw new Error('there is no server');
    const database = await openPostgresDatabase(made.url);
    const user = `user_${randomUUID().replaceAll('-', '')}`;
    onTestFinished(async () => {
      await database.query(`drop owned by ${user}`);
      await database.query(`drop role ${user}`);
      await database.close();
      await made.drop();
    });
    await database.query(`create role ${user} login`);
    await database.query(toGrant(user));

    const url = Object.assign(new URL(made.url), { username: user });
    const config = readConfig({
      args: ['--role', 'ingest', '--registry-feeds', 'no', '--database-url', url.href],
      env: {},
    });
    if (!config.ok) throw new Error(config.error.join());
    const started = await startServer({ settings: config.value, log: createTestLog() });
    expect(started).toEqual({ ok: false, error: [expect.stringContaining('DATABASE_URL names a user')] });
  },
);
