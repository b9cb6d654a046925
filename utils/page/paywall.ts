// Tells whether the page says of itself that its text is not free for everyone.
import { toFlag } from './json-ld.ts';
import { metaOf } from './meta.ts';
import type { PageFacts } from './page-facts.ts';

export function isPaywalled({ things, meta }: PageFacts): boolean {
  if (things.some(({ isFree }) => isFree === false)) return true;
  if (toFlag(metaOf(meta, 'isaccessibleforfree')) === false) return true;
  return /^(?:locked|metered|premium|paid)$/i.test(
    metaOf(meta, 'article:content_tier', 'access_level', 'content-access'),
  );
}
