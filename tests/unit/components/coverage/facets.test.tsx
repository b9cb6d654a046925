// Facets in words: which values are named, which are summed up, and the number of outlets.
// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { Facets } from '../../../../components/coverage/Facets.tsx';
import { coverageOfOutlets } from '../../../support/ui/invented-story.ts';
import { draw, textOf } from '../draw.tsx';

/** Four outlets: another kind of owner, a corporation, a private investor and a billionaire. */
const mixed = coverageOfOutlets('lookout', 'herald', 'tribune', 'sentinel');
const ownership = (most: number, locale?: string) =>
  textOf(draw(<Facets coverage={mixed} most={most} />, locale).querySelectorAll('.facet p')[2] ?? null);

it('does not say “other” twice where the most frequent owners are of another kind', () => {
  expect(ownership(2)).toBe('corporation 1 · billionaire 1 · other 2');
  expect(ownership(2, 'de')).toBe('Unternehmen 1 · Milliardär 1 · andere 2');
});

it('names owners of another kind last where all are named', () => {
  expect(ownership(12)).toBe('corporation 1 · billionaire 1 · private equity 1 · other 1');
});

it('says of a single one “other”, not “others”, where a language tells them apart', () => {
  expect(ownership(12, 'fr')).toMatch(/ · autre\s1$/);
  expect(ownership(2, 'fr')).toMatch(/ · autres\s2$/);
  expect(ownership(12, 'es')).toMatch(/ · otro\s1$/);
  expect(ownership(2, 'es')).toMatch(/ · otros\s2$/);
});

it('sums up no value that stands alone', () => {
  const three = coverageOfOutlets('wire', 'ledger', 'courier', 'commune');
  const countries = textOf(draw(<Facets coverage={three} most={2} />).querySelectorAll('.facet')[2] ?? null);
  expect(countries).toBe('CountriesUnited States 2 · Canada 1 · France 1of 4 outlets');
});

it.each(['en', 'de', 'fr', 'es'])('puts no number before a word that it would ask a plural of (%s)', (locale) => {
  const words = textOf(draw(<Facets coverage={mixed} most={2} />, locale));
  expect(words).not.toMatch(/ · \d/);
});
