// A story's coverage as a whole: its numbers, facets, order and limits, and that the order of the input has no effect.
import { describe, expect, it } from 'vitest';
import { computeBaseline } from '../../../../engine/coverage/blindspot.ts';
import { computeCoverage, summarizeStory } from '../../../../engine/coverage/compute-coverage.ts';
import type { RenamedMember } from '../../../../engine/coverage/story-member.ts';
import { COVERAGE_ARTICLES_MAX, Coverage } from '../../../../engine/schema.ts';
import { ENGINE_VERSION } from '../../../../engine/version.ts';
import {
  createRandom,
  HOUR,
  makeBiasPack,
  makeFactualityPack,
  makeMember,
  makeOutlet,
  makeRatedOutlets,
  makeRater,
  makeText,
  NOON,
  outletId,
  shuffle,
  storyId,
} from '../outlet/invented-outlets.ts';

const rater = makeRater(
  [
    makeOutlet('alpha', { name: 'Alpha', country: 'NZ', ownership: 'public' }),
    makeOutlet('beta', { name: 'Beta', country: 'NZ', ownership: 'billionaire' }),
    makeOutlet('gamma', { name: 'Gamma', country: 'DE', ownership: 'public' }),
    makeOutlet('delta', { name: 'Delta' }),
  ],
  [makeBiasPack({ alpha: -1, beta: 2, gamma: 0 }), makeFactualityPack({ alpha: 'high', beta: 'mixed', gamma: 'high' })],
);
const baseline = computeBaseline(makeRatedOutlets({ '-1': 3, '0': 4, '1': 3 }));
const compute = (members: readonly RenamedMember[], title?: string) =>
  computeCoverage({ storyId: storyId('story'), members, rater, baseline, ...(title === undefined ? {} : { title }) });

const members = [
  makeMember('a1', { outlet: 'alpha', title: 'Ferry runs aground off Lindau' }),
  makeMember('a2', { outlet: 'alpha', title: 'Why ferries sink', kind: 'opinion', publishedAt: NOON + 1 }),
  makeMember('b1', { outlet: 'beta', title: 'Ferry runs aground off Lindau', family: 'a1', publishedAt: NOON + 2 }),
  makeMember('c1', { outlet: 'gamma', title: 'Fähre läuft auf Grund', lang: 'de', publishedAt: NOON + 3 }),
  makeMember('d1', { outlet: 'delta', title: 'Ferry aground, all safe', lang: 'und', publishedAt: NOON + 4 }),
  makeMember('e1', { outlet: 'host:nobody.test', title: 'Ferry', publishedAt: null, firstSeenAt: NOON + 5 }),
];

describe('the summary', () => {
  it('counts articles, families, outlets and countries', () => {
    expect(compute(members).story).toMatchObject({
      id: 'story',
      title: 'Ferry runs aground off Lindau',
      lang: 'en',
      articles: 6,
      reports: 5,
      outlets: 5,
      countries: 2,
      spread: { left: 1, center: 1, right: 1, rated: 3, unrated: 2 },
      blindspots: [],
      first: { articleId: 'a1', outletName: 'Alpha', basis: 'published' },
      updatedAt: NOON + 5,
    });
  });
  it('is the same as the one made alone', () => {
    const alone = summarizeStory({ storyId: storyId('story'), members, rater, baseline });
    expect(compute(members).story).toEqual(alone);
  });
  it('takes a headline that is known already', () => expect(compute(members, 'Known').story.title).toBe('Known'));
  it('is not updated in the future', () => {
    const member = makeMember('x', { publishedAt: NOON + 900 * HOUR, firstSeenAt: NOON });
    expect(compute([member]).story.updatedAt).toBe(NOON);
  });
  it('finds blindspots against the baseline', () => {
    const outlets = Array.from({ length: 12 }, (_, index) => makeOutlet(`o${index}`));
    const packs = [makeBiasPack(Object.fromEntries(outlets.map(({ id }) => [id, 1])))];
    const parts = {
      storyId: storyId('one-sided'),
      members: outlets.map(({ id }) => makeMember(id, { outlet: id })),
      rater: makeRater(outlets, packs),
      baseline,
    };
    expect(computeCoverage(parts).story.blindspots).toMatchObject([
      { side: 'left', outlets: 0, rated: 12, baseline: 0.3 },
    ]);
    const blindspotThresholds = { minRated: 13, shareOfBaseline: 0.5, maxProbability: 0.05 };
    expect(summarizeStory({ ...parts, blindspotThresholds }).blindspots).toEqual([]);
  });
  it('is empty for a story without articles', () => {
    const { story, articles } = compute([]);
    expect(story).toMatchObject({
      title: '',
      lang: 'und',
      articles: 0,
      reports: 0,
      outlets: 0,
      first: null,
      updatedAt: 0,
    });
    expect(articles).toEqual([]);
    expect(Coverage.safeParse(compute([])).success).toBe(true);
  });
});

