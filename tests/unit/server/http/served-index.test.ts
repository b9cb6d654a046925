// The served index is measured again, whatever measurement was stored before. On the embedded database.
import { expect, it } from 'vitest';
import { followIndex } from '../../../../server/http/served-index.ts';
import { createGeneration } from '../../../../server/store/generations.ts';
import { writeIndexFacts } from '../../../../server/store/index-facts.ts';
import { EMBEDDED, useDatabase } from '../../../support/server/test-databases.ts';

const NOW = Date.UTC(2026, 4, 3, 12);
const YEAR = 365 * 86_400_000;

const database = useDatabase(EMBEDDED);

it('is measured again after it was measured under a clock that was ahead', async () => {
  const now = () => NOW;
  await database.transaction((queries) => createGeneration(queries, { engineVersion: 1, now }));
  const facts = { lookupBits: 5, lookupCrowd: 60, articles: 5000, stories: 900, articleSeenAt: null };
  await writeIndexFacts(database, { generation: 1, ...facts, measuredAt: NOW + YEAR });
  const fail = (cause: unknown) => expect.fail(String(cause));
  const index = await followIndex({ database, now, onChange: () => undefined, onFailure: fail });
  await index.stop();
  expect(index.current()?.facts).toMatchObject({ measuredAt: NOW, articles: 0, lookupBits: 0 });
});
