// Which editions exist, and which ones are suggested for a user's languages.
import { describe, expect, it } from 'vitest';
import { EDITION_MIN_OUTLETS, guessEditions, listEditions } from '../../../../engine/outlet/editions.ts';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import type { Outlet } from '../../../../engine/schema.ts';
import { createRandom, makeOutlet, makeOutletPack, makeText } from './invented-outlets.ts';

const makeOutlets = (country: string | null, languages: readonly string[], count: number): Outlet[] =>
  Array.from({ length: count }, (_, index) => {
    const id = `${country ?? 'none'}-${languages.join('-')}-${index}`.toLowerCase();
    return makeOutlet(id, { country, languages: [...languages], feeds: [{ url: `https://${id}.test/feed` }] });
  });
const listOf = (...outlets: readonly Outlet[][]) =>
  listEditions(createOutletDirectory([makeOutletPack(outlets.flat())]));

describe('listEditions', () => {
  it('always has the world, also without outlets', () => {
    expect(listOf([])).toEqual([{ id: 'world', country: null, languages: [], outlets: 0, feeds: 0 }]);
  });
  it('has a country from enough outlets with feeds on', () => {
    const enough = makeOutlets('NZ', ['en'], EDITION_MIN_OUTLETS);
    const tooFew = makeOutlets('IE', ['en'], EDITION_MIN_OUTLETS - 1);
    const withoutFeeds = makeOutlets('AU', ['en'], 9).map((outlet) => ({ ...outlet, feeds: [] }));
    expect(listOf(enough, tooFew, withoutFeeds).map(({ id }) => id)).toEqual(['world', 'nz']);
  });
  it('puts the country with the most outlets first, and counts feeds', () => {
    const [one, ...others] = makeOutlets('NZ', ['en'], 6);
    const withMore = { ...(one ?? makeOutlet('x')), feeds: [{ url: 'https://a.test/1' }, { url: 'https://a.test/2' }] };
    expect(listOf(makeOutlets('IE', ['en'], 5), [withMore, ...others])).toMatchObject([
      { id: 'world', outlets: 11, feeds: 12 },
      { id: 'nz', country: 'NZ', outlets: 6, feeds: 7 },
      { id: 'ie', country: 'IE', outlets: 5, feeds: 5 },
    ]);
  });
  it('names the languages that are read there, most first', () => {
    const editions = listOf(makeOutlets('CH', ['fr'], 4), makeOutlets('CH', ['de'], 12), makeOutlets('CH', ['en'], 1));
    expect(editions[1]).toMatchObject({ id: 'ch', languages: ['de', 'fr'] });
  });
  it("goes by a feed's own language where it has one", () => {
    const outlets = makeOutlets('CH', ['de'], 5).map((outlet) => ({
      ...outlet,
      feeds: [{ url: `https://${outlet.id}.test/it`, lang: 'it' }],
    }));
    expect(listOf(outlets)[1]?.languages).toEqual(['it']);
  });
});

describe('guessEditions', () => {
  it.each<[readonly string[], readonly string[]]>([
    [[], ['world']],
    [
      ['de-AT', 'de', 'en'],
      ['at', 'world'],
    ],
    [
      ['de', 'en-US', 'en'],
      ['de', 'world'],
    ],
    [['en-GB'], ['gb']],
    [['en-US', 'en'], ['us']],
    [['en'], ['us']],
    [
      ['fr-CA', 'es'],
      ['ca', 'es'],
    ],
    [
      ['en-US', 'es-MX', 'fr'],
      ['us', 'mx'],
    ],
    [['pt'], ['br']],
    [['zh-Hant-TW'], ['tw']],
    [['es-419'], ['es']],
    [['de_CH'], ['ch']],
    [
      ['tlh', 'de'],
      ['world', 'de'],
    ],
    [['', 'not a tag', 'fr'], ['fr']],
    [['-'], ['world']],
    [['und'], ['world']],
    [['Und_DE', 'fr'], ['fr']],
  ])('%j → %j', (languages, editions) => expect(guessEditions(languages)).toEqual(editions));

  it('names only editions that exist', () => {
    const editions = listOf(makeOutlets('DE', ['de'], 5));
    expect(guessEditions(['de-AT', 'en'], editions)).toEqual(['de', 'world']);
    expect(guessEditions(['de-AT', 'fr'], editions)).toEqual(['de', 'world']);
    expect(guessEditions(['fr', 'it'], editions)).toEqual(['world']);
  });
  it('names one or two for any text', () => {
    const random = createRandom(3);
    for (let round = 0; round < 1000; round++) {
      const guesses = guessEditions([makeText(random), makeText(random), makeText(random)]);
      expect([1, 2]).toContain(guesses.length);
    }
  });
});
