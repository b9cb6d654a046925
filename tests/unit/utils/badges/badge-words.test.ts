// A badge names its number as the popup's list of reports does.
import { describe, expect, it } from 'vitest';
import { StoryId } from '../../../../engine/ids.ts';
import { createBadgeWords } from '../../../../utils/badges/overlay/badge-words.ts';
import { createTestWords, LOCALES } from '../../../support/ui/test-words.ts';

const story = { storyId: StoryId.parse('pier'), reports: 5, left: 1, center: 1, right: 0, unrated: 0, blindspot: null };

describe.each(Object.keys(LOCALES))('locale %s', (locale) => {
  const words = createTestWords(locale);
  const badge = createBadgeWords(words);

  it('calls the number reports, since two outlets may have five', () => {
    expect(words.count('tabLabel', 5, '')).toContain(badge.reports(5));
    expect(badge.name(story)).toContain(badge.reports(5));
  });
});
