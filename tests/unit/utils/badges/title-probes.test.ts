// What is looked up for a link by its text: the outlet of the article it leads to, and the language.
import { expect, it } from 'vitest';
import { toTitleProbes } from '../../../../utils/badges/title-probes.ts';
import { directoryOf } from '../../../support/invented-outlets.ts';

const directory = directoryOf({ glasnik: ['sr'], courrier: ['fr', 'nl'] });

const probe = (url: string, isReliable: boolean, text = 'Požar u luci') =>
  toTitleProbes([{ url, text }], { directory, identifyLanguage: () => ({ lang: 'sl', isReliable }), now: 1 });

it('uses the outlet’s only language if the text itself is ambiguous', () => {
  expect(probe('https://glasnik.test/a', false)).toMatchObject([
    { url: 'https://glasnik.test/a', outletId: 'glasnik', title: 'Požar u luci', lang: 'sr' },
  ]);
});

it('uses the text’s language for an outlet with several languages, and for an unknown one', () => {
  expect(probe('https://courrier.test/a', false)).toMatchObject([{ lang: 'sl' }]);
  expect(probe('https://unknown.test/a', true)).toMatchObject([{ lang: 'sl', outletId: 'host:unknown.test' }]);
});

it('looks up nothing for a link without words or without a page', () => {
  expect(probe('https://glasnik.test/a', true, '')).toEqual([]);
  expect(probe('mailto:desk@glasnik.test', true)).toEqual([]);
});
