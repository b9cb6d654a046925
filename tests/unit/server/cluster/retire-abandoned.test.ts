// Which generations begun by other processes are given up: those without any work for long enough. On both kinds of database.
import { describe, expect, test } from 'vitest';
import { createAbandonedWatch } from '../../../../server/cluster/retire-abandoned.ts';
import { createGeneration, readGenerations } from '../../../../server/store/generations.ts';
import { releaseLease, takeLease } from '../../../../server/store/shard-states.ts';
import { createTestLog } from '../../../support/server/clustering-fixtures.ts';
import { TEST_DATABASES, useEmptiedDatabase } from '../../../support/server/test-databases.ts';

const OURS = { engineVersion: 5, encoder: '' };
const ABANDONED_MS = 1000;

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useEmptiedDatabase(kind);
  let clock = 0;
  const now = () => clock;

  const begin = (maker: typeof OURS) => database.transaction((queries) => createGeneration(queries, { ...maker, now }));
  const states = async () => (await readGenerations(database)).map(({ state }) => state);
  const watch = (maker = OURS) =>
    createAbandonedWatch({ database, maker, elapsedMs: now, log: createTestLog(), abandonedMs: ABANDONED_MS });
  async function lookFor(look: () => Promise<void>, ms: number): Promise<void> {
    for (const end = clock + ms; clock < end; clock += 100) await look();
  }

  test.each([
    ['an encoder that was taken back', { engineVersion: 5, encoder: 'tried' }],
    ['a later version that was rolled back', { engineVersion: 6, encoder: '' }],
    ['an older version', { engineVersion: 4, encoder: '' }],
  ])('%s: its generation is given up once nobody has worked it for long', async (_, theirs) => {
    await begin(OURS);
    await begin(theirs);
    const look = watch();
    await lookFor(look, ABANDONED_MS);
    expect(await states()).toEqual(['serving', 'building']);
    await lookFor(look, 200);
    expect(await states()).toEqual(['serving', 'retired']);
  });

  test('in a rolling upgrade the later version works its generation, and it is left; the time begins anew with each pause', async () => {
    await begin(OURS);
    await begin({ engineVersion: 6, encoder: '' });
    const look = watch();
    await lookFor(look, ABANDONED_MS);
    const lease = await takeLease(database, { owner: 'later', leaseMs: 60_000, generations: [2], except: [] });
    await lookFor(look, 3 * ABANDONED_MS);
    if (lease === null) throw new Error('a shard is free');
    await releaseLease(database, lease);
    await lookFor(look, ABANDONED_MS);
    expect(await states()).toEqual(['serving', 'building']);
  });

  test('a generation that is to replace stories of another version is kept, and so is our own', async () => {
    await begin(OURS);
    await begin({ engineVersion: 6, encoder: '' });
    await lookFor(watch({ engineVersion: 6, encoder: '' }), 3 * ABANDONED_MS);
    await lookFor(watch({ engineVersion: 7, encoder: '' }), 3 * ABANDONED_MS);
    expect(await states()).toEqual(['serving', 'building']);
  });
});
