// Decides whether the page declares that its text is not free for everyone.
import { isNo } from './json-ld.ts';
import { metaOf } from './meta.ts';
import type { PageFacts } from './page-facts.ts';

export function isPaywalled({ things, meta }: PageFacts): boolean {
  if (things.some(({ isPaid }) => isPaid) || isNo(metaOf(meta, 'isaccessibleforfree'))) return true;
  return /^(?:locked|metered|premium|paid)$/i.test(
    metaOf(meta, 'article:content_tier', 'access_level', 'content-access'),
  );
}
