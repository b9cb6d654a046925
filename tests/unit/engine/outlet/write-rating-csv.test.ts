// Own ratings as a table: what is written is read back unchanged, whatever the outlets are called.
import { describe, expect, it } from 'vitest';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { createOutletRater } from '../../../../engine/outlet/outlet-rater.ts';
import { parseRatingPack } from '../../../../engine/outlet/parse-rating-pack.ts';
import { type OwnPlace, writeRatingCsv } from '../../../../engine/outlet/write-rating-csv.ts';
import { makeOutlet, makeOutletPack, outletId } from './invented-outlets.ts';

const SAVED = '2026-11-28';
const write = (places: readonly OwnPlace[]) => writeRatingCsv({ name: 'My ratings', date: SAVED, places });

function readAgain(places: readonly OwnPlace[]) {
  const parsed = parseRatingPack({ fileName: 'saved.csv', text: write(places) });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  expect(parsed.value.problems).toEqual([]);
  return parsed.value.pack;
}

/** What the saved file, imported as a pack, says about each outlet. */
function rateAgain(places: readonly OwnPlace[]) {
  const directory = createOutletDirectory([makeOutletPack([makeOutlet('herald'), makeOutlet('gull.test/sport')])]);
  const rater = createOutletRater({ directory, packs: [readAgain(places)], ownBias: {} });
  return places.map(({ id }) => rater.rate(outletId(id)).ratings.map(({ bias, date }) => [bias, date]));
}

const place = (id: string, bias: number, date: string | null = '2026-05-31', name = id): OwnPlace => ({
  id,
  name,
  bias,
  date,
});

it('is a table as the documentation shows it', () => {
  expect(write([place('example.org', -1, '2026-05-31', 'The Example'), place('daily.example', 1.5, null)])).toBe(
    [
      '\ufeff# kind: own-ratings',
      '# name: My ratings',
      '# date: 2026-11-28',
      'outlet,name,value,date',
      'example.org,The Example,lean left,2026-05-31',
      'daily.example,daily.example,1.5,',
      '',
    ].join('\r\n'),
  );
});

it('says of itself that it holds own ratings', () => {
  const read = (text: string) => parseRatingPack({ fileName: 'saved.csv', text });
  expect(read(write([place('herald', 1)]))).toMatchObject({ value: { hasOwnRatings: true } });
  expect(read('outlet,value,date\nherald,1,2026')).toMatchObject({ value: { hasOwnRatings: false } });
});

it('gives its name to the pack and to the rater', () => {
  expect(readAgain([place('herald', 1)])).toMatchObject({ name: 'My ratings', rater: 'My ratings', rates: 'bias' });
});

describe('read again', () => {
  it('has every outlet at its place, with its date or that of the table', () => {
    const places = [
      ...[-3, -2, -1, 0, 1, 2, 3].map((bias) => place(`step${bias + 3}.test`, bias)),
      place('herald', 2, null),
      place('gull.test/sport', -2, '2026-01-02'),
      place('host:blog.test', 3),
    ].map((own) => (own.id.startsWith('step') ? { ...own, id: `host:${own.id}` } : own));
    expect(rateAgain(places)).toEqual(places.map(({ bias, date }) => [[bias, date ?? SAVED]]));
  });

  it('has places between the steps', () => {
    expect(rateAgain([place('herald', 0.75), place('host:blog.test', -1)])).toEqual([
      [[0.75, '2026-05-31']],
      [[-1, '2026-05-31']],
    ]);
  });

  it.each([
    'Post, The',
    'The "Free" Press',
    '"',
    ',,,',
    'two\r\nlines\n# date: 1999',
    '=HYPERLINK("https://gull.test")',
    '# name: Somebody else',
    'Süddeutsche – المنارة',
    '',
  ])('is not misled by an outlet called %j', (name) => {
    const [first, last] = [place('herald', 1, null, name), place('host:blog.test', -1, null, name)];
    expect(rateAgain([first, last])).toEqual([[[1, SAVED]], [[-1, SAVED]]]);
    expect(readAgain([first, last]).name).toBe('My ratings');
  });
});

it.each([
  ['Post, The', '"Post, The"'],
  ['The "Free" Press', '"The ""Free"" Press"'],
  ['=1+1', '1+1'],
  ['-@+Gull', 'Gull'],
  ['two\nlines', 'two lines'],
])('an outlet called %j is written as %s', (name, written) => {
  expect(write([place('herald', 0, null, name)])).toContain(`\r\nherald,${written},center,\r\n`);
});
