// An article as a member of a story, and which of its times can be trusted.
import type { EpochMs, FamilyId } from '../ids.ts';
import type { Article } from '../schema.ts';

export type StoryMember = Article & { readonly familyId: FamilyId };

/** With its former headlines, newest first. */
export type RenamedMember = StoryMember & { readonly formerTitles: readonly string[] };

export type TrustedTime = { readonly at: EpochMs; readonly basis: 'published' | 'first-seen' };

/**
 * Feeds are polled every few minutes, so an article that claims to be older than two days when it first shows up is a re-dated page,
 * an archive piece or a broken clock. A shorter limit would doubt weekend feeds and the first poll after a laptop was closed; a longer
 * one would let a wrong date win "first report".
 */
const TRUSTED_BEFORE_SIGHTING_MS = 48 * 3_600_000;

/** The published time unless it lies after the first sighting or more than 48 h before it; then the sighting itself. */
export function readTrustedTime({ publishedAt, firstSeenAt }: StoryMember): TrustedTime {
  const isTrusted =
    publishedAt !== null && publishedAt <= firstSeenAt && publishedAt >= firstSeenAt - TRUSTED_BEFORE_SIGHTING_MS;
  return isTrusted ? { at: publishedAt, basis: 'published' } : { at: firstSeenAt, basis: 'first-seen' };
}

/** The time for sorting and for the age shown, where an old date is no problem: published, but never after the first sighting. */
export function readShownTime({ publishedAt, firstSeenAt }: Pick<Article, 'publishedAt' | 'firstSeenAt'>): EpochMs {
  return Math.min(publishedAt ?? firstSeenAt, firstSeenAt);
}

/** Time of the latest report. */
export function findLatestTime(members: readonly StoryMember[]): EpochMs {
  return members.reduce((latest, member) => Math.max(latest, readShownTime(member)), 0);
}

/** Earliest trusted time first, ties by id, so that the result never depends on the order of the input. */
export function compareByTrustedTime(a: StoryMember, b: StoryMember): number {
  return readTrustedTime(a).at - readTrustedTime(b).at || compareIds(a, b);
}

export function compareByShownTimeLatestFirst(a: StoryMember, b: StoryMember): number {
  return readShownTime(b) - readShownTime(a) || compareIds(a, b);
}

function compareIds(a: StoryMember, b: StoryMember): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
