// Every state of a card, and badges of all kinds, with invented content.
import type { CardContent, CardState } from '../../../components/card/card-state.ts';
import { StoryId } from '../../../engine/ids.ts';
import type { Coverage, Rating } from '../../../engine/schema.ts';
import type { BadgeStory } from '../../../utils/badges/badge-schema.ts';
import { pickHeadlines } from '../../../utils/badges/pick-headlines.ts';
import { EDGE_COVERAGES } from './edge-coverages.ts';
import { INVENTED_OUTLETS } from './invented-outlets.ts';
import { coverageOfOutlets, inventedCoverage, NOW } from './invented-story.ts';

const coverage = inventedCoverage();

function cardOf(shown: Coverage, changes: Partial<CardContent> = {}): CardState {
  const outlet = INVENTED_OUTLETS.herald ?? null;
  return {
    status: 'shown',
    card: {
      story: shown.story,
      headlines: pickHeadlines(shown, outlet?.id ?? null),
      outlet,
      offlineAsOf: null,
      canOpenStory: true,
      ...changes,
    },
  };
}

const gull = INVENTED_OUTLETS.gull ?? null;
const SATIRE: Rating = {
  packId: 'pack-labels',
  rater: 'Invented Rater',
  value: 'Satire',
  bias: null,
  factuality: null,
  label: 'satire',
  date: '2025',
  source: 'https://rater.test/',
};

const blindspot = { side: 'right', outlets: 0, rated: 8, baseline: 0.36, probability: 0.028 } as const;

export const CARD_STATES: Readonly<Record<string, CardState>> = {
  shown: cardOf(coverage),
  'without-outlet': cardOf(coverage, { outlet: null }),
  'few-rated': cardOf(coverageOfOutlets('tribune', 'gazette', 'blog', 'gull')),
  'none-rated': cardOf(coverageOfOutlets('manar', 'majak'), { outlet: null }),
  labeled: cardOf(coverageOfOutlets('tribune', 'gull'), {
    outlet: gull && { ...gull, ratings: [SATIRE] },
  }),
  blindspot: cardOf({ ...coverage, story: { ...coverage.story, blindspots: [blindspot] } }),
  offline: cardOf(coverage, { offlineAsOf: NOW - 3 * 3_600_000 }),
  'private-window': cardOf(coverage, { canOpenStory: false }),
  ...Object.fromEntries(Object.entries(EDGE_COVERAGES).map(([name, edge]) => [name, cardOf(edge)])),
  loading: { status: 'loading' },
  gone: { status: 'gone' },
  failed: { status: 'failed', reason: 'unexpected' },
  'failed-server': { status: 'failed', reason: 'server-token-refused' },
};

const badge = (left: number, center: number, right: number, changes: Partial<BadgeStory> = {}): BadgeStory => ({
  storyId: StoryId.parse('story-pier'),
  by: 'device',
  reports: left + center + right,
  left,
  center,
  right,
  unrated: 0,
  blindspot: null,
  ...changes,
});

export const BADGE_STATES: Readonly<Record<string, readonly BadgeStory[]>> = {
  kinds: [
    badge(7, 3, 2, { unrated: 4, reports: 16 }),
    badge(2, 4, 5),
    badge(0, 9, 1, { blindspot: 'left', reports: 9 }),
    badge(8, 1, 0, { blindspot: 'right' }),
    badge(0, 0, 0, { unrated: 5, reports: 5 }),
    badge(60, 50, 44, { unrated: 90, reports: 1234 }),
  ],
};
