// The list of feeds to poll: balanced, best-known first, in the user's languages, with the user's own choices.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { toSide } from '../../../../engine/bias-scale.ts';
import { listEditions } from '../../../../engine/outlet/editions.ts';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { createOutletRater } from '../../../../engine/outlet/outlet-rater.ts';
import { type FeedSelection, selectFeeds } from '../../../../engine/outlet/select-feeds.ts';
import type { Outlet, OutletPack, RatingPack } from '../../../../engine/schema.ts';
import {
  createRandom,
  makeBiasPack,
  makeFactualityPack,
  makeOutlet,
  makeOutletPack,
  shuffle,
} from './invented-outlets.ts';

const feedsOf = (id: string, count = 1) =>
  Array.from({ length: count }, (_, index) => ({ url: `https://${id}.test/feed${index || ''}` }));
const makeMany = (prefix: string, count: number, parts: Partial<Outlet> = {}): Outlet[] =>
  Array.from({ length: count }, (_, index) => {
    const id = `${prefix}-${String(index).padStart(2, '0')}`;
    return makeOutlet(id, { country: 'NZ', feeds: feedsOf(id), ...parts });
  });

type Newsroom = { readonly outlets: readonly Outlet[]; readonly packs?: readonly RatingPack[] };

function select({ outlets, packs = [] }: Newsroom, parts: Partial<FeedSelection> = {}) {
  const directory = createOutletDirectory([makeOutletPack(outlets)]);
  const rater = createOutletRater({ directory, packs, ownBias: {} });
  return selectFeeds({ directory, rater, editions: ['nz'], limit: 120, added: [], removed: [], ...parts });
}
const idsOf = (newsroom: Newsroom, parts: Partial<FeedSelection> = {}) =>
  select(newsroom, parts).map(({ outletId }) => String(outletId));
const rateAll = (outlets: readonly Outlet[], bias: number) => outlets.map(({ id }) => [id, bias]);

const left = makeMany('left', 60);
const center = makeMany('center', 60);
const right = makeMany('right', 60);
const unrated = makeMany('unrated', 60);
const ratings = makeBiasPack(Object.fromEntries([...rateAll(left, -2), ...rateAll(center, 0), ...rateAll(right, 1)]));
const many: Newsroom = { outlets: [...left, ...center, ...right, ...unrated], packs: [ratings] };
const countBySide = (ids: readonly string[]) =>
  ['left', 'center', 'right', 'unrated'].map((side) => ids.filter((id) => id.startsWith(`${side}-`)).length);

describe('balance', () => {
  it('takes turns between the sides, and unrated outlets every second round', () => {
    expect(idsOf(many, { limit: 8 })).toEqual([
      ...['left-00', 'center-00', 'right-00', 'unrated-00', 'left-01', 'center-01', 'right-01', 'left-02'],
    ]);
  });
  it('fills a list of 120 evenly', () => expect(countBySide(idsOf(many))).toEqual([35, 34, 34, 17]));
  it.each([0, 1, 5, 119, 120, 240, 1000])('keeps to a limit of %d', (limit) => {
    expect(idsOf(many, { limit })).toHaveLength(Math.min(limit, 240));
  });
  it('does not let a side outweigh the other by more than twice and two', () => {
    const newsroom = { ...many, outlets: [...left, ...center, ...right.slice(0, 5)] };
    expect(countBySide(idsOf(newsroom))).toEqual([12, 60, 5, 0]);
  });
  it('counts all groups together, and every beginning of the list', () => {
    const abroad = [...makeMany('left', 70).slice(60), ...makeMany('right', 61).slice(60)].map((outlet) => ({
      ...outlet,
      country: 'AU',
    }));
    const newsroom = {
      outlets: [...left, ...right.slice(0, 5), ...abroad],
      packs: [
        makeBiasPack({ ...ratings.values, ...Object.fromEntries(rateAll(abroad.slice(0, 10), -2)), 'right-60': 1 }),
      ],
    };
    const ids = idsOf(newsroom);
    expect(countBySide(ids)).toEqual([14, 0, 6, 0]);
    for (let length = 1; length <= ids.length; length++) {
      const [ofLeft = 0, , ofRight = 0] = countBySide(ids.slice(0, length));
      expect(ofLeft).toBeLessThanOrEqual(2 * ofRight + 2);
    }
  });
  it('is a list of unrated outlets where nobody is rated', () => {
    expect(idsOf({ outlets: unrated })).toHaveLength(60);
  });
  it('does not depend on the order of the registry', () => {
    const expected = idsOf(many);
    for (const seed of [1, 2, 3]) {
      expect(idsOf({ ...many, outlets: shuffle(many.outlets, createRandom(seed)) })).toEqual(expected);
    }
  });
});

