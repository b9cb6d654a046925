// The tabs of a story's reports, and what they say if a side has no reports.
// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { CoverageTabs } from '../../../../components/coverage/CoverageTabs.tsx';
import type { Spread } from '../../../../engine/schema.ts';
import { inventedCoverage } from '../../../support/ui/invented-story.ts';
import { draw, textOf } from '../draw.tsx';

const whole = inventedCoverage();
/** One report of a left-leaning agency, and its copies at four outlets: one on its side, two in the center, one unrated. */
const articles = whole.articles.filter(({ familyId }) => familyId === 'wire');
const outlets = Object.fromEntries(
  Object.entries(whole.outlets).filter(([id]) => articles.some(({ outletId }) => outletId === id)),
);
const story = { ...whole.story, articles: articles.length };

it.each([
  ['center', 'No report of their own: 2 outlets reposted another’s, listed under “All”.'],
  ['unrated', 'No report of its own: 1 outlet reposted another’s, listed under “All”.'],
  ['right', 'No report from a right-leaning outlet so far.'],
])('outlets that only reposted are not said to be silent: %s', (tab, text) => {
  const coverage = { ...whole, story, articles, outlets };
  const root = draw(<CoverageTabs coverage={coverage} openUrl={null} mostShown={6} hasTitle />);
  act(() => root.querySelector<HTMLElement>(`[data-tab=${tab}]`)?.click());
  expect(textOf(root.querySelector('[role=tabpanel]'))).toBe(text);
});

/** The story as it is if more articles belong to it than are shown, with as many outlets on each side. */
const cappedStory = (parts: Partial<Spread>) => ({
  ...story,
  articles: articles.length + 60,
  spread: { ...story.spread, left: 2, center: 2, right: 0, unrated: 1, ...parts },
});

it.each([
  ['right', { right: 3 }, '3 such outlets cover this, but their articles are not among those shown.'],
  ['right', { right: 1 }, '1 such outlet covers this, but its articles are not among those shown.'],
  ['right', { right: 0 }, 'No report from a right-leaning outlet so far.'],
  ['center', { center: 2 }, 'No report of their own: 2 outlets reposted another’s, listed under “All”.'],
  [
    'center',
    { center: 5 },
    'No report of their own: 2 outlets reposted another’s, listed under “All”. ' +
      '3 such outlets cover this, but their articles are not among those shown.',
  ],
  [
    'unrated',
    { unrated: 2 },
    'No report of its own: 1 outlet reposted another’s, listed under “All”. ' +
      '1 such outlet covers this, but its articles are not among those shown.',
  ],
])('outlets whose articles are not shown are not said to be silent: %s, %j', (tab, parts, text) => {
  const coverage = { ...whole, story: cappedStory(parts), articles, outlets };
  const root = draw(<CoverageTabs coverage={coverage} openUrl={null} mostShown={6} hasTitle />);
  act(() => root.querySelector<HTMLElement>(`[data-tab=${tab}]`)?.click());
  expect(textOf(root.querySelector('.empty'))).toBe(text);
});

it('says what is left out of a story with too many articles', () => {
  const coverage = { ...whole, story: cappedStory({}), articles, outlets };
  const root = draw(<CoverageTabs coverage={coverage} openUrl={null} mostShown={6} hasTitle />);
  expect(textOf(root.querySelector('.capped'))).toBe(
    '5 of 65 articles are shown; copies are left out before reports, and older articles before newer ones.',
  );
});
