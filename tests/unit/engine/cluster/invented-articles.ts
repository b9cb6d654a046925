// Invented articles of invented outlets for the clusterer's tests.
import { ArticleId, OutletId } from '../../../../engine/ids.ts';
import type { ClusterArticle } from '../../../../engine/ports.ts';

export const NOON = Date.UTC(2026, 2, 2, 12);
export const HOUR = 3_600_000;

/** Words that occur nowhere else. */
export const rareWords = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `word${String.fromCharCode(97 + ((from + i) % 26))}${from + i}x`).join(
    ' ',
  );

export function article(
  id: string,
  title: string,
  more: Partial<Omit<ClusterArticle, 'id' | 'title'>> = {},
): ClusterArticle {
  return {
    id: ArticleId.parse(id),
    url: `https://${id}.test/`,
    outletId: OutletId.parse(`host:${id}.test`),
    title,
    lead: '',
    lang: 'en',
    kind: 'report',
    publishedAt: NOON,
    firstSeenAt: NOON,
    credit: null,
    ...more,
  };
}

/** Three events with three, two and two reports; "dam" and "ferry" share a town. */
export const STREAM: readonly ClusterArticle[] = [
  article('dam-1', 'Dam above Westmark cracks, 4,000 residents leave homes', {
    lead: 'Engineers found a crack in the Orlen dam above Westmark early on Monday.',
  }),
  article('ferry-1', 'Ferry runs aground off Westmark harbour with 120 aboard', {
    lead: 'The ferry Calliope ran aground in fog; passengers were taken ashore by tugs.',
    publishedAt: NOON + HOUR,
  }),
  article('dam-2', 'Thousands evacuated as Orlen dam shows crack', {
    lead: 'Westmark ordered 4,000 residents out of their homes below the cracked Orlen dam.',
    publishedAt: NOON + 2 * HOUR,
  }),
  article('vote-1', 'Parliament rejects Halvorsen budget in late vote', {
    lead: 'Finance minister Halvorsen lost the budget vote by three seats.',
    publishedAt: NOON + 3 * HOUR,
  }),
  article('ferry-2', 'Tugs free stranded ferry Calliope after night in fog', {
    lead: 'All 120 passengers of the Calliope are ashore, the harbour master of Westmark said.',
    publishedAt: NOON + 9 * HOUR,
  }),
  article('vote-2', 'Budget of finance minister Halvorsen falls by three votes', {
    lead: 'Parliament rejected the budget late at night.',
    publishedAt: NOON + 4 * HOUR,
  }),
  article('dam-3', 'Crack in Orlen dam: engineers lower the water above Westmark', {
    lead: 'The 4,000 residents may not return before Thursday.',
    publishedAt: NOON + 10 * HOUR,
  }),
];