describe('rank', () => {
  const rank = (outlets: readonly Outlet[], packs: readonly RatingPack[]) => idsOf({ outlets, packs });
  const types = ['unknown', 'website', 'magazine', 'newspaper'] as const;

  it('puts newspapers before magazines, websites and others', () => {
    const outlets = types.map((type) => makeOutlet(type, { type, country: 'NZ', feeds: feedsOf(type) }));
    const bias = makeBiasPack(Object.fromEntries(rateAll(outlets, 0)));
    expect(rank(outlets, [bias])).toEqual(['newspaper', 'magazine', 'website', 'unknown']);
  });
  it('puts outlets with several ratings first', () => {
    const [one, two] = makeMany('paper', 2);
    if (one === undefined || two === undefined) throw new Error('two outlets are made');
    const packs = [makeBiasPack({ [one.id]: 0, [two.id]: 0 }), makeBiasPack({ [two.id]: 0 }, { id: 'b', rater: 'B' })];
    expect(rank([one, two], packs)).toEqual(['paper-01', 'paper-00']);
  });
  it('puts factual outlets first', () => {
    const outlets = makeMany('paper', 3);
    const factuality = makeFactualityPack({ 'paper-00': 'low', 'paper-01': 'mixed', 'paper-02': 'high' });
    expect(rank(outlets, [makeBiasPack(Object.fromEntries(rateAll(outlets, 0))), factuality])).toEqual([
      ...['paper-02', 'paper-01', 'paper-00'],
    ]);
  });
  it('never chooses satire, nor what is rated very low', () => {
    const packs = [makeBiasPack({ 'paper-00': 'satire' }), makeFactualityPack({ 'paper-01': 'very-low' })];
    expect(rank(makeMany('paper', 3), packs)).toEqual(['paper-02']);
  });
});

describe('editions', () => {
  const local = makeMany('local', 3);
  const neighbours = makeMany('neighbour', 3, { country: 'AU' });
  const foreign = makeMany('foreign', 3, { country: 'DE', languages: ['de'] });
  const outlets = [...foreign, ...neighbours, ...local];

  it('has nothing without an edition', () => expect(select({ outlets }, { editions: [] })).toEqual([]));
  it('begins with the country, goes on with others in its language, and leaves foreign languages out', () => {
    expect(idsOf({ outlets })).toEqual([...local, ...neighbours].map(({ id }) => id));
  });
  it('gives editions turns', () => {
    expect(idsOf({ outlets }, { editions: ['nz', 'de'], limit: 4 })).toEqual([
      ...['local-00', 'foreign-00', 'local-01', 'foreign-01'],
    ]);
  });
  it('spreads the world over countries, English first', () => {
    expect(idsOf({ outlets }, { editions: ['world'] })).toEqual([
      ...['local-00', 'neighbour-00', 'local-01', 'neighbour-01', 'local-02', 'neighbour-02'],
      ...['foreign-00', 'foreign-01', 'foreign-02'],
    ]);
  });
  it('does not choose a feed twice for two editions', () => {
    const urls = select({ outlets }, { editions: ['nz', 'au', 'world'] }).map(({ url }) => url);
    expect(new Set(urls).size).toBe(urls.length);
  });
  it('takes one feed of each outlet before a second of any, and three at most', () => {
    const [one] = makeMany('paper', 1, { feeds: feedsOf('paper', 5) });
    const [two] = makeMany('second', 1);
    if (one === undefined || two === undefined) throw new Error('two outlets are made');
    expect(idsOf({ outlets: [one, two] })).toEqual(['paper-00', 'second-00', 'paper-00', 'paper-00']);
  });
  it('prefers feeds to news sitemaps, and says which is which', () => {
    const paper = makeOutlet('paper', {
      country: 'NZ',
      languages: ['mi'],
      feeds: [
        { url: 'https://paper.test/news.xml', format: 'sitemap' },
        { url: 'https://paper.test/feed', lang: 'en' },
      ],
    });
    const expected = [{ url: 'https://paper.test/feed', outletId: 'paper', lang: 'en', format: 'feed' }];
    expect(select({ outlets: [paper, ...local] }, { limit: 5 })).toEqual(expect.arrayContaining(expected));
    const [only] = select({ outlets: [{ ...paper, feeds: paper.feeds.slice(0, 1) }] });
    expect(only).toEqual({ url: 'https://paper.test/news.xml', outletId: 'paper', lang: 'mi', format: 'sitemap' });
  });
});

describe('agencies', () => {
  const agency = (id: string, languages: string[]) =>
    makeOutlet(id, { type: 'agency', country: 'DE', languages, feeds: feedsOf(id) });
  const outlets = [
    ...many.outlets,
    agency('wire', ['en']),
    agency('draht', ['de']),
    agency('doubted', ['en']),
    agency('nameless', ['en']),
  ];
  const packs = [
    makeBiasPack({ ...ratings.values, wire: 0, draht: 0, doubted: 0 }),
    makeFactualityPack({ doubted: 'mixed', wire: 'high' }),
  ];
  it('stand first when raters know and trust them and they publish in a language of the reader or in English', () => {
    const ids = idsOf({ outlets, packs });
    expect(ids.slice(0, 2)).toEqual(['wire', 'left-00']);
    expect(ids).not.toContain('draht');
  });
  it('hold a twelfth of the list at most', () => {
    const wires = Array.from({ length: 30 }, (_, index) => agency(`wire-${index}`, ['en']));
    const known = makeBiasPack({ ...ratings.values, ...Object.fromEntries(rateAll(wires, 0)) });
    const ids = idsOf({ outlets: [...left, ...right, ...wires], packs: [known] }, { limit: 24 });
    expect(ids.slice(0, 3).map((id) => id.split('-')[0])).toEqual(['wire', 'wire', 'left']);
  });
});

