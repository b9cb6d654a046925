// Which story the open article's headline gets, on pages that switch between articles without loading.
import { expect, test } from 'vitest';
import { createPageStory } from '../../../../utils/badges/page-story.ts';
import { badgeStoryOf } from '../../../support/badge-story.ts';

const STORY = badgeStoryOf('s-bridge');
const BRIDGE = 'https://courier.test/news/bridge';

test('belongs to the address it was reported for, with or without a fragment', () => {
  const story = createPageStory();
  expect(story.of(BRIDGE)).toBeNull();
  story.tell({ pageUrl: `${BRIDGE}#comments`, story: STORY });
  expect(story.of(BRIDGE)).toBe(STORY);
});

test('is not the next article’s, and is replaced by the next answer', () => {
  const story = createPageStory();
  story.tell({ pageUrl: BRIDGE, story: STORY });
  expect(story.of('https://courier.test/news/harbour')).toBeNull();
  story.tell({ pageUrl: 'https://courier.test/news/harbour', story: null });
  expect(story.of(BRIDGE)).toBeNull();
});
