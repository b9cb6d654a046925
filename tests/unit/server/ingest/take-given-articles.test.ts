// A batch of submitted articles on one of which our own code fails: only that one is refused.
import { expect, test } from 'vitest';
import type { IdentifyLanguage } from '../../../../engine/article/article-text.ts';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { takeGivenArticles } from '../../../../server/ingest/take-given-articles.ts';
import { NOON } from '../../../support/server/invented-articles.ts';
import { EMBEDDED, useEmptiedDatabase } from '../../../support/server/test-databases.ts';

const database = useEmptiedDatabase(EMBEDDED);

const failsOver =
  (words: string): IdentifyLanguage =>
  (text) => {
    if (text.includes(words)) throw new Error(`no language for ${text}`);
    return { lang: 'en', isReliable: true };
  };

test('an article that fails while being read is refused by itself, and logged without its text', async () => {
  const told: unknown[][] = [];
  const titles = ['Mayor opens market hall', 'Invented words', 'Ferry stays in port'];
  const answer = await takeGivenArticles(database, {
    articles: titles.map((title, n) => ({ url: `https://valley-record.test/${n}`, title })),
    directory: createOutletDirectory([]),
    identifyLanguage: failsOver('Invented words'),
    now: () => NOON,
    keepSince: 0,
    log: { error: (event, { cause }) => told.push([event, cause]) },
  });
  expect(answer).toEqual({ added: 2, changed: 0, known: 0, refused: [{ index: 1, reason: 'unreadable' }] });
  expect(told).toEqual([['a given article could not be read', expect.any(Error)]]);
  expect(String(told[0]?.[1])).not.toContain('Invented words');
});
