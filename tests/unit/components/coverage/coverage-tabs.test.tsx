// The tabs of a story's reports, and what they say if a side has no reports.
// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { CoverageTabs } from '../../../../components/coverage/CoverageTabs.tsx';
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
