// Decides whether a story is worth a badge, and cuts its summary down to what the badge draws.
import type { StorySummary } from '../../engine/schema.ts';
import type { BadgeDensity, BadgeStory } from './badge-schema.ts';

export type BadgeRules = {
  readonly density: BadgeDensity;
  /** Independent reports. */
  readonly minimum: number;
};

/** Null where nobody else covers the story, or too few for this reader. */
export function toBadgeStory(summary: StorySummary, { density, minimum }: BadgeRules): BadgeStory | null {
  if (density === 'off' || summary.outlets < 2 || summary.reports < minimum) return null;
  const blindspot = summary.blindspots[0]?.side ?? null;
  if (density === 'blindspots' && blindspot === null) return null;
  const { left, center, right, unrated } = summary.spread;
  return { storyId: summary.id, reports: summary.reports, left, center, right, unrated, blindspot };
}
