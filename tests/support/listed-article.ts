// An invented article as a feed lists it.
import { OutletId, toArticleId } from '../../engine/ids.ts';
import type { Article } from '../../engine/schema.ts';

export const LISTED_AT = Date.UTC(2026, 2, 10, 12);

export function listed(path: string, changes: Partial<Article> = {}): Article {
  const url = `https://herald.test/${path}`;
  return {
    id: toArticleId(url),
    url,
    link: url,
    outletId: OutletId.parse('herald'),
    title: 'Bridge closed',
    lead: '',
    lang: 'en',
    kind: 'report',
    publishedAt: LISTED_AT,
    firstSeenAt: LISTED_AT,
    credit: null,
    ...changes,
  };
}
