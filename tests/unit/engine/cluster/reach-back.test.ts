// Postings are read back as far as a cluster that is near in time may begin, and no further.
import { expect, it } from 'vitest';
import { createReachBack } from '../../../../engine/cluster/reach-back.ts';

const BLOCK = 256;

it('leaves out blocks whose clusters ended before, and those before them', () => {
  const reach = createReachBack();
  for (const [oldest, last] of [
    [3, 5],
    [300, 90],
    [700, 70],
  ] as const)
    reach.note(oldest, last);
  expect(reach.slotSince(5)).toBe(0);
  expect(reach.slotSince(6)).toBe(BLOCK);
  expect(reach.slotSince(80)).toBe(BLOCK);
  expect(reach.slotSince(91)).toBe(3 * BLOCK);
});

it('reads everything again when an old cluster has a new article', () => {
  const reach = createReachBack();
  reach.note(3, 5);
  reach.note(900, 50);
  expect(reach.slotSince(40)).toBe(3 * BLOCK);
  reach.note(3, 60);
  expect(reach.slotSince(40)).toBe(0);
});

it('treats clusters without a time as near to any', () => {
  const reach = createReachBack();
  reach.note(600, 5);
  expect(reach.slotSince(Number.NaN)).toBe(0);
  reach.note(300, Number.NaN);
  expect(reach.slotSince(1000)).toBe(BLOCK);
  reach.clear();
  expect(reach.slotSince(1000)).toBe(0);
});
