// How the parts of a server shut down, even if one of them fails: a lost database must not prevent pending answers.
import { expect, it } from 'vitest';
import { closeAll } from '../../../server/close-all.ts';

it('ends all parts, the last one first, and reports one that fails', async () => {
  const ended: string[] = [];
  const failures: unknown[] = [];
  const part = (name: string) => async () => {
    ended.push(name);
  };
  const broken = new Error('the database is gone');
  const jobs = () => Promise.reject(broken);
  await closeAll([part('database'), part('api'), jobs, part('polling')], {
    error: (_, { cause }) => failures.push(cause),
  });
  expect(ended).toEqual(['polling', 'api', 'database']);
  expect(failures).toEqual([broken]);
});
