// What becomes of an article that somebody gives.
import { expect, it } from 'vitest';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { readGivenArticle } from '../../../../server/ingest/read-given-article.ts';

const NOW = Date.UTC(2026, 4, 3, 12);

it.each([
  { credit: 'dpa', read: 'dpa' },
  { credit: ' Wire  Service ', read: 'Wire Service' },
  { credit: undefined, read: 'Reuters' },
  { credit: '', read: 'Reuters' },
  { credit: ' ', read: 'Reuters' },
])('the credit $credit of one whose author is Reuters is $read', ({ credit, read }) => {
  const given = { url: 'https://harbour.test/news/1', title: 'A bridge opens in Westmark', author: 'Reuters', credit };
  const reading = {
    directory: createOutletDirectory([]),
    identifyLanguage: () => ({ lang: 'en', isReliable: true }),
    now: NOW,
    keepSince: 0,
  };
  expect(readGivenArticle(given, reading)).toMatchObject({ ok: true, value: { credit: read } });
});
