// Invented articles as ingest passes them to the server.
import { OutletId, toArticleId } from '../../../engine/ids.ts';
import type { GivenText } from '../../../server/ingest/take-articles.ts';

export const NOON = Date.UTC(2026, 2, 2, 12);
export const HOUR = 3_600_000;

export function givenArticle(path: string, changes: Partial<GivenText> = {}): GivenText {
  const host = `outlet-${path.length % 7}.test`;
  const url = `https://${host}/${path}`;
  return {
    id: toArticleId(url),
    url,
    link: `${url}?from=feed`,
    outletId: OutletId.parse(`host:${host}`),
    title: `Headline of ${path}`,
    lead: `What ${path} is about.`,
    lang: 'en',
    kind: 'report',
    publishedAt: NOON,
    firstSeenAt: NOON,
    credit: null,
    ...changes,
  };
}
