// The map from integers contains what a `Map` would contain.
import { expect, it } from 'vitest';
import { createIntMap } from '../../../../engine/cluster/int-map.ts';

it.each([0, 5, 5000])('holds what a Map holds through sets, growth and deletions, made for %i keys', (expected) => {
  const map = createIntMap(expected);
  const reference = new Map<number, number>();
  let seed = 7;
  for (let n = 0; n < 20_000; n++) {
    seed = (Math.imul(seed, 1103515245) + 12345) | 0;
    // Few different keys, many of them adjacent: collisions and gaps everywhere.
    const key = (seed >> 8) % 900;
    if (n % 3 === 2) {
      map.delete(key);
      reference.delete(key);
    } else {
      map.set(key, n + 1);
      reference.set(key, n + 1);
    }
  }
  const keys = Int32Array.from({ length: 2001 }, (_, n) => n - 1000);
  const values = new Int32Array(keys.length).fill(-1);
  map.getAll(keys, values);
  for (const [n, key] of keys.entries()) {
    expect(map.get(key)).toBe(reference.get(key) ?? 0);
    expect(values[n]).toBe(map.get(key));
  }
  map.replaceValues((value) => -value);
  for (const [key, value] of reference) expect(map.get(key)).toBe(-value);
});
