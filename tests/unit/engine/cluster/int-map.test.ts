// The map from numbers holds what `Map` would hold.
import { expect, it } from 'vitest';
import { createIntMap } from '../../../../engine/cluster/int-map.ts';

it('holds what a Map holds through sets, growth and deletions', () => {
  const map = createIntMap<{ n: number }>();
  const reference = new Map<number, { n: number }>();
  let seed = 7;
  for (let n = 0; n < 20_000; n++) {
    seed = (Math.imul(seed, 1103515245) + 12345) | 0;
    // Few different keys, many of them neighbours: clashes and gaps everywhere.
    const key = (seed >> 8) % 900;
    if (n % 3 === 2) {
      map.delete(key);
      reference.delete(key);
    } else {
      map.set(key, { n });
      reference.set(key, { n });
    }
  }
  for (let key = -1000; key <= 1000; key++) expect(map.get(key)).toEqual(reference.get(key));
});
