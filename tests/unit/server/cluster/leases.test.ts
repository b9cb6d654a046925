// Each shard has one owner: a live process keeps it, a dead one loses it, and one that was merely slow can no longer write.
import { beforeEach, describe, expect, test } from 'vitest';
import { ENGINE } from '../../../../server/cluster/start-clustering.ts';
import type { Database } from '../../../../server/store/database.ts';
import { createGeneration } from '../../../../server/store/generations.ts';
import { migrate } from '../../../../server/store/migrate.ts';
import { openPostgresDatabase } from '../../../../server/store/postgres-database.ts';
import { advance, type Lease, releaseLease, renewLease, takeLease } from '../../../../server/store/shard-states.ts';
import { writeSnapshot } from '../../../../server/store/snapshots.ts';
import {
  createTestLog,
  feed,
  inventArticles,
  readIndex,
  startTestClustering,
  toPosts,
  waitFor,
  waitUntilPlaced,
} from '../../../support/server/clustering-fixtures.ts';
import {
  createServerDatabase,
  EMBEDDED,
  NO_POSTGRES_REASON,
  SERVER_URL,
  TEST_DATABASES,
  useEmptiedDatabase,
} from '../../../support/server/test-databases.ts';

const MINUTE = 60_000;

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useEmptiedDatabase(kind);
  beforeEach(async () => {
    await database.query(`select setval('intake_no', 10)`); // as after that many entries
    await database.transaction((queries) => createGeneration(queries, { engineVersion: 1, now: () => 0 }));
  });

  const take = (owner: string, leaseMs = MINUTE, except: readonly string[] = []) =>
    takeLease(database, { owner, leaseMs, generations: [1], except });
  const move = (lease: Lease, from: number, to: number) =>
    database.transaction((queries) => advance(queries, { lease, from, to, entries: 1 }));

  test('a shard that is held is nobody else’s', async () => {
    const first = await take('first');
    expect(first).toMatchObject({ generation: 1, shard: 'all', owner: 'first', fence: 1, position: 0 });
    expect(await take('second')).toBeNull();
    expect(await takeLease(database, { owner: 'third', leaseMs: 1, generations: [2], except: [] })).toBeNull();
    expect(await take('first', MINUTE, ['1 all'])).toBeNull();
    expect(await take('first')).toMatchObject({ fence: 2 }); // after it has dropped its clusterer
  });

  test('when the lease has run out another takes it, and the slow owner can write nothing', async () => {
    const slow = await take('slow', 0);
    if (slow === null) throw new Error('no lease');
    expect(await move(slow, 0, 5)).toBe(true); // late, but no other process took it
    const next = await take('next');
    if (next === null) throw new Error('no lease');
    expect(next).toMatchObject({ fence: 2, position: 5, entries: 1 });
    expect(await move(slow, 5, 6)).toBe(false);
    expect(await renewLease(database, { lease: slow, leaseMs: MINUTE })).toBe(false);
    expect(await writeSnapshot(database, { lease: slow, position: 5, data: new Uint8Array(9) })).toBe(false);
    await releaseLease(database, slow);
    expect(await take('third')).toBeNull();
    expect(await move(next, 4, 6)).toBe(false); // from a wrong position
    expect(await move(next, 5, 6)).toBe(true);
    expect(await database.query('select * from snapshots')).toEqual([]);
  });

  test('a lease that was given back is free at once', async () => {
    const first = await take('first');
    if (first === null) throw new Error('no lease');
    await releaseLease(database, first);
    expect(await take('second')).toMatchObject({ owner: 'second', fence: 2 });
  });

  test('a shard that becomes free while a retired generation is deleted is taken before that ends', async () => {
    await database.query(`insert into generations (engine_version, state, created_at) values (1, 'retired', 0)`);
    await database.query(`insert into places select 2, n::text, 's', 'f' from generate_series(1, 15000) n`);
    const log = createTestLog();
    const owners: unknown[] = [];
    const query: Database['query'] = async (sql, params) => {
      if (sql.startsWith('delete from places')) {
        const [state] = await database.query('select lease_owner from shard_states');
        if (owners.push(state?.lease_owner) === 1) await loseShard();
      }
      return await database.query(sql, params);
    };
    async function loseShard() {
      await waitFor(() => log.events.includes('a shard is ready'), 'the shard to be ready');
      await database.query(
        `update shard_states set fence = fence + 1, lease_owner = 'dead', lease_until = '-infinity'`,
      );
      await waitFor(() => log.events.includes('a shard was lost to another owner'), 'the shard to be lost');
    }
    const clustering = { ...ENGINE, engineVersion: 1 };
    const running = await startTestClustering(
      { ...database, query },
      { clustering, log, lookEveryMs: 0, leaseMs: LEASE_MS },
    );
    const isDeleted = async () => (await database.query('select 1 from generations')).length === 1;
    await waitFor(isDeleted, 'the retired generation to be deleted');
    await running.stop();
    const [owner] = owners;
    expect(owner).not.toBeNull();
    expect(owners.slice(2)).toEqual([owner, owner]); // in the third of three rounds, and when none is left
    expect(log.errors).toEqual([]);
  });

  test('nothing is written to a generation that is no longer served', async () => {
    const first = await take('first');
    if (first === null) throw new Error('no lease');
    await database.query(`update generations set state = 'retired'`);
    expect(await move(first, 0, 1)).toBe(false);
  });

  test('a big snapshot is read as it was written, and replaces the one before', async () => {
    const lease = await take('first');
    if (lease === null) throw new Error('no lease');
    const { readSnapshot } = await import('../../../../server/store/snapshots.ts');
    for (const [position, size] of [
      [3, 9_000_001],
      [4, 10],
    ] as const) {
      const data = new Uint8Array(size).map((_, at) => at * position);
      expect(await writeSnapshot(database, { lease, position, data })).toBe(true);
      const read = await readSnapshot(database, { generation: 1, shard: 'all', position });
      expect(read !== null && Buffer.compare(read, data)).toBe(0);
    }
    expect(await readSnapshot(database, { generation: 1, shard: 'all', position: 3 })).toBeNull();
  }, 120_000);
});

