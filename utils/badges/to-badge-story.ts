// Decides whether a story deserves a badge, and reduces its summary to what the badge draws.
import type { StorySummary } from '../../engine/schema.ts';
import type { BadgeDensity, BadgeStory, StorySource } from './badge-schema.ts';

export type BadgeRules = {
  readonly density: BadgeDensity;
  /** Least number of independent reports. */
  readonly minimum: number;
};

export type KnownStory = { readonly summary: StorySummary; readonly by: StorySource };

/** Null if nobody else covers the story, or too few for this reader's settings. */
export function toBadgeStory({ summary, by }: KnownStory, { density, minimum }: BadgeRules): BadgeStory | null {
  if (density === 'off' || summary.outlets < 2 || summary.reports < minimum) return null;
  const blindspot = summary.blindspots[0]?.side ?? null;
  if (density === 'blindspots' && blindspot === null) return null;
  const { left, center, right, unrated } = summary.spread;
  return { storyId: summary.id, by, reports: summary.reports, left, center, right, unrated, blindspot };
}
