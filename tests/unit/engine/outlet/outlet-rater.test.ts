// Rated outlets: known, unknown, rated by id or by host, and with the user's own rating.
import { describe, expect, it } from 'vitest';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { createOutletRater, type OutletRaterParts } from '../../../../engine/outlet/outlet-rater.ts';
import { OWN_PACK_ID } from '../../../../engine/outlet/own-pack-id.ts';
import { RatedOutlet, type RatingPack, RatingPack as RatingPackSchema } from '../../../../engine/schema.ts';
import { makeBiasPack, makeFactualityPack, makeOutlet, makeOutletPack, outletId } from './invented-outlets.ts';

const directory = createOutletDirectory([
  makeOutletPack([
    makeOutlet('alpha', {
      name: 'The Alpha',
      domains: ['=alpha.test/news', 'alpha.example'],
      country: 'NZ',
      owner: 'Alpha Trust',
      ownership: 'independent',
    }),
    makeOutlet('beta', { domains: ['beta.test', 'beta-news.test'] }),
  ]),
]);
const createRater = (packs: readonly RatingPack[], ownBias: OutletRaterParts['ownBias'] = {}) =>
  createOutletRater({ directory, packs, ownBias });

describe('facts', () => {
  it('shows what the registry knows', () => {
    expect(createRater([]).rate(outletId('alpha'))).toEqual({
      id: 'alpha',
      name: 'The Alpha',
      host: 'alpha.test',
      country: 'NZ',
      owner: 'Alpha Trust',
      ownership: 'independent',
      isKnown: true,
      bias: null,
      factuality: null,
      labels: [],
      ratings: [],
    });
  });
  it('shows an unknown host by its name, with nothing else known', () => {
    expect(createRater([]).rate(outletId('host:nobody.test'))).toEqual({
      id: 'host:nobody.test',
      name: 'nobody.test',
      host: 'nobody.test',
      country: null,
      owner: null,
      ownership: 'unknown',
      isKnown: false,
      bias: null,
      factuality: null,
      labels: [],
      ratings: [],
    });
  });
  it.each(['gone', 'host:', '__proto__', 'constructor', `host:${'x'.repeat(255)}`])('keeps its schema for %j', (id) => {
    const rated = createRater([makeBiasPack({ beta: 1 })], { beta: 1 }).rate(outletId(id));
    expect(RatedOutlet.safeParse(rated).success).toBe(true);
    expect(rated).toMatchObject({ isKnown: false, bias: null, ratings: [] });
  });
  it('fits the schema with the longest source address that can be imported', () => {
    const source = `https://rater-a.test/${'x'.repeat(2048)}`.slice(0, 2048);
    const pack = RatingPackSchema.parse(makeBiasPack({ beta: { value: 1, source } }));
    expect(RatedOutlet.parse(createRater([pack]).rate(outletId('beta'))).ratings[0]?.source).toBe(source);
  });
  it('remembers its answers', () => {
    const rater = createRater([]);
    expect(rater.rate(outletId('alpha'))).toBe(rater.rate(outletId('alpha')));
  });
});

