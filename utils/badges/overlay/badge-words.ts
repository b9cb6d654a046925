// The texts of a badge, both visible and for screen readers.
import type { createTextWords } from '../../i18n/create-text-words.ts';
import type { BadgeStory } from '../badge-schema.ts';
import type { BadgeWords } from './badge-element.ts';

export function createBadgeWords(
  words: Pick<ReturnType<typeof createTextWords>, 'text' | 'count' | 'number'>,
): BadgeWords & { readonly region: string } {
  return {
    region: words.text('badgeRegion'),
    number: words.number,
    reports: (amount) => words.count('badgeReports', amount),
    name: (story: BadgeStory) => {
      const name = words.count('badgeName', story.reports);
      if (story.blindspot === null) return name;
      return `${name}. ${words.text(story.blindspot === 'left' ? 'blindspotLeft' : 'blindspotRight')}`;
    },
  };
}
