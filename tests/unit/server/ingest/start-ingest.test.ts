// A start of the ingest role that fails.
import { expect, test } from 'vitest';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { startIngest } from '../../../../server/ingest/start-ingest.ts';
import type { Database } from '../../../../server/store/database.ts';
import { createTestLog, NO_RATINGS } from '../../../support/server/clustering-fixtures.ts';

test('polls no feeds where there can be no jobs', async () => {
  const asked: string[] = [];
  const query: Database['query'] = async (sql) => {
    asked.push(sql);
    return [];
  };
  const database: Database = {
    kind: 'postgres',
    query,
    transaction: (work) => work({ query }),
    script: async () => Promise.reject(new Error('permission denied')),
    listen: async () => async () => undefined,
    close: async () => undefined,
  };
  const starting = startIngest({
    database,
    catalogue: { ...NO_RATINGS, directory: createOutletDirectory([]), feeds: [] },
    config: {
      pollMinutes: 20,
      pollsAtOnce: 1,
      waitingMax: 100,
      firehoseUrl: null,
      firehoseHours: 1,
      callbackUrl: null,
    },
    safeFetch: { fetch: async () => ({ ok: false, error: { reason: 'network' } }), close: async () => undefined },
    identifyLanguage: () => ({ lang: 'en', isReliable: false }),
    take: async () => ({ added: 0 }),
    now: () => 0,
    random: () => 0,
    log: createTestLog(),
  });
  await expect(starting).rejects.toThrow('permission denied');
  expect(asked.filter((sql) => sql.includes('waiting'))).toEqual([]);
});
