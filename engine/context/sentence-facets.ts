// Which of the questions who, where, when and how many a sentence answers, as far as its words show it.

import { isTimeName } from '../text/time-names.ts';
import { findCapitalWords, findNames } from './find-names.ts';
import { findCountry } from './place-names.ts';
import type { Report, Sentence } from './read-reports.ts';

export type SentenceFacet = 'who' | 'where' | 'when' | 'how-many';

const capitalsOf = new WeakMap<readonly Report[], ReadonlySet<string>>();

export function findFacets(sentence: Sentence, reports: readonly Report[], lang: string): ReadonlySet<SentenceFacet> {
  let capitals = capitalsOf.get(reports);
  if (capitals === undefined) {
    capitals = findCapitalWords(reports.flatMap(({ sentences }) => sentences));
    capitalsOf.set(reports, capitals);
  }
  const facets = new Set<SentenceFacet>();
  for (const name of findNames(sentence, capitals, lang))
    facets.add(findCountry(name.id, lang) === null ? 'who' : 'where');
  for (const { surface, value } of sentence.tokens) {
    if (value !== null) facets.add('how-many');
    else if (isTimeName(surface, lang)) facets.add('when');
  }
  return facets;
}
