// Starting with an unsuitable database: its user lacks privileges, or its encoding lacks characters.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { readConfig } from '../../../server/config/read-config.ts';
import { startServer } from '../../../server/start-server.ts';
import { openPostgresDatabase } from '../../../server/store/postgres-database.ts';
import { createTestLog } from '../../support/server/clustering-fixtures.ts';
import { createServerDatabase, NO_POSTGRES_REASON, SERVER_URL } from '../../support/server/test-databases.ts';

async function startOn(url: URL) {
  const config = readConfig({
    args: ['--role', 'ingest', '--registry-feeds', 'no', '--database-url', url.href],
    env: {},
  });
  if (!config.ok) throw new Error(config.error.join());
  const started = await startServer({ settings: config.value, log: createTestLog() });
  if (started.ok) await started.value.stop();
  return started;
}

/** Each of these grants too little. */
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
    expect(await startOn(url)).toEqual({ ok: false, error: [expect.stringContaining('DATABASE_URL names a user')] });
  },
);

test.skipIf(SERVER_URL === undefined)(
  `the operator is told of a database that cannot hold all letters (${NO_POSTGRES_REASON})`,
  async ({ onTestFinished }) => {
    const name = `latin_${randomUUID().replaceAll('-', '')}`;
    const server = await openPostgresDatabase(SERVER_URL ?? '');
    onTestFinished(async () => {
      await server.query(`drop database if exists ${name} with (force)`);
      await server.close();
    });
    await server.query(`create database ${name} encoding 'LATIN1' locale 'C' template template0`);
    expect(await startOn(Object.assign(new URL(SERVER_URL ?? ''), { pathname: `/${name}` }))).toEqual({
      ok: false,
      error: ['The database named by DATABASE_URL is in LATIN1: it has to be made with encoding UTF8.'],
    });
  },
);
