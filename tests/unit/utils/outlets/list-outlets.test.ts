// The outlet of a page, and the feeds and own ratings listed on the options page, with a catalogue of invented outlets.
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OutletId } from '../../../../engine/ids.ts';
import { err } from '../../../../engine/result.ts';
import { readImportedPacks } from '../../../../utils/outlets/imported-packs.ts';
import { listFeeds, listOwnRatings, rateOutletOfPage, searchOutlets } from '../../../../utils/outlets/list-outlets.ts';
import { type CatalogueDeps, createCatalogueLoader } from '../../../../utils/outlets/outlet-catalogue.ts';
import { keepBaseline, readKeyInUse, readRatingsKey } from '../../../../utils/outlets/ratings-key.ts';
import { readSettings, type Settings } from '../../../../utils/settings.ts';
import { createStore, type Store } from '../../../../utils/store/database.ts';
import { makeBiasPack, makeOutlet, makeOutletPack } from '../../engine/outlet/invented-outlets.ts';

const HERALD = makeOutlet('herald', {
  name: 'The Herald',
  country: 'GB',
  feeds: [{ url: 'https://herald.test/rss' }, { url: 'https://herald.test/fr', lang: 'fr' }],
});

function createCatalogue(changes: Partial<CatalogueDeps>) {
  return createCatalogueLoader({
    readShippedOutlets: async () => makeOutletPack([HERALD]),
    readShippedRatings: async () => [],
    readImported: async () => ({ outlets: [], ratings: [], areRead: true }),
    readManagedPacks: async () => [],
    readSettings,
    readRatingsKey: async () => 'r1',
    readPolledFeeds: async () => () => true,
    keepBaseline: async (key) => key,
    ...changes,
  });
}

async function list(feedsAdded: string[]) {
  const catalogue = createCatalogue({
    readSettings: async () => ({ ...(await readSettings()), editions: [], feedsAdded }),
  });
  return listFeeds(await catalogue.get(), { states: new Map(), isAllowed: () => true });
}

it('every feed of the registry has a row, those chosen first', async () => {
  const rows = await list(['https://herald.test/fr']);
  expect(rows).toMatchObject([
    { url: 'https://herald.test/fr', outletName: 'The Herald', country: 'GB', lang: 'fr', isChosen: true },
    { url: 'https://herald.test/rss', outletName: 'The Herald', country: 'GB', lang: 'en', isChosen: false },
  ]);
});

it('an added feed that the registry no longer has keeps a row, by which it can be switched off', async () => {
  const rows = await list(['https://www.gull.test/rss', 'https://herald.test/sport']);
  expect(rows.filter(({ isChosen }) => isChosen)).toMatchObject([
    { url: 'https://www.gull.test/rss', outletName: 'gull.test', country: null, lang: null },
    { url: 'https://herald.test/sport', outletId: OutletId.parse('herald'), outletName: 'The Herald', country: 'GB' },
  ]);
  expect(rows).toHaveLength(4);
});

it('ratings made while imported packs cannot be read have another key, and their baseline is not kept', async () => {
  const fail = async () => err({ reason: 'storage-failed', cause: null } as const);
  const broken: Store = { run: fail, discard: fail, close: () => {} };
  const keys = [broken, createStore()].map(async (store) => {
    const catalogue = createCatalogue({
      readImported: () => readImportedPacks(store),
      keepBaseline: async (key) => `${key} kept`,
    });
    return (await catalogue.get()).ratingsKey;
  });
  expect(await Promise.all(keys)).toEqual(['r1 without imported packs', 'r1 kept']);
});

it('ratings made while settings change have the key from before the change', async () => {
  let key = 'before';
  const catalogue = createCatalogue({
    readRatingsKey: async () => key,
    readSettings: () => {
      key = 'after';
      return readSettings();
    },
  });
  expect(await catalogue.get()).toMatchObject({ ratingsKey: 'before' });
});

