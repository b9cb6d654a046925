// Who was first: the original with the earliest time that can be trusted.
import type { OutletRater } from '../outlet/outlet-rater.ts';
import type { FirstReport } from '../schema.ts';
import { readTrustedTime, type StoryMember } from './story-member.ts';

/**
 * Of originals in the order of their trusted times; null without any. A sighting stands in for a published time that is missing or not
 * trusted, and is called one: an article that we saw before another was published was there first, whatever its own date says. Opinion
 * is first only where there is nothing else.
 */
export function findFirstReport(originals: readonly StoryMember[], rater: OutletRater): FirstReport | null {
  const first = originals.find(({ kind }) => kind !== 'opinion') ?? originals[0];
  if (first === undefined) return null;
  const { at, basis } = readTrustedTime(first);
  return { articleId: first.id, outletId: first.outletId, outletName: rater.rate(first.outletId).name, at, basis };
}
