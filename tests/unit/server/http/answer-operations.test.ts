// Readiness of the process: the database is queried once a second, however many requests arrive.
import { expect, it } from 'vitest';
import { createReady, type Readiness } from '../../../../server/http/answer-operations.ts';
import type { Ask } from '../../../../server/http/guard.ts';

it('queries the database once for all requests within a second, and notices within a second that it is gone', async () => {
  let clock = 0;
  let asked = 0;
  let isAway = false;
  const ready = createReady({
    database: {
      query: async () => {
        asked += 1;
        if (isAway) throw new Error('away');
        return [];
      },
    } as unknown as Readiness['database'],
    index: { current: () => ({}) } as unknown as Readiness['index'],
    isDraining: () => false,
    ticks: () => clock,
  });
  const statusNow = async () => (await ready({} as Ask)).status;
  expect(await Promise.all(Array.from({ length: 50 }, statusNow))).toEqual(Array.from({ length: 50 }, () => 200));
  isAway = true;
  clock = 999;
  expect(await statusNow()).toBe(200);
  expect(asked).toBe(1);
  clock = 1000;
  expect(await statusNow()).toBe(503);
  expect(asked).toBe(2);
});
