// Finds who reported first: the original with the earliest time that can be trusted.
import type { OutletRater } from '../outlet/outlet-rater.ts';
import type { FirstReport } from '../schema.ts';
import { readTrustedTime, type StoryMember } from './story-member.ts';

/**
 * `originals` are sorted by trusted time; null if there are none. If the published time is missing or not trusted, the first sighting
 * counts, and is shown as such: an article seen before another one was published came first, whatever its own date says. Opinion
 * counts only if there is nothing else.
 */
export function findFirstReport(originals: readonly StoryMember[], rater: OutletRater): FirstReport | null {
  const first = originals.find(({ kind }) => kind !== 'opinion') ?? originals[0];
  if (first === undefined) return null;
  const { at, basis } = readTrustedTime(first);
  return { articleId: first.id, outletId: first.outletId, outletName: rater.rate(first.outletId).name, at, basis };
}
