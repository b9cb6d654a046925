// Articles without a date that a feed still lists after they have expired are not today's.
import { expect, it } from 'vitest';
import { createFeedState, type FeedState } from '../../../../engine/feed/feed-state.ts';
import { createExpiredTest, listUndated } from '../../../../engine/feed/undated.ts';
import type { Article } from '../../../../engine/schema.ts';
import { listed } from '../../../support/listed-article.ts';

const OLD = listed('old', { publishedAt: null });
const DATED = listed('dated');

/** The state of a feed that gave these answers, one after the other. */
function stateAfter(...answers: readonly (readonly Article[])[]): FeedState {
  const state = createFeedState('https://herald.test/feed');
  for (const answer of answers) state.undated = listUndated(answer, state.undated);
  return state;
}

it.each<[string, boolean, readonly (readonly Article[])[]]>([
  ['is listed as before', true, [[OLD]]],
  ['is listed after an answer without articles', true, [[OLD], []]],
  ['is listed again after it was not', false, [[OLD], [DATED]]],
  ['was never listed', false, []],
])('has expired if it %s: %s', (_, isExpired, answers) => {
  expect(createExpiredTest(stateAfter(...answers))(OLD)).toBe(isExpired);
});

it('never counts as expired with a date', () => {
  expect(createExpiredTest(stateAfter([DATED]))(DATED)).toBe(false);
});
