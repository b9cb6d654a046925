// Scoring labelled links: each site is on one side of the split as a whole, and errors are counted.
import { expect, it } from 'vitest';
import { decideLinks } from '../../../scripts/links/decide-links.ts';
import { type LabelledLink, partOf } from '../../../scripts/links/read-links.ts';
import { scoreLinks } from '../../../scripts/links/score-links.ts';

const link = (row: number, url: string, text: string, isStory: boolean): LabelledLink => ({
  row,
  url,
  text,
  handle: 'courier',
  isStory,
});
const WALL = 'Northport votes to rebuild its harbour wall';

it('a site is wholly on one side, and about a third of the sites are held aside', () => {
  const aside = Array.from({ length: 900 }, (_, n) => partOf({ handle: `site-${n}` })).filter(
    (part) => part === 'held-aside',
  );
  expect(aside.length).toBeGreaterThan(250);
  expect(aside.length).toBeLessThan(350);
});

it('scores what was said against the labels', () => {
  const decided = decideLinks([
    link(0, '/news/2026/05/19/northport-votes-to-rebuild-its-wall', WALL, true),
    link(1, '/tag/wall', 'Wall', true),
    link(2, '/news/2026/05/19/council-splits-over-cost-of-the-wall', WALL, false),
    link(3, '#comments', WALL, false),
    link(4, 'javascript:void(0)', WALL, false),
  ]);
  expect(decided.map(({ said }) => said)).toEqual([true, false, true, false, false]);
  expect(scoreLinks(decided).at(-1)).toMatchObject({ name: 'all', links: 5, precision: 0.5, recall: 0.5, f1: 0.5 });
});
