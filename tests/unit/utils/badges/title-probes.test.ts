// What is asked of a link by its text: whose article it leads to, and in which language.
import { expect, it } from 'vitest';
import { OutletId } from '../../../../engine/ids.ts';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { toTitleProbes } from '../../../../utils/badges/title-probes.ts';

const outlet = (id: string, languages: string[]) => ({
  id: OutletId.parse(id),
  name: `The Invented ${id}`,
  domains: [`${id}.test`],
  country: null,
  languages,
  owner: null,
  ownership: 'unknown' as const,
  type: 'newspaper' as const,
  feeds: [],
});

const directory = createOutletDirectory([
  {
    format: 'parallax-outlets-1',
    name: 'Invented outlets',
    date: '2026-03-01',
    outlets: [outlet('glasnik', ['sr']), outlet('courrier', ['fr', 'nl'])],
  },
]);

const probe = (url: string, isReliable: boolean, text = 'Požar u luci') =>
  toTitleProbes([{ url, text }], { directory, identifyLanguage: () => ({ lang: 'sl', isReliable }), now: 1 });

it('takes the outlet’s only language where the text itself leaves it open', () => {
  expect(probe('https://glasnik.test/a', false)).toMatchObject([
    { url: 'https://glasnik.test/a', outletId: 'glasnik', title: 'Požar u luci', lang: 'sr' },
  ]);
});

it('takes what the text shows for an outlet of several languages, and for one that nobody knows', () => {
  expect(probe('https://courrier.test/a', false)).toMatchObject([{ lang: 'sl' }]);
  expect(probe('https://unknown.test/a', true)).toMatchObject([{ lang: 'sl', outletId: 'host:unknown.test' }]);
});

it('asks nothing of a link without words or to no page', () => {
  expect(probe('https://glasnik.test/a', true, '')).toEqual([]);
  expect(probe('mailto:desk@glasnik.test', true)).toEqual([]);
});
