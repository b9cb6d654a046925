// Search for outlets: words in any order, with or without accents, and pasted addresses.
import { expect, it } from 'vitest';
import { createOutletSearch } from '../../../../engine/outlet/outlet-search.ts';

const PAIS = {
  texts: ['El País del Sur', 'https://feeds.paisdelsur.test/rss', 'Uruguay'],
  domains: ['paisdelsur.test'],
};

it.each([
  ['', true],
  ['el pais', true],
  ['  PAÍS   uruguay ', true],
  ['uruguay sur', true],
  ['feeds.paisdelsur.test', true],
  ['paisdelsur.test', true],
  ['https://www.paisdelsur.test/politica/2026/una-nota.html?ref=portada', true],
  ['HTTPS://en.paisdelsur.test', true],
  ['paisdelsur.test/politica', true],
  ['pais norte', false],
  ['https://otherpaisdelsur.test/', false],
  ['https://example.test/', false],
  ['...', false],
  ['https://', true], // while it is being typed: feeds have addresses
])('%j: %j', (wanted, isFound) => expect(createOutletSearch(wanted)(PAIS)).toBe(isFound));
