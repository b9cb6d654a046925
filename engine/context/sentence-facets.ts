// Which of the questions who, where, when and how many a sentence answers, judged by its words.

import { isTimeName } from '../text/time-names.ts';
import { findNames, type NameContext } from './find-names.ts';
import { findCountry } from './place-names.ts';
import type { Sentence } from './read-reports.ts';

export type SentenceFacet = 'who' | 'where' | 'when' | 'how-many';

export function findFacets(sentence: Sentence, { capitals, lang }: NameContext): ReadonlySet<SentenceFacet> {
  const facets = new Set<SentenceFacet>();
  for (const { id } of findNames(sentence, { capitals, lang })) {
    facets.add(findCountry(id, lang) === null ? 'who' : 'where');
  }
  for (const { surface, value } of sentence.tokens) {
    if (value !== null) facets.add('how-many');
    else if (isTimeName(surface, lang)) facets.add('when');
  }
  return facets;
}
