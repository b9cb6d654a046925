// What onboarding says of the rounds through the feeds.
import { expect, it } from 'vitest';
import { toRound } from '../../../../entrypoints/onboarding/use-onboarding.ts';
import type { SyncState } from '../../../../utils/sync-state.ts';

const BEFORE: SyncState = {
  feedsAllowed: 15,
  feedsChosen: 15,
  running: null,
  isFirst: true,
  lastSuccessAt: null,
  offlineSince: null,
  articles: 0,
  stories: 0,
  failing: 0,
  storageFull: false,
};
const ENDED: SyncState = { ...BEFORE, isFirst: false, lastSuccessAt: 1 };

it.each<[string, SyncState, string]>([
  ['before the first', BEFORE, 'waiting'],
  ['while one runs', { ...BEFORE, running: { done: 1, total: 15, startedAt: 1 } }, 'running'],
  ['after one', ENDED, 'ended'],
  ['after one that was offline later', { ...ENDED, offlineSince: 2 }, 'ended'],
  ['after one that no feed answered', { ...ENDED, lastSuccessAt: null, failing: 15 }, 'unanswered'],
  ['after one without a network', { ...BEFORE, offlineSince: 1 }, 'unanswered'],
  ['after one that could not be stored', { ...ENDED, lastSuccessAt: null, storageFull: true }, 'ended'],
  ['without a feed that is allowed', { ...ENDED, feedsAllowed: 0, lastSuccessAt: null }, 'waiting'],
])('%s', (_, sync, status) => expect(toRound(sync).status).toBe(status));
