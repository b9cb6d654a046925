// How a submitted article is accepted, cleaned or refused.
import { expect, it } from 'vitest';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { readGivenArticle } from '../../../../server/ingest/read-given-article.ts';

const NOW = Date.UTC(2026, 4, 3, 12);
const KEEP_SINCE = NOW - 14 * 24 * 3_600_000;

const read = (given: Record<string, unknown>) =>
  readGivenArticle(
    { url: 'https://harbour.test/news/1', title: 'A bridge opens in Westmark', ...given },
    {
      directory: createOutletDirectory([]),
      identifyLanguage: () => ({ lang: 'en', isReliable: true }),
      now: NOW,
      keepSince: KEEP_SINCE,
    },
  );

it.each([
  { credit: 'dpa', kept: 'dpa' },
  { credit: ' Wire  Service ', kept: 'Wire Service' },
  { credit: undefined, kept: 'Reuters' },
  { credit: '', kept: 'Reuters' },
  { credit: ' ', kept: 'Reuters' },
])('the credit $credit of one whose author is Reuters is $kept', ({ credit, kept }) => {
  expect(read({ author: 'Reuters', credit })).toMatchObject({ ok: true, value: { credit: kept } });
});

it.each([
  { what: 'no title', given: { title: '' }, reason: 'malformed' },
  { what: 'no host', given: { url: 'https://' }, reason: 'no-address' },
  { what: 'a host that is none', given: { url: 'https://./news/1' }, reason: 'no-address' },
  { what: 'a day that is past', given: { publishedAt: KEEP_SINCE - 1 }, reason: 'too-old' },
])('one with $what is refused as $reason', ({ given, reason }) => {
  expect(read(given)).toEqual({ ok: false, error: reason });
});

it('an article published exactly at the limit is accepted', () => {
  expect(read({ publishedAt: KEEP_SINCE })).toMatchObject({ ok: true, value: { publishedAt: KEEP_SINCE } });
});
