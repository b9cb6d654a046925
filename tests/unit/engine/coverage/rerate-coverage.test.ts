// The user's own ratings applied to a server's coverage, and what they must not change.
import { describe, expect, test } from 'vitest';
import { BLINDSPOT_THRESHOLDS, computeBaseline } from '../../../../engine/coverage/blindspot.ts';
import { computeCoverage } from '../../../../engine/coverage/compute-coverage.ts';
import {
  hasOwnRatings,
  type OwnRatings,
  rerateCoverage,
  withoutClaimedRatings,
} from '../../../../engine/coverage/rerate-coverage.ts';
import type { RenamedMember } from '../../../../engine/coverage/story-member.ts';
import { ArticleId, FamilyId, OutletId, StoryId } from '../../../../engine/ids.ts';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { createOutletRater } from '../../../../engine/outlet/outlet-rater.ts';
import type { OutletPack, RatingPack } from '../../../../engine/schema.ts';

const NAMES = ['red', 'blue', 'mid', 'plain'];

const outletsOf = (names: readonly string[]): OutletPack => ({
  format: 'parallax-outlets-1',
  name: 'Invented',
  date: '2026-01-01',
  outlets: names.map((name) => ({
    id: OutletId.parse(name),
    name: `The ${name}`,
    domains: [`${name}.test`],
    country: 'US',
    languages: ['en'],
    owner: null,
    ownership: 'unknown',
    type: 'website',
    feeds: [],
  })),
});

const packOf = (id: string, rates: RatingPack['rates'], values: Record<string, string>): RatingPack => ({
  format: 'parallax-ratings-1',
  id,
  name: id,
  rater: 'One rater',
  rates,
  scale: {
    type: 'steps',
    steps:
      rates === 'bias'
        ? [
            { value: 'L', name: 'left', bias: -2 },
            { value: 'C', name: 'center', bias: 0 },
            { value: 'R', name: 'right', bias: 2 },
          ]
        : [
            { value: 'high', name: 'high', factuality: 'high' },
            { value: 'odd', name: 'odd', label: 'questionable' },
          ],
  },
  terms: '',
  source: '',
  date: '2025',
  values,
});

const BIAS = packOf('shipped-bias', 'bias', { red: 'L', blue: 'R', mid: 'C' });
const FACTS = packOf('shipped-facts', 'factuality', { red: 'odd', mid: 'high', plain: 'high' });

const directory = createOutletDirectory([outletsOf(NAMES)]);
const raterOf = (packs: readonly RatingPack[], ownBias: Record<string, number> = {}) =>
  createOutletRater({ directory, packs, ownBias });

const memberOf = (host: string, outletId = host): RenamedMember => ({
  id: ArticleId.parse(`a-${host}`),
  url: `https://${host}.test/story`,
  link: `https://${host}.test/story`,
  outletId: OutletId.parse(outletId),
  title: 'Bridge closed',
  formerTitles: [],
  lead: '',
  lang: 'en',
  kind: 'report',
  publishedAt: 1000,
  firstSeenAt: 1000,
  credit: null,
  familyId: FamilyId.parse(`f-${host}`),
});

const members = [...NAMES.map((name) => memberOf(name)), memberOf('village', 'host:village.test')];
const baseline = computeBaseline([]);
const served = computeCoverage({ storyId: StoryId.parse('s'), members, rater: raterOf([BIAS, FACTS]), baseline });

function own(changes: Partial<OwnRatings> & { packs?: OwnRatings['packs']; ownBias?: Record<string, number> } = {}) {
  const packs = [
    { ...BIAS, isShipped: true },
    { ...FACTS, isShipped: true },
  ];
  const { ownBias = {}, packsOff = [], ...others } = changes;
  const used = [BIAS, FACTS].filter(({ id }) => !packsOff.includes(id));
  return {
    directory,
    rater: raterOf(used, ownBias),
    baseline,
    blindspotThresholds: BLINDSPOT_THRESHOLDS,
    packs,
    packsOff,
    ownPlaces: Object.keys(ownBias).length,
    ...others,
  };
}

/** As the device itself would compute it from the same articles. */
const computed = (rater: ReturnType<typeof raterOf>) =>
  computeCoverage({ storyId: StoryId.parse('s'), members, rater, baseline });

