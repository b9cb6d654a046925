// The original of each family: the credited source's own article where the story has it, else the earliest member.
import { groupBy } from '../group-by.ts';
import type { OutletRater } from '../outlet/outlet-rater.ts';
import { findCreditedOutlets } from './credited-outlet.ts';
import { compareByTrustedTime, type StoryMember } from './story-member.ts';

/** Sorted by trusted time. */
export function findOriginals(members: readonly StoryMember[], rater: OutletRater): readonly StoryMember[] {
  const families = groupBy(members, ({ familyId }) => familyId);
  return [...families.values()].map((family) => findOriginal(family, rater)).sort(compareByTrustedTime);
}

function findOriginal(family: readonly StoryMember[], rater: OutletRater): StoryMember {
  const outlets = findCreditedOutlets(family, rater);
  const credited = family.filter(({ outletId }) => outlets.has(outletId));
  return (credited.length > 0 ? credited : family).reduce((first, member) =>
    compareByTrustedTime(member, first) < 0 ? member : first,
  );
}