it('what counts as usual comes from chosen feeds that may be polled, and changes the key in use', async () => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.0.0' } as never);
  const GULL = makeOutlet('gull', { feeds: [{ url: 'https://gull.test/rss' }] });
  const load = async (isPolled: (url: string) => boolean) =>
    createCatalogue({
      readShippedOutlets: async () => makeOutletPack([HERALD, GULL]),
      readShippedRatings: async () => [makeBiasPack({ herald: -2, gull: 2 })],
      readSettings: async () => ({
        ...(await readSettings()),
        editions: [],
        feedsAdded: ['https://herald.test/rss', 'https://gull.test/rss'],
      }),
      readPolledFeeds: async () => isPolled,
      readRatingsKey,
      keepBaseline,
    }).get();
  const both = await load(() => true);
  expect(both.baseline).toEqual({ left: 0.5, center: 0, right: 0.5, rated: 2 });
  const part = await load((url) => url.startsWith('https://herald.test/'));
  expect(part.baseline).toEqual({ left: 1, center: 0, right: 0, rated: 1 });
  expect(part.chosenFeeds).toEqual(both.chosenFeeds);
  expect(part.ratingsKey).not.toBe(both.ratingsKey);
  expect(await readKeyInUse()).toBe(part.ratingsKey);
  expect((await load(() => true)).ratingsKey).toBe(both.ratingsKey);
});

it('own ratings are listed by name, with what was chosen last, and those of unknown outlets by their host', async () => {
  const catalogue = await createCatalogue({}).get(); // created before anything was chosen
  const ownBias = { herald: { bias: -2, date: '2026-01-01' }, 'host:gull.test': 1, gone: 0 };
  expect(listOwnRatings(catalogue, ownBias)).toEqual([
    { id: 'gone', name: 'gone', host: 'gone', bias: 0, date: null },
    { id: 'host:gull.test', name: 'gull.test', host: 'gull.test', bias: 1, date: null },
    { id: 'herald', name: 'The Herald', host: 'herald.test', bias: -2, date: '2026-01-01' },
  ]);
});

it.each([
  ['THE herald', ['The Herald']],
  ['herald the', ['The Herald']],
  ['https://www.herald.test/news/1', ['The Herald']],
  ['https://gull.test/', []],
  [' ', []],
])('an outlet is found by %j: %j', async (wanted, names) => {
  const catalogue = createCatalogue({});
  expect(searchOutlets(await catalogue.get(), wanted).outlets.map(({ name }) => name)).toEqual(names);
});

it('if many outlets match, the first ones are returned, and all are counted', async () => {
  const outlets = Array.from({ length: 143 }, (_, index) => makeOutlet(`post-${index}`, { name: `Post ${index}` }));
  const catalogue = createCatalogue({ readShippedOutlets: async () => makeOutletPack(outlets) });
  const found = searchOutlets(await catalogue.get(), 'post');
  expect([found.outlets.length, found.total]).toEqual([20, 143]);
});

describe('the outlet of a page', () => {
  const SPORT = makeOutlet('herald-sport', { name: 'Herald Sport', domains: ['herald.test/sport'] });
  const imported = makeBiasPack({ 'gull.test': -1, herald: 2 }, { id: 'mine', rater: 'Reading Club' });

  async function rate(url: string, changes: Partial<Settings> = {}) {
    const catalogue = createCatalogue({
      readShippedOutlets: async () => makeOutletPack([HERALD, SPORT]),
      readImported: async () => ({ outlets: [], ratings: [imported], areRead: true }),
      readSettings: async () => ({ ...(await readSettings()), ...changes }),
    });
    return rateOutletOfPage(await catalogue.get(), url);
  }

  it.each([
    ['https://www.herald.test/', 'The Herald'],
    ['https://edition.herald.test/politics', 'The Herald'],
    ['https://herald.test/sport/', 'Herald Sport'],
    ['https://gull.test/', 'gull.test'],
    ['https://nobody.test/', undefined],
    ['about:blank', undefined],
  ])('%s is %s', async (url, name) => {
    expect((await rate(url))?.name).toBe(name);
  });

  it('has the ratings of packs that are switched on, and the user’s own before them', async () => {
    const places = async (changes?: Partial<Settings>) => {
      const outlet = await rate('https://herald.test/', changes);
      return [outlet?.bias?.step, outlet?.ratings.map(({ rater }) => rater)];
    };
    expect(await places()).toEqual(['right', ['Reading Club']]);
    expect(await places({ ratingPacksOff: ['mine'] })).toEqual([undefined, []]);
    expect(await places({ ownBias: { herald: -2 } })).toEqual(['left', ['your rating', 'Reading Club']]);
  });

  it('is one that only the user rates, too, and none once nobody does', async () => {
    const onlyOwn = { ratingPacksOff: ['mine'], ownBias: { 'host:gull.test': 1 } };
    expect(await rate('https://gull.test/', onlyOwn)).toMatchObject({
      name: 'gull.test',
      bias: { step: 'lean-right' },
    });
    expect(await rate('https://gull.test/', { ratingPacksOff: ['mine'] })).toBeNull();
  });
});