describe('the reader’s own ratings', () => {
  test('change nothing where there are none', () => {
    expect(hasOwnRatings(own())).toBe(false);
    expect(rerateCoverage(served, own())).toEqual(served);
  });

  test.each([
    ['a place', { ownBias: { mid: -1 } }],
    ['a pack that is off', { packsOff: ['shipped-bias'] }],
    ['a pack', { packs: [{ ...BIAS, isShipped: false }] }],
  ])('are there with no more than %s of their own', (_, choice) => {
    expect(hasOwnRatings(own(choice))).toBe(true);
  });

  test('put an own place instead of the mean, as the device would', () => {
    const ownBias = { mid: -1, plain: 3 };
    const rerated = rerateCoverage(served, own({ ownBias }));
    expect(rerated).toEqual(computed(raterOf([BIAS, FACTS], ownBias)));
    expect(rerated.story.spread).toMatchObject({ left: 2, center: 0, right: 2, rated: 4, unrated: 1 });
  });

  test('leave out a pack that is switched off, as the device would', () => {
    for (const packsOff of [['shipped-bias'], ['shipped-facts'], ['shipped-bias', 'shipped-facts']]) {
      const used = [BIAS, FACTS].filter(({ id }) => !packsOff.includes(id));
      expect(rerateCoverage(served, own({ packsOff }))).toEqual(computed(raterOf(used)));
    }
  });

  test('add a pack of their own beside the server’s', () => {
    const mine = { ...packOf('mine', 'bias', { plain: 'R', red: 'C' }), rater: 'A library' };
    const rerated = rerateCoverage(
      served,
      own({
        rater: raterOf([BIAS, FACTS, mine]),
        packs: [BIAS, FACTS, mine].map((pack) => ({ ...pack, isShipped: pack !== mine })),
      }),
    );
    expect(rerated.outlets.plain?.bias).toMatchObject({ step: 'right', raters: 1 });
    expect(rerated.outlets.red?.bias).toMatchObject({ mean: -1, raters: 2 });
    expect(rerated.story.spread).toEqual(computed(raterOf([BIAS, FACTS, mine])).story.spread);
  });

  test('follow a pack of their own where its rater and date are those of a shipped one, as the device would', () => {
    const mine = packOf('mine', 'bias', { red: 'R' });
    const rater = raterOf([BIAS, FACTS, mine]);
    const packs = [BIAS, FACTS, mine].map((pack) => ({ ...pack, isShipped: pack !== mine }));
    const rerated = rerateCoverage(served, own({ rater, packs }));
    expect(rerated.outlets.red?.bias).toEqual(rater.rate(OutletId.parse('red')).bias);
    expect(rerated.story.spread).toEqual(computed(rater).story.spread);
  });

  test('count factual reporting by a pack of their own, of which the server says nothing', () => {
    const rater = raterOf([BIAS, FACTS]);
    const packs = [BIAS, FACTS].map((pack) => ({ ...pack, isShipped: pack === BIAS }));
    const rerated = rerateCoverage(computed(raterOf([BIAS])), own({ rater, packs }));
    expect(rerated.factuality).toEqual(computed(rater).factuality);
  });

  test('leave what the server has from packs that they do not know', () => {
    const theirs = { ...packOf('theirs', 'bias', { red: 'C', plain: 'L' }), rater: 'Another rater' };
    const packsOff = ['shipped-facts'];
    const rerated = rerateCoverage(computed(raterOf([BIAS, FACTS, theirs])), own({ packsOff }));
    expect(rerated).toEqual(computed(raterOf([BIAS, theirs])));
  });

  test('reach an outlet that only the reader knows', () => {
    const wider = createOutletDirectory([outletsOf([...NAMES, 'village'])]);
    const rater = createOutletRater({ directory: wider, packs: [BIAS, FACTS], ownBias: { village: -2 } });
    const rerated = rerateCoverage(served, own({ directory: wider, rater, ownBias: { village: -2 } }));
    expect(rerated.outlets['host:village.test']).toMatchObject({ name: 'The village', bias: { step: 'left' } });
    expect(rerated.story.spread).toMatchObject({ left: 2, unrated: 1 });
  });

  test('bring no label back that its rater has replaced, as the device would not', () => {
    const older = { ...packOf('older', 'factuality', { mid: 'odd' }), date: '2020' };
    const packs = [older, BIAS, FACTS];
    const ownBias = { mid: 2 };
    const rater = raterOf(packs, ownBias);
    const rerated = rerateCoverage(
      computed(raterOf(packs)),
      own({ rater, ownBias, packs: packs.map((pack) => ({ ...pack, isShipped: true })) }),
    );
    expect(rerated.outlets.mid?.labels).toEqual([]);
    expect(rerated).toEqual(computed(rater));
  });

  test('correct the counts of a story whose coverage shows only a part', () => {
    const part = {
      ...served,
      story: {
        ...served.story,
        outlets: 105,
        spread: {
          ...served.story.spread,
          steps: { ...served.story.spread.steps, center: 61 },
          center: 61,
          rated: 63,
          unrated: 42,
        },
      },
    };
    const edition = { left: 0.5, center: 0.5, right: 0, rated: 100 };
    const rerated = rerateCoverage(part, own({ ownBias: { mid: 2 }, baseline: edition }));
    expect(rerated.story.spread).toMatchObject({ center: 60, right: 2, rated: 63, unrated: 42 });
    expect(rerated.story.blindspots).toMatchObject([{ side: 'left', outlets: 1, rated: 63 }]);
    const strict = { ...BLINDSPOT_THRESHOLDS, minRated: 64 };
    const rarer = own({ ownBias: { mid: 2 }, baseline: edition, blindspotThresholds: strict });
    expect(rerateCoverage(part, rarer).story.blindspots).toEqual([]);
    // The server's baseline has priority over that of the user's own feeds, of which there may be none.
    const named = { side: 'left', outlets: 1, rated: 63, baseline: 0.25, probability: 0.0001 } as const;
    const claimed = { ...part, story: { ...part.story, blindspots: [named] } };
    expect(rerateCoverage(claimed, own({ ownBias: { mid: 2 } })).story.blindspots).toMatchObject([
      { side: 'left', outlets: 1, rated: 63, baseline: 0.25 },
    ]);
    // If no vote moves, the server's blindspots stay.
    expect(rerateCoverage(part, own({ baseline: edition })).story.blindspots).toEqual([]);
  });
});

test('a server cannot say what the reader’s own rating is', () => {
  const { red } = computed(raterOf([BIAS, FACTS], { red: 3 })).outlets;
  const claimed = { ...served, outlets: { ...served.outlets, ...(red ? { red } : {}) } };
  expect(claimed.outlets.red?.ratings.map(({ packId }) => packId)).toContain('own');
  expect(withoutClaimedRatings(claimed).outlets.red?.ratings.map(({ packId }) => packId)).not.toContain('own');
});
