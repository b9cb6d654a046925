// The original of each family: the credited source's own article where the story has it, else the earliest member.
import type { FamilyId } from '../ids.ts';
import type { OutletRater } from '../outlet/outlet-rater.ts';
import { findCreditedOutlets } from './credited-outlet.ts';
import { compareByTrustedTime, type StoryMember } from './story-member.ts';

/** In the order of their trusted times. */
export function findOriginals(members: readonly StoryMember[], rater: OutletRater): readonly StoryMember[] {
  const families = new Map<FamilyId, StoryMember[]>();
  for (const member of members) {
    const family = families.get(member.familyId);
    if (family === undefined) families.set(member.familyId, [member]);
    else family.push(member);
  }
  return [...families.values()].map((family) => findOriginal(family, rater)).sort(compareByTrustedTime);
}

function findOriginal(family: readonly StoryMember[], rater: OutletRater): StoryMember {
  const outlets = findCreditedOutlets(family, rater);
  const credited = family.filter(({ outletId }) => outlets.has(outletId));
  return (credited.length > 0 ? credited : family).reduce((first, member) =>
    compareByTrustedTime(member, first) < 0 ? member : first,
  );
}