/** Long enough that a process that is delayed for a second or two keeps it until its connection is cut. */
const LEASE_MS = 6_000;

test.skipIf(SERVER_URL === undefined)(
  `two servers on one PostgreSQL: the second goes on when the first loses its connection (${NO_POSTGRES_REASON})`,
  async () => {
    const made = await createServerDatabase();
    if (made === null) throw new Error('no server');
    const [feeding, one, two] = await Promise.all([1, 2, 3].map(() => openPostgresDatabase(made.url)));
    if (!feeding || !one || !two) throw new Error('no connections');
    await migrate(feeding);
    const posts = toPosts(inventArticles(140));
    let isCut = false;
    const cutOff = <Value>(work: () => Promise<Value>) => (isCut ? Promise.reject(new Error('cut off')) : work());
    const first = await startTestClustering(
      {
        ...one,
        query: (sql, params) => cutOff(() => one.query(sql, params)),
        transaction: (work) => cutOff(() => one.transaction(work)),
      },
      { leaseMs: LEASE_MS },
    );
    const isOwned = async () => (await feeding.query('select lease_owner from shard_states')).length === 1;
    await waitFor(isOwned, 'the first to take the shard');
    const secondLog = createTestLog();
    const second = await startTestClustering(two, { leaseMs: LEASE_MS, log: secondLog });
    for (const [no, post] of posts.slice(0, 10).entries()) await feed(feeding, post, no);
    await waitUntilPlaced(feeding);
    expect(secondLog.events).not.toContain('a shard is ready');
    isCut = true;
    for (const [no, post] of posts.slice(10).entries()) await feed(feeding, post, no + 10);
    await waitUntilPlaced(feeding);
    expect(secondLog.events).toContain('a shard is ready');
    await second.stop();
    await first.stop();
    const found = await readIndex(feeding);
    await Promise.all([feeding, one, two].map((database) => database.close()));
    await made.drop();

    const alone = await EMBEDDED.openMigrated();
    for (const [no, post] of posts.entries()) await feed(alone, post, no);
    const undisturbed = await startTestClustering(alone);
    await waitUntilPlaced(alone);
    await undisturbed.stop();
    expect(found).toEqual(await readIndex(alone));
    await alone.close();
  },
  240_000,
);
