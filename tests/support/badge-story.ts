// A covered story, in the form in which badges get it.
import { StoryId } from '../../engine/ids.ts';
import type { BadgeStory } from '../../utils/badges/badge-schema.ts';

export const badgeStoryOf = (id: string): BadgeStory => ({
  storyId: StoryId.parse(id),
  by: 'device',
  reports: 4,
  left: 1,
  center: 2,
  right: 1,
  unrated: 0,
  blindspot: null,
});
