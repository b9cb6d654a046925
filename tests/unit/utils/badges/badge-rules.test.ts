// Which stories get a badge, how many badges a site gets, and which headlines represent the sides.
import { describe, expect, it } from 'vitest';
import { OutletId } from '../../../../engine/ids.ts';
import { densityOfPage, withSiteDensity } from '../../../../utils/badges/badge-density.ts';
import { pickHeadlines } from '../../../../utils/badges/pick-headlines.ts';
import { toBadgeStory } from '../../../../utils/badges/to-badge-story.ts';
import { findBadgeSites } from '../../../../utils/reading/readable-sites.ts';
import { coverageOf } from '../../../support/coverage-fixtures.ts';
import { inventedCoverage } from '../../../support/ui/invented-story.ts';

const { story } = inventedCoverage();
const by = 'device';
const withReports = (reports: number) => ({ ...story, reports, outlets: Math.max(reports, 2) });

describe('a story gets a badge', () => {
  it.each([
    [2, 3, false],
    [3, 3, true],
    [2, 2, true],
    [9, 10, false],
  ])('with %i reports under a minimum of %i: %s', (reports, minimum, isShown) => {
    expect(toBadgeStory({ summary: withReports(reports), by }, { density: 'all', minimum }) !== null).toBe(isShown);
  });

  it('not when only one outlet has it, however often', () => {
    const summary = { ...story, outlets: 1, reports: 5 };
    expect(toBadgeStory({ summary, by }, { density: 'all', minimum: 2 })).toBeNull();
  });

  it('among only blindspots when a side barely covers it', () => {
    const rules = { density: 'blindspots', minimum: 3 } as const;
    const blindspot = { side: 'right', outlets: 0, rated: 8, baseline: 0.4, probability: 0.02 } as const;
    expect(toBadgeStory({ summary: { ...story, blindspots: [] }, by }, rules)).toBeNull();
    expect(toBadgeStory({ summary: { ...story, blindspots: [blindspot] }, by }, rules)?.blindspot).toBe('right');
  });

  it('with outlets by side and the unrated ones', () => {
    const badge = toBadgeStory({ summary: story, by }, { density: 'all', minimum: 3 });
    const { left, center, right, unrated } = story.spread;
    expect(badge).toMatchObject({ storyId: story.id, reports: story.reports, left, center, right, unrated });
  });
});

describe('the density of a page', () => {
  const badgeSites = { 'example.test': 'off', 'blog.example.test': 'hover', intranet: 'off' } as const;
  const choice = { badgeDensity: 'all', badgeSites } as const;

  it.each([
    ['https://other.test/', 'all'],
    ['https://www.example.test/news', 'off'],
    ['https://sport.example.test/', 'off'],
    ['https://blog.example.test/', 'hover'],
    ['https://notexample.test/', 'all'],
    ['https://intranet/', 'off'],
    ['https://other/', 'all'],
    ['https://constructor/', 'all'],
    ['about:blank', 'off'],
  ])('%s: %s', (url, density) => {
    expect(densityOfPage(url, choice)).toBe(density);
  });

  it('stores only what differs from the general choice', () => {
    expect(withSiteDensity({ badgeDensity: 'all', badgeSites: {} }, { host: 'a.test', density: 'off' })).toEqual({
      'a.test': 'off',
    });
    expect(
      withSiteDensity({ badgeDensity: 'all', badgeSites: { 'a.test': 'off' } }, { host: 'a.test', density: 'all' }),
    ).toEqual({});
    expect(withSiteDensity(choice, { host: 'sport.example.test', density: 'all' })).toMatchObject({
      'sport.example.test': 'all',
    });
  });
});

describe('where the script is registered', () => {
  const readable = { matches: ['*://*/*'], excludeMatches: ['*://*.off.test/*'] };

  it('not on sites without badges, unless a part of them has some', () => {
    const sites = findBadgeSites(readable, {
      badgeDensity: 'all',
      badgeSites: { 'a.test': 'off', 'b.test': 'off', 'news.b.test': 'all' },
    });
    expect(sites).toEqual({ matches: ['*://*/*'], excludeMatches: ['*://*.off.test/*', '*://*.a.test/*'] });
  });

  it('nowhere when badges are off everywhere', () => {
    expect(findBadgeSites(readable, { badgeDensity: 'off', badgeSites: { 'a.test': 'off' } }).matches).toEqual([]);
  });

  it('when they are off but for one site', () => {
    expect(findBadgeSites(readable, { badgeDensity: 'off', badgeSites: { 'a.test': 'hover' } }).matches).toEqual([
      '*://*/*',
    ]);
  });
});

describe('the headlines of a card', () => {
  const coverage = inventedCoverage();

  it('are one of each side, left to right', () => {
    expect(pickHeadlines(coverage, null).map(({ side }) => side)).toEqual(['left', 'center', 'right']);
  });

  it('are originals before copies, reports before opinion', () => {
    for (const { article } of pickHeadlines(coverage, null)) {
      expect([article.kind, article.isOriginal]).toEqual(['report', true]);
    }
  });

  it('are not the page’s own while the side has others', () => {
    const [left] = pickHeadlines(coverage, null);
    const own = left?.outlet.id ?? OutletId.parse('none');
    expect(pickHeadlines(coverage, own)[0]?.outlet.id).not.toBe(own);
  });

  it('are filled up with an unrated outlet where fewer than two sides cover it', () => {
    const unrated = coverageOf({ outlets: ['one.test', 'two.test', 'three.test'] });
    expect(pickHeadlines(unrated, OutletId.parse('one.test')).map(({ side }) => side)).toEqual(['unrated']);
  });
});
