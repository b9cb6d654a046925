// Facets in words: what is named, what is summed up, and of how many outlets.
// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { Facets } from '../../../../components/coverage/Facets.tsx';
import { coverageOfOutlets } from '../../../support/ui/invented-story.ts';
import { draw, textOf } from '../draw.tsx';

/** Of four outlets: an owner of another kind, a corporation, a private investor and a billionaire. */
const mixed = coverageOfOutlets('lookout', 'herald', 'tribune', 'sentinel');
const ownership = (most: number, locale?: string) =>
  textOf(draw(<Facets coverage={mixed} most={most} />, locale).querySelectorAll('.facet p')[2] ?? null);

it('does not say “other” twice where the most frequent owners are of another kind', () => {
  expect(ownership(2)).toBe('1 corporation · 1 billionaire · 2 other');
  expect(ownership(2, 'de')).toBe('1 Unternehmen · 1 Milliardär · 2 andere');
});

it('names owners of another kind last where all are named', () => {
  expect(ownership(12)).toBe('1 corporation · 1 billionaire · 1 private equity · 1 other');
});
