// How long an answer may be shown, for unusual values of its header.
import { expect, test } from 'vitest';
import { readLifetime } from '../../../../../utils/coverage/remote/answer-lifetime.ts';

const DAY_S = 86_400;

test.each([
  ['max-age=60, stale-while-revalidate=600', 60, 660],
  ['public, s-maxage=5, max-age=60', 60, 60],
  ['max-age=60', 60, 60],
  ['max-age=1', 15, 15],
  ['no-cache', 15, 15],
  ['', 15, 15],
  ['max-age=999999999, stale-while-revalidate=999999999', DAY_S, 2 * DAY_S],
  ['max-age="120"', 120, 120],
  ['max-age=-5', 15, 15],
])('%s', (control, fresh, stale) => {
  const lifetime = readLifetime(new Headers({ 'cache-control': control }), 0);
  expect(lifetime).toEqual({ freshUntil: fresh * 1000, staleUntil: stale * 1000 });
});

test('no-store is not kept', () => {
  expect(readLifetime(new Headers({ 'cache-control': 'max-age=60, no-store' }), 0)).toBeNull();
});
