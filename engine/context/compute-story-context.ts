// Everything a story's own page shows besides its coverage, computed from its articles and the headlines of other stories.
import { compareByTrustedTime, type StoryMember } from '../coverage/story-member.ts';
import type { StoryId } from '../ids.ts';
import type { OutletRater } from '../outlet/outlet-rater.ts';
import type { StorySummary } from '../schema.ts';
import type { StoryContext } from '../schema-story-context.ts';
import { ENGINE_VERSION } from '../version.ts';
import { computeTimeline } from './compute-timeline.ts';
import { findDifferences } from './find-differences.ts';
import { findNumberConflicts } from './find-number-conflicts.ts';
import { findRelatedStories } from './find-related.ts';
import { findTopics } from './find-topics.ts';
import { readReports } from './read-reports.ts';
import { readVoices } from './read-voices.ts';
import { createWordRarity } from './word-rarity.ts';
import { writeBrief } from './write-brief.ts';

export type StoryContextParts = {
  readonly storyId: StoryId;
  readonly members: readonly StoryMember[];
  readonly rater: OutletRater;
  /** The latest stories: word rarity is counted over their headlines, and related stories are chosen from them. */
  readonly others: readonly StorySummary[];
  /** The reader's languages, most wanted first. */
  readonly languages: readonly string[];
  readonly utcOffsetMs: number;
};

/** The result does not depend on the order of the articles. */
export function computeStoryContext(parts: StoryContextParts): StoryContext {
  const { storyId, rater, others, languages, utcOffsetMs } = parts;
  const members = parts.members.toSorted(compareByTrustedTime);
  const reports = readReports(members, rater);
  const rarity = createWordRarity(others);
  const conflicts = findNumberConflicts(reports);
  return {
    brief: writeBrief({ reports, conflicts, rarity, languages }),
    conflicts: [...conflicts],
    differences: findDifferences({ reports, voices: readVoices({ members, reports, rater }), rarity }),
    topics: [...findTopics(reports)],
    related: [...findRelatedStories({ storyId, reports, candidates: others, rarity })],
    timeline: computeTimeline({ members, rater, utcOffsetMs }),
    engineVersion: ENGINE_VERSION,
  };
}