describe("the user's own choice", () => {
  const url = 'https://left-00.test/feed';
  it('takes a feed away and puts no other in its place', () => {
    const before = select(many, { limit: 20 });
    const after = select(many, { limit: 20, removed: [url] });
    expect(after).toEqual(before.filter((feed) => feed.url !== url));
    expect(after).toHaveLength(19);
  });
  it('adds feeds on top of the limit, with what the registry knows of them', () => {
    const added = ['https://left-59.test/feed', 'https://own.test/rss', url, 'https://left-59.test/feed'];
    const feeds = select(many, { limit: 20, added });
    expect(feeds.slice(20)).toEqual([
      { url: 'https://left-59.test/feed', outletId: 'left-59', lang: 'en', format: 'feed' },
      { url: 'https://own.test/rss', outletId: 'host:own.test', lang: null, format: 'feed' },
    ]);
  });
  it('adds a feed of an outlet that is never chosen', () => {
    const newsroom = { outlets: makeMany('paper', 1), packs: [makeBiasPack({ 'paper-00': 'satire' })] };
    expect(idsOf(newsroom, { added: ['https://paper-00.test/feed'] })).toEqual(['paper-00']);
  });
  it('polls added feeds alone when no edition is chosen', () => {
    expect(idsOf(many, { editions: [], added: [url] })).toEqual(['left-00']);
  });
  it('ignores what is no web address, and lets removal win', () => {
    expect(select(many, { editions: [], added: ['nonsense', 'file:///x', url], removed: [url] })).toEqual([]);
  });
});

const data = path.resolve(import.meta.dirname, '../../../../public/data');
const readData = (name: string) => JSON.parse(readFileSync(path.join(data, name), 'utf8'));

describe.skipIf(!existsSync(path.join(data, 'outlets.json')))(
  'on the registry that ships (skipped where it is not built)',
  () => {
    const pack: OutletPack = readData('outlets.json');
    const names = ['mbfc-2024-bias', 'mbfc-2024-factuality', 'allsides-2019', 'adfontes-2019'];
    const packs: readonly RatingPack[] = names.map((name) => readData(`ratings/${name}.json`));
    const directory = createOutletDirectory([pack]);
    const rater = createOutletRater({ directory, packs, ownBias: {} });
    const choose = (editions: readonly string[]) =>
      selectFeeds({ directory, rater, editions, limit: 120, added: [], removed: [] });
    const countSides = (editions: readonly string[]) => {
      const counts = { left: 0, center: 0, right: 0, unrated: 0 };
      for (const outletId of new Set(choose(editions).map((feed) => feed.outletId))) {
        const { bias } = rater.rate(outletId);
        counts[bias === null ? 'unrated' : toSide(bias.step)]++;
      }
      return counts;
    };

    it.each([['us'], ['world'], ['gb'], ['de', 'world'], ['fr', 'world']])(
      'fills a list of 120 for %s',
      (...editions) => {
        const feeds = choose(editions);
        expect(feeds).toHaveLength(120);
        expect(new Set(feeds.map(({ url }) => url)).size).toBe(120);
        expect(new Set(feeds.map(({ outletId }) => outletId)).size).toBeGreaterThan(80);
      },
    );
    it.each([['us'], ['world']])('has about as many outlets of the left as of the right for %s', (edition) => {
      const { left, center, right, unrated } = countSides([edition]);
      expect(Math.max(left, right)).toBeLessThanOrEqual(Math.min(left, right) * 1.25);
      expect(Math.min(left, center, right)).toBeGreaterThanOrEqual(25);
      expect(unrated).toBeLessThanOrEqual(25);
    });
    it.each(listEditions(directory).map(({ id }) => id))('lets no side outweigh the other for %s', (edition) => {
      const { left, right } = countSides([edition]);
      expect(Math.max(left, right)).toBeLessThanOrEqual(Math.min(left, right) * 2 + 2);
    });
    it('starts with the agencies and the big American outlets for the United States', () => {
      const ids = choose(['us']).map(({ outletId }) => String(outletId));
      expect(ids.slice(0, 10)).toEqual(expect.arrayContaining(['reuters.com', 'apnews.com']));
      expect(ids).toEqual(expect.arrayContaining(['nytimes.com', 'foxnews.com', 'cbsnews.com']));
    });
    it('reads German in Germany, with agencies in English', () => {
      const langs = choose(['de']).map(({ lang }) => lang);
      expect(langs.filter((lang) => lang === 'de').length).toBeGreaterThanOrEqual(langs.length * 0.8);
    });
  },
);
