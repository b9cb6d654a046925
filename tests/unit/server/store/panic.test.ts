// An embedded database that panics: callers get an error, and no further statement is sent, since it would never return.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { wrapPglite } from '../../../../server/store/embedded-database.ts';
import { watchForPanic } from '../../../../server/store/panic.ts';
import { until } from '../../../support/until.ts';

const PANIC = Object.assign(new Error('could not write to file "pg_wal/xlogtemp.42"'), { severity: 'PANIC' });
const ERROR = Object.assign(new Error('no such table'), { severity: 'ERROR' });

/** Like PGlite: after a panic every statement, even a rollback, would block the process for ever. */
function createPanicking() {
  const asked: string[] = [];
  const run = async (sql: string) => {
    asked.push(sql);
    if (asked.includes('panic')) throw PANIC;
    if (sql === 'error') throw ERROR;
    return { rows: [] };
  };
  const inner = { query: run, exec: async (sql: string) => [await run(sql)] };
  const pglite = {
    query: run,
    async transaction(work: (queries: typeof inner) => Promise<unknown>) {
      const answer = await work(inner).catch(async (cause: unknown) => {
        await run('rollback');
        throw cause;
      });
      if (answer === 'commit panics') await run('panic');
      return answer;
    },
    close: () => run('close'),
  };
  return { asked, database: wrapPglite(pglite as unknown as PGlite, () => asked.push('closed')) };
}

test.each([
  ['a statement', 'query', []],
  ['a script', 'script', ['commit']],
] as const)('%s panics', async (_what, how, before) => {
  const { asked, database } = createPanicking();
  await expect(database[how]('panic')).rejects.toBe(PANIC);
  expect(database.lost?.reason).toBe(PANIC);
  await expect(database.query('select 1')).rejects.toBe(PANIC);
  await database.close();
  expect(asked).toEqual([...before, 'panic', 'closed']);
});

test('a statement of a transaction panics', async () => {
  const { asked, database } = createPanicking();
  await expect(database.transaction(({ query }) => query('panic'))).rejects.toBe(PANIC);
  await expect(database.transaction(({ query }) => query('select 1'))).rejects.toBe(PANIC);
  expect(asked).toEqual(['panic']);
});

test('the end of a transaction panics', async () => {
  const { asked, database } = createPanicking();
  await expect(database.transaction(async () => 'commit panics')).rejects.toBe(PANIC);
  await expect(database.query('select 1')).rejects.toBe(PANIC);
  expect(asked).toEqual(['panic']);
});

test('other failures are rolled back, and it goes on', async () => {
  const { asked, database } = createPanicking();
  await expect(database.transaction(({ query }) => query('error'))).rejects.toBe(ERROR);
  await expect(database.script('error')).rejects.toBe(ERROR);
  await database.query('select 1');
  await database.close();
  expect(database.lost?.aborted).toBe(false);
  expect(asked).toEqual(['error', 'rollback', 'commit', 'error', 'rollback', 'select 1', 'close', 'closed']);
});

test('the result of a statement is not kept in memory', async () => {
  const { lost, watch } = watchForPanic();
  const ask = async () => new WeakRef(await watch(async () => ({ rows: [] })));
  const answers = [await ask(), await ask()];
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  await until(() => {
    collectGarbage();
    expect(answers.filter((answer) => answer.deref() !== undefined).length).toBe(0);
  });
  expect(lost.aborted).toBe(false);
});
