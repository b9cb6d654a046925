// Words in use stay known, and those that nobody has used for long are forgotten.
import { expect, it } from 'vitest';
import { createRecentWords } from '../../../../engine/cluster/recent-words.ts';

const HALF = 10;

it('keeps what comes again, and never more than two halves', () => {
  const words = createRecentWords<{ readonly n: number }>(HALF);
  words.set('often', { n: -1 });
  words.set('once', { n: -2 });
  for (let n = 0; n < 5 * HALF; n++) {
    words.set(`word-${n}`, { n });
    expect(words.get('often')).toEqual({ n: -1 });
  }
  expect(words.get('once')).toBeUndefined();
  const known = Array.from({ length: 5 * HALF }, (_, n) => words.get(`word-${n}`)).filter((word) => word !== undefined);
  expect(known.length).toBeGreaterThanOrEqual(HALF - 1);
  expect(known.length).toBeLessThanOrEqual(2 * HALF);
  expect(words.get(`word-${5 * HALF - 1}`)).toEqual({ n: 5 * HALF - 1 });
});

it('forgets everything when told to', () => {
  const words = createRecentWords<{ readonly n: number }>(HALF);
  words.set('often', { n: 1 });
  words.clear();
  expect(words.get('often')).toBeUndefined();
});