describe('ratings', () => {
  it.each([
    ['the id', { beta: 2 }],
    ['its host', { 'beta.test': 2 }],
    ['its host with www.', { 'www.beta.test': 2 }],
    ['another of its hosts', { 'beta-news.test': 2 }],
    ['a subdomain', { 'edition.beta.test': 2 }],
    ['the id before a host', { 'beta.test': -2, beta: 2 }],
  ])('finds a value by %s', (_, values) => {
    expect(createRater([makeBiasPack(values)]).rate(outletId('beta')).bias?.mean).toBe(2);
  });
  it.each([
    ['its own domain, listed after a subdomain', { 'blogs.beta-news.test': 2, 'beta-news.test': -2 }],
    ['its own domain, listed before a subdomain', { 'beta-news.test': -2, 'blogs.beta-news.test': 2 }],
    [
      'its own domain, though a subdomain of another has as few labels',
      { 'tv.beta.test': 2, 'www.beta-news.test': -2 },
    ],
    ['the shorter of two subdomains', { 'a.blogs.beta.test': 2, 'edition.beta.test': -2 }],
    ['the first of equals', { 'edition.beta.test': -2, 'blogs.beta.test': 2 }],
  ])('takes, of several hosts of one outlet, %s', (_, values) => {
    expect(createRater([makeBiasPack(values)]).rate(outletId('beta')).bias?.mean).toBe(-2);
  });
  it('finds a value for a host that the registry does not know', () => {
    const rater = createRater([makeBiasPack({ 'nobody.test': -1, 'host:other.test': 1 })]);
    expect(rater.rate(outletId('host:nobody.test'))).toMatchObject({ isKnown: false, bias: { mean: -1 } });
    expect(rater.rate(outletId('host:other.test')).bias?.mean).toBe(1);
  });
  it('takes the mean over raters of several packs', () => {
    const packs = [makeBiasPack({ beta: -1 }), makeBiasPack({ beta: -2 }, { id: 'b', rater: 'Rater B' })];
    expect(createRater(packs).rate(outletId('beta'))).toMatchObject({
      bias: { mean: -1.5, low: -2, high: -1, raters: 2, step: 'lean-left' },
      ratings: [{ rater: 'Rater A' }, { rater: 'Rater B' }],
    });
  });
  it('keeps bias and factual reporting of one rater apart', () => {
    const packs = [makeBiasPack({ beta: 1 }), makeFactualityPack({ beta: 'high' }, { date: '2026' })];
    expect(createRater(packs).rate(outletId('beta'))).toMatchObject({
      bias: { mean: 1, raters: 1 },
      factuality: 'high',
    });
  });
  it('keeps labels as labels, once each', () => {
    const packs = [makeBiasPack({ beta: 'satire' }), makeBiasPack({ beta: 'satire' }, { id: 'b', rater: 'Rater B' })];
    expect(createRater(packs).rate(outletId('beta'))).toMatchObject({ bias: null, labels: ['satire'] });
  });
  it('drops a label that its rater has replaced since, of the same kind', () => {
    const satire = makeBiasPack({ beta: 'satire' }, { date: '2024' });
    const place = makeBiasPack({ beta: 1 }, { id: 'later', date: '2025' });
    expect(createRater([satire, place]).rate(outletId('beta'))).toMatchObject({ bias: { mean: 1 }, labels: [] });
    expect(createRater([place, { ...satire, date: '2026' }]).rate(outletId('beta'))).toMatchObject({
      bias: null,
      labels: ['satire'],
    });
    const factuality = makeFactualityPack({ beta: 'low' }, { date: '2026' });
    expect(createRater([satire, factuality]).rate(outletId('beta')).labels).toEqual(['satire']);
  });
  it('ignores values that the scale does not have', () => {
    expect(createRater([makeBiasPack({ beta: 'odd' })]).rate(outletId('beta')).ratings).toEqual([]);
  });
});

describe("the user's own rating", () => {
  const packs = [makeBiasPack({ beta: -2 })];
  it('replaces the mean and stands first among the ratings', () => {
    const rated = createRater(packs, { beta: 1 }).rate(outletId('beta'));
    expect(rated.bias).toEqual({ step: 'lean-right', mean: 1, low: 1, high: 1, raters: 1 });
    expect(rated.ratings).toMatchObject([
      { packId: OWN_PACK_ID, rater: 'your rating', value: 'lean-right', bias: 1 },
      { packId: 'invented-bias', bias: -2 },
    ]);
  });
  it('tells the day it was given, where that is known', () => {
    const rater = createRater(packs, { beta: { bias: 1, date: '2026-03-01' }, alpha: 2 });
    expect(rater.rate(outletId('beta'))).toMatchObject({ bias: { mean: 1 }, ratings: [{ date: '2026-03-01' }, {}] });
    expect(rater.rate(outletId('alpha')).ratings).toMatchObject([{ bias: 2, date: '' }]);
  });
  it('may be center', () => expect(createRater(packs, { beta: 0 }).rate(outletId('beta')).bias?.step).toBe('center'));
  it('rates an outlet that nobody else does', () => {
    expect(createRater([], { 'host:nobody.test': -3 }).rate(outletId('host:nobody.test')).bias?.step).toBe('far-left');
  });
  it('does not touch other outlets', () => {
    expect(createRater(packs, { alpha: 3 }).rate(outletId('beta')).bias?.mean).toBe(-2);
  });
  it('is ignored when it is no number', () => {
    expect(createRater(packs, { beta: Number.NaN }).rate(outletId('beta')).bias?.mean).toBe(-2);
  });
});
