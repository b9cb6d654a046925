// Saved own ratings are read again for the same outlets, with the same places and dates.
import { expect, it } from 'vitest';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { readOwnPlaces } from '../../../../engine/outlet/own-places.ts';
import { parseRatingPack } from '../../../../engine/outlet/parse-rating-pack.ts';
import { writeRatingCsv } from '../../../../engine/outlet/write-rating-csv.ts';
import { makeOutlet, makeOutletPack } from './invented-outlets.ts';

const directory = createOutletDirectory([makeOutletPack([makeOutlet('herald'), makeOutlet('gull.test/sport')])]);

function read(text: string) {
  const parsed = parseRatingPack({ fileName: 'saved.csv', text });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return readOwnPlaces(parsed.value.pack, directory);
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);

it('what is saved is what is read, also of an outlet that is not known here', () => {
  const places = [
    { id: 'herald', bias: 2, date: '2026-05-31' },
    { id: 'gull.test/sport', bias: -3, date: null },
    { id: 'host:blog.test', bias: 0.5, date: '2026-01-02' },
    { id: 'outlet-of-my-own', bias: 1, date: '2026-01-02' },
  ];
  const text = writeRatingCsv({
    name: 'Mine',
    date: '2026-11-28',
    places: places.map((one) => ({ ...one, name: '' })),
  });
  expect(read(text).toSorted(byId)).toEqual(places.toSorted(byId));
});

it('an outlet may be named by its site, and a year alone is not a date', () => {
  const [outlet] = directory.outlets;
  expect(read(`outlet,value,date\n${outlet?.domains[0]},left,2025\nblog.test,1,2025-01-01`).toSorted(byId)).toEqual([
    { id: 'herald', bias: -2, date: null },
    { id: 'host:blog.test', bias: 1, date: '2025-01-01' },
  ]);
});

it('ratings of factual reporting are not places', () => {
  expect(read('# rates: factuality\noutlet,value,date\nherald,high,2025')).toEqual([]);
});
