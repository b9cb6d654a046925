// Advisory locks of the database: each guards one thing, and blocks nobody who uses another one.
import { expect, test } from 'vitest';
import type { Database } from '../../../../server/store/database.ts';
import { claimFeeds } from '../../../../server/store/feeds.ts';
import { tryToMeasure } from '../../../../server/store/index-facts.ts';
import { lockIntake } from '../../../../server/store/intake.ts';
import { TEST_DATABASES } from '../../../support/server/test-databases.ts';

test.each(TEST_DATABASES)(
  'polling, ingest and measuring hold different locks ($kind)',
  async (kind) => {
    const database = await kind.openMigrated();
    const held = await database.transaction(async (queries) => {
      const inside: Database = { ...database, transaction: (work) => work(queries) };
      await claimFeeds(inside, { now: 0, limit: 1, hostRestMs: 0, leaseMs: 1, onUnreadable() {} });
      await tryToMeasure(queries);
      await lockIntake(queries);
      return await queries.query(
        `select distinct objid from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`,
      );
    });
    await database.close();
    expect(held).toHaveLength(3);
  },
  60_000,
);