describe('facets', () => {
  it('count outlets, most first, and keep the unknown apart', () => {
    const { factuality, ownership, countries, languages } = compute(members);
    expect(factuality).toEqual({
      counts: [
        { value: 'high', outlets: 2 },
        { value: 'mixed', outlets: 1 },
      ],
      unknown: 2,
    });
    expect(ownership).toEqual({
      counts: [
        { value: 'public', outlets: 2 },
        { value: 'billionaire', outlets: 1 },
      ],
      unknown: 2,
    });
    expect(countries).toEqual({
      counts: [
        { value: 'NZ', outlets: 2 },
        { value: 'DE', outlets: 1 },
      ],
      unknown: 2,
    });
    expect(languages).toEqual({
      counts: [
        { value: 'en', outlets: 3 },
        { value: 'de', outlets: 1 },
      ],
      unknown: 1,
    });
  });
  it('count an outlet with articles in two languages under both, and as known', () => {
    const { languages } = compute([
      makeMember('a', { lang: 'en' }),
      makeMember('b', { lang: 'de' }),
      makeMember('c', { lang: 'und' }),
    ]);
    expect(languages).toEqual({
      counts: [
        { value: 'de', outlets: 1 },
        { value: 'en', outlets: 1 },
      ],
      unknown: 0,
    });
  });
});

describe('articles', () => {
  it('are newest first, with originals marked', () => {
    const shown = compute(members).articles.map(({ id, isOriginal }) => `${id} ${isOriginal}`);
    expect(shown).toEqual(['e1 true', 'd1 true', 'c1 true', 'b1 false', 'a2 true', 'a1 true']);
  });
  it('tell the other headlines that they were seen under', () => {
    const before = ['Ferry aground – off Lindau', 'FERRY AGROUND OFF LINDAU', 'Ferry in trouble', 'Ferry, in trouble'];
    const member = makeMember('a', { title: 'Ferry aground off Lindau', formerTitles: before });
    expect(compute([member]).articles[0]?.formerTitles).toEqual(['Ferry in trouble']);
  });
  it('come with their outlets', () => {
    const { outlets } = compute(members);
    expect(Object.keys(outlets).sort()).toEqual(['alpha', 'beta', 'delta', 'gamma', 'host:nobody.test']);
    expect(outlets.alpha).toBe(rater.rate(outletId('alpha')));
  });
  it.each([COVERAGE_ARTICLES_MAX - 1, COVERAGE_ARTICLES_MAX, COVERAGE_ARTICLES_MAX + 1])(
    'of %d are kept up to the limit',
    (count) => {
      const many = Array.from({ length: count }, (_, index) => makeMember(`m${index}`, { firstSeenAt: NOON + index }));
      const coverage = compute(many);
      expect(coverage.articles).toHaveLength(Math.min(count, COVERAGE_ARTICLES_MAX));
      expect(coverage.story.articles).toBe(count);
    },
  );
  it('give way to originals where there are too many', () => {
    const original = makeMember('original', { family: 'f', publishedAt: NOON - HOUR });
    const copies = Array.from({ length: 300 }, (_, index) =>
      makeMember(`copy${index}`, { family: 'f', outlet: `o${index}` }),
    );
    const { articles, outlets } = compute([original, ...copies]);
    expect(articles.at(-1)).toMatchObject({ id: 'original', isOriginal: true });
    expect(articles).toHaveLength(COVERAGE_ARTICLES_MAX);
    expect(Object.keys(outlets)).toHaveLength(COVERAGE_ARTICLES_MAX);
  });
});

describe('properties', () => {
  it('does not depend on the order of the articles', () => {
    const expected = JSON.stringify(compute(members)); // compared as text, as when a new answer is compared with the one before
    for (let seed = 0; seed < 50; seed++) {
      expect(JSON.stringify(compute(shuffle(members, createRandom(seed))))).toBe(expected);
    }
  });
  it('does not depend on it for random stories', () => {
    for (let seed = 0; seed < 100; seed++) {
      const random = createRandom(seed);
      const story = makeAnyStory(random);
      const coverage = compute(story);
      expect(compute(shuffle(story, random))).toEqual(coverage);
      expect(Coverage.safeParse(coverage).error).toBeUndefined();
      expect(coverage.story.spread.rated + coverage.story.spread.unrated).toBe(coverage.story.outlets);
      expect(coverage.story.reports).toBeLessThanOrEqual(coverage.story.articles);
    }
  });
  it('leaves the articles as they were', () => {
    const frozen = Object.freeze(members.map((member) => Object.freeze({ ...member })));
    expect(compute(frozen)).toEqual(compute(members));
  });
  it('is stamped with the version of the engine', () => expect(compute([]).engineVersion).toBe(ENGINE_VERSION));
});

function makeAnyStory(random: () => number): readonly RenamedMember[] {
  const pick = <Item>(first: Item, ...others: Item[]): Item => {
    const items = [first, ...others];
    return items[Math.floor(random() * items.length)] ?? first;
  };
  return Array.from({ length: Math.floor(random() * 30) }, (_, index) =>
    makeMember(`id${index}`, {
      outlet: pick('alpha', 'beta', 'gamma', 'delta', 'host:nobody.test', '__proto__'),
      family: `family${Math.floor(random() * 10)}`,
      title: pick('Ferry aground', 'Fähre auf Grund', makeText(random)),
      lang: pick('en', 'de', 'und'),
      kind: pick('report', 'opinion', 'live', 'media', 'press-release'),
      publishedAt: pick(null, 0, NOON, NOON + HOUR, NOON + 900 * HOUR),
      firstSeenAt: pick(NOON, NOON + HOUR),
      credit: pick(null, 'Alpha', 'AP', makeText(random).slice(0, 80)),
      url: 'https://alpha.test/x',
    }),
  );
}
