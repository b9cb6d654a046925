// Block lists contain what arrays would contain, after growth, gaps and sweeps.
import { expect, it } from 'vitest';
import { createBlockLists } from '../../../../engine/cluster/block-lists.ts';

const ARTICLES = 3000;
const LISTS = 40;

it('reads back the newest living entries of every list, before and after a sweep', () => {
  const lists = createBlockLists();
  const reference: number[][] = Array.from({ length: LISTS }, () => []);
  const rows = Int32Array.from({ length: ARTICLES }, (_, slot) => slot); // a cluster for each article
  let seed = 3;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) | 0;
    return (seed >>> 8) % below;
  };
  for (let slot = 0; slot < ARTICLES; slot++) {
    const list = Math.min(next(LISTS), next(LISTS)); // lists of very different lengths
    lists.append(list, slot);
    reference[list]?.push(slot);
    if (next(3) === 0) rows[slot] = -1;
  }
  const into = new Int32Array(64);
  const read = (list: number) => [...into.slice(0, lists.readLiving(list, { rows, from: 0, most: 64, into }))];
  const living = (list: number) => (reference[list] ?? []).filter((slot) => (rows[slot] ?? -1) >= 0);
  for (let list = 0; list < LISTS; list++) expect(read(list)).toEqual(living(list).reverse().slice(0, 64));
  const newest = new Int32Array(LISTS + 1);
  lists.readNewest(Int32Array.from([...reference.keys(), LISTS + 5000]), newest);
  expect([...newest]).toEqual([...reference.map((slots) => slots.at(-1) ?? -1), -1]);

  const renumbered = new Int32Array(ARTICLES).fill(-1);
  let count = 0;
  for (let slot = 0; slot < ARTICLES; slot++) if ((rows[slot] ?? -1) >= 0) renumbered[slot] = count++;
  const from = ARTICLES / 2;
  const lately = lists.readLiving(0, { rows, from, most: 64, into });
  expect([...into.slice(0, lately)]).toEqual(
    living(0)
      .filter((slot) => slot >= from)
      .reverse()
      .slice(0, 64),
  );
  const expected = reference.map((_, list) => living(list).map((slot) => renumbered[slot]));
  lists.sweep(renumbered);
  for (let slot = 0; slot < count; slot++) rows[slot] = slot;
  for (let list = 0; list < LISTS; list++) expect(read(list)).toEqual(expected[list]?.reverse().slice(0, 64));
  expect(lists.readLiving(LISTS + 5000, { rows, from: 0, most: 64, into })).toBe(0);
});
