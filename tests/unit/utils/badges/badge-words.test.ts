// A badge names its number as the popup's list of reports does.
import { describe, expect, it } from 'vitest';
import { createBadgeWords } from '../../../../utils/badges/overlay/badge-words.ts';
import { badgeStoryOf } from '../../../support/badge-story.ts';
import { createTestWords, LOCALES } from '../../../support/ui/test-words.ts';

const story = { ...badgeStoryOf('pier'), reports: 5 };

describe.each(Object.keys(LOCALES))('locale %s', (locale) => {
  const words = createTestWords(locale);
  const badge = createBadgeWords(words);

  it('calls the number reports, since two outlets may have five', () => {
    expect(words.count('tabLabel', 5, '')).toContain(badge.reports(5));
    expect(badge.name(story)).toContain(badge.reports(5));
  });
});
