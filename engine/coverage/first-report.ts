// Who was first: the original with the earliest time that can be trusted.
import type { OutletRater } from '../outlet/outlet-rater.ts';
import type { FirstReport } from '../schema.ts';
import { findOriginals } from './find-originals.ts';
import { compareByTrustedTime, readTrustedTime, type StoryMember } from './story-member.ts';

/**
 * Null without members. A sighting stands in for a published time that is missing or not trusted, and is called one: an article that
 * we saw before another was published was there first, whatever its own date says. Opinion is first only where there is nothing else.
 */
export function findFirstReport(members: readonly StoryMember[], rater: OutletRater): FirstReport | null {
  const originals = findOriginals(members, rater);
  const news = originals.filter(({ kind }) => kind !== 'opinion');
  const first = (news.length > 0 ? news : originals).toSorted(compareByTrustedTime)[0];
  if (first === undefined) return null;
  const { at, basis } = readTrustedTime(first);
  return { articleId: first.id, outletId: first.outletId, outletName: rater.rate(first.outletId).name, at, basis };
}
