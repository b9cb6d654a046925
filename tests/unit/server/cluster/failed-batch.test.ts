// What is logged about a failed batch if another process owns the shard by then.
import { describe, expect, it } from 'vitest';
import { ArticleId } from '../../../../engine/ids.ts';
import { answerFailure } from '../../../../server/cluster/failed-batch.ts';
import { setUnreadableAside } from '../../../../server/cluster/set-unreadable-aside.ts';
import type { IntakeEntry } from '../../../../server/store/intake.ts';
import { countSetAside } from '../../../../server/store/set-aside.ts';
import { createTestLog, inventArticles, START } from '../../../support/server/clustering-fixtures.ts';
import { TEST_DATABASES, useEmptiedDatabase } from '../../../support/server/test-databases.ts';

const LOST = { generation: 1, shard: 'all', owner: 'gone', fence: 1 };
const [given] = inventArticles(1);
if (given === undefined) throw new Error('no article');

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useEmptiedDatabase(kind);

  it('sets nothing aside, and does not say so, when the shard is lost', async () => {
    const log = createTestLog();
    const article: IntakeEntry = { no: 1, takenAt: START, kind: 'article', article: { ...given, body: null } };
    const parts = { database, log, lease: LOST, caution: { singlyUntil: 0, rebuiltUntil: 0 } };
    expect(await answerFailure(parts, { entries: [article], cause: new TypeError('broken') })).toBeNull();
    const problem = 'invalid_type';
    const unreadable: IntakeEntry = {
      no: 2,
      takenAt: START,
      kind: 'unreadable',
      problem,
      articleId: ArticleId.parse('a'),
    };
    expect(await setUnreadableAside(parts, [unreadable])).toBe(false);
    expect([log.errors, await countSetAside(database)]).toEqual([[], { articles: 0, entries: 0 }]);
  });
});
