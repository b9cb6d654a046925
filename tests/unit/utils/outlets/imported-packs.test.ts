// Packs of the user are kept, listed and taken away again, outlets and ratings apart.
import { beforeEach, expect, it } from 'vitest';
import {
  importOutletPack,
  listOutletPacks,
  readImportedPacks,
  removeOutletPack,
  removeRatingPack,
} from '../../../../utils/outlets/imported-packs.ts';
import { createStore } from '../../../../utils/store/database.ts';
import { startFreshProfile } from '../../../support/on-device-fixtures.ts';
import { makeOutlet } from '../../engine/outlet/invented-outlets.ts';

beforeEach(startFreshProfile);

const packText = (name: string, ids: string[], date = '2026-01-15') =>
  JSON.stringify({ format: 'parallax-outlets-1', name, date, outlets: ids.map((id) => makeOutlet(id)) });

it('imported outlet packs are listed by name, date and number of outlets', async () => {
  const store = createStore();
  expect(await listOutletPacks(store)).toEqual([]);
  await importOutletPack(store, packText('Harbour towns', ['herald', 'gull']));
  await importOutletPack(store, packText('One more', ['lookout'], '2026-02-01'));
  expect(await listOutletPacks(store)).toEqual([
    { name: 'Harbour towns', date: '2026-01-15', outlets: 2 },
    { name: 'One more', date: '2026-02-01', outlets: 1 },
  ]);
});

it('a removed outlet pack is gone, with its outlets; others stay', async () => {
  const store = createStore();
  await importOutletPack(store, packText('harbour-towns', ['herald', 'gull']));
  await importOutletPack(store, packText('One more', ['lookout']));
  await removeRatingPack(store, 'harbour-towns'); // the kind belongs to the name
  expect(await listOutletPacks(store)).toHaveLength(2);
  await removeOutletPack(store, 'harbour-towns');
  const { outlets } = await readImportedPacks(store);
  expect(outlets.flatMap((pack) => pack.outlets.map(({ id }) => id))).toEqual(['lookout']);
});
