// An api process with a read-only database, as on a replica: it starts, answers, and uses measurements that other processes stored.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MatchAnswer, MetaAnswer } from '../../engine/api.ts';
import { type Database, openDatabase } from '../../server/store/database.ts';
import { migrate } from '../../server/store/migrate.ts';
import { BRIDGE, createTestApi, fillers, fillWith, HOUR, NOW } from '../support/server/api-fixtures.ts';
import { createServerDatabase, NO_POSTGRES_REASON, SERVER_URL } from '../support/server/test-databases.ts';

describe.skipIf(SERVER_URL === undefined)(`on a read replica (${NO_POSTGRES_REASON})`, () => {
  let primary: Database;
  let replica: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const made = await createServerDatabase();
    if (made === null) throw new Error('no server');
    drop = made.drop;
    primary = await openDatabase({ url: made.url, folder: '' });
    await migrate(primary);
    await fillWith(primary, [BRIDGE, ...fillers(300)]);
    const address = new URL(made.url);
    address.searchParams.set('options', '-c default_transaction_read_only=on');
    replica = await openDatabase({ url: address.href, folder: '' });
  }, 60_000);
  afterAll(async () => {
    await replica.close();
    await primary.close();
    await drop();
  });

  it('answers although no process has measured the index, and none of those that run may write', async () => {
    await migrate(replica);
    expect(await primary.query('select * from index_facts')).toEqual([]);
    let at = NOW;
    const reader = await createTestApi({ database: replica, now: () => at });
    expect((await reader.ask('/ready')).status).toBe(200);
    const meta = MetaAnswer.parse(await (await reader.ask('/v1/meta')).json());
    expect(meta.index.articles).toBe(303);
    expect((await reader.ask(`/v1/lookup/${'0'.repeat(meta.lookupBits)}`)).status).toBe(200);
    at += HOUR;
    await reader.api.refresh();
    expect(MetaAnswer.parse(await (await reader.ask('/v1/meta')).json()).index).toEqual(meta.index);
    expect(reader.lines.filter(([event]) => event === 'the index cannot be checked')).toHaveLength(1);
    await reader.api.stop();
  });

  it('answers everything, and keeps to the length of prefixes that a process on the primary measured', async () => {
    await expect(replica.query('delete from stories')).rejects.toThrow(/read-only/);
    await migrate(replica);
    const writer = await createTestApi({ database: primary });
    await writer.api.stop();

    const muchLater = () => NOW + 24 * HOUR;
    const reader = await createTestApi({ database: replica, now: muchLater });
    const meta = MetaAnswer.parse(await (await reader.ask('/v1/meta')).json());
    expect(meta.index.articles).toBe(303);
    expect(meta.lookupBits).toBeGreaterThan(0);
    expect(reader.lines.some(([event]) => event === 'the index cannot be checked')).toBe(true); // it tried to measure the index
    expect((await reader.ask(`/v1/lookup/${'0'.repeat(meta.lookupBits)}`)).status).toBe(200);
    expect((await reader.ask(`/v1/stories/${BRIDGE.id}`)).status).toBe(200);
    const page = {
      title: 'Cracks found: Karstova bridge closed',
      lead: '',
      lang: 'en',
      kind: 'report',
      publishedAt: NOW,
    };
    const response = await reader.ask('/v1/match', { method: 'POST', body: JSON.stringify(page) });
    expect(MatchAnswer.parse(await response.json()).match?.storyId).toBe(BRIDGE.id);
    await reader.api.stop();
  });
});
