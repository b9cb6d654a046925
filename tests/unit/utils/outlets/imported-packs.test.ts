// Imported packs are stored, listed and removed, outlets and ratings separately.
import { beforeEach, expect, it } from 'vitest';
import {
  importOutletPack,
  importRatingPack,
  listOutletPacks,
  readImportedPacks,
  readPack,
  removePack,
  restorePack,
} from '../../../../utils/outlets/imported-packs.ts';
import { readSetting, writeSetting } from '../../../../utils/settings.ts';
import { createStore, type Store } from '../../../../utils/store/database.ts';
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
  await removePack(store, { kind: 'ratings', id: 'harbour-towns' }); // the kind is part of the key
  expect(await listOutletPacks(store)).toHaveLength(2);
  await removePack(store, { kind: 'outlets', id: 'harbour-towns' });
  const { outlets } = await readImportedPacks(store);
  expect(outlets.flatMap((pack) => pack.outlets.map(({ id }) => id))).toEqual(['lookout']);
});

it.each([0, 3, 3000])('says of %i lines that were left out how many they were, and shows the first', async (bad) => {
  const text = ['outlet,value,date', 'herald,1,2026', ...Array.from({ length: bad }, () => 'gull,x,2026')].join('\n');
  const outcome = await importRatingPack(createStore(), { fileName: 'mine.csv', text });
  expect(outcome).toMatchObject({ status: 'imported', entries: 1, skipped: bad });
  expect(outcome.status === 'imported' && outcome.problems).toHaveLength(Math.min(bad, 51));
});

it('counts the outlets that were left out', async () => {
  const outlets = [makeOutlet('herald'), ...Array.from({ length: 3000 }, () => ({ id: 'gull' }))];
  const text = JSON.stringify({ format: 'parallax-outlets-1', name: 'Harbour towns', date: '2026-01-15', outlets });
  expect(await importOutletPack(createStore(), text)).toMatchObject({ status: 'imported', entries: 1, skipped: 3000 });
});

it('a rating pack that was switched off and removed is on when it is imported again', async () => {
  await writeSetting('ratingPacksOff', ['imported-mine', 'another']);
  await removePack(createStore(), { kind: 'ratings', id: 'imported-mine' });
  expect(await readSetting('ratingPacksOff')).toEqual(['another']);
});

it('a rating pack that could not be removed stays switched off', async () => {
  await writeSetting('ratingPacksOff', ['imported-mine']);
  const full: Store = {
    run: async () => ({ ok: false, error: { reason: 'storage-full' } }),
    discard: async () => ({ ok: false, error: { reason: 'storage-full' } }),
    close: createStore().close,
  };
  await expect(removePack(full, { kind: 'ratings', id: 'imported-mine' })).rejects.toThrow('storage-full');
  expect(await readSetting('ratingPacksOff')).toEqual(['imported-mine']);
});

const MINE = { kind: 'ratings', id: 'imported-mine' } as const;
const table = (value: number) => ({ fileName: 'mine.csv', text: `outlet,value,date\nherald,${value},2026` });

it('a rating pack that was removed is put back whole, as it was switched, also twice', async () => {
  const store = createStore();
  await importRatingPack(store, table(1));
  await writeSetting('ratingPacksOff', [MINE.id]);
  const { ratings } = await readImportedPacks(store);
  const kept = await readPack(store, MINE);
  if (kept === null) throw new Error('the pack is not there');
  await removePack(store, MINE);
  expect([await readPack(store, MINE), await readSetting('ratingPacksOff')]).toEqual([null, []]);
  expect(await restorePack(store, kept)).toBeNull();
  expect(await restorePack(store, kept)).toBeNull();
  expect((await readImportedPacks(store)).ratings).toEqual(ratings);
  expect(await readSetting('ratingPacksOff')).toEqual([MINE.id]);
});

it('a pack that was imported under the id of a removed one stays as it is, and switched on', async () => {
  const store = createStore();
  await importRatingPack(store, table(1));
  await writeSetting('ratingPacksOff', [MINE.id]);
  const kept = await readPack(store, MINE);
  if (kept === null) throw new Error('the pack is not there');
  await removePack(store, MINE);
  await importRatingPack(store, table(-2));
  expect(await restorePack(store, kept)).toBeNull();
  expect((await readImportedPacks(store)).ratings[0]?.values).toEqual({ herald: { value: -2, date: '2026' } });
  expect(await readSetting('ratingPacksOff')).toEqual([]);
});
