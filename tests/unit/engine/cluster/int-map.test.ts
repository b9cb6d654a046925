// The map from numbers holds what `Map` would hold.
import { expect, it } from 'vitest';
import { createIntMap } from '../../../../engine/cluster/int-map.ts';

it.each([0, 5, 5000])('holds what a Map holds through sets, growth and deletions, made for %i keys', (expected) => {
  const map = createIntMap(expected);
  const reference = new Map<number, number>();
  let seed = 7;
  for (let n = 0; n < 20_000; n++) {
    seed = (Math.imul(seed, 1103515245) + 12345) | 0;
    // Few different keys, many of them neighbours: clashes and gaps everywhere.
    const key = (seed >> 8) % 900;
    if (n % 3 === 2) {
      map.delete(key);
      reference.delete(key);
    } else {
      map.set(key, n + 1);
      reference.set(key, n + 1);
    }
  }
  for (let key = -1000; key <= 1000; key++) expect(map.get(key)).toBe(reference.get(key) ?? 0);
  map.replaceValues((value) => -value);
  for (const [key, value] of reference) expect(map.get(key)).toBe(-value);
});
