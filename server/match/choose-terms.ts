// Which of a page's words the database is asked for: the rarest, as many as promise no more articles than can be looked at.
//
// Example: of "Karstova bridge closed after inspectors find cracks", karstova (1 in 8,000) and cracks (1 in 2,000) are
// asked for; "after" and "closed" would bring thousands of articles and tell nothing that the others do not.
import type { CandidateMatcher } from '../../engine/cluster/match-among.ts';
import { toDayTerm } from './match-terms.ts';

/** Articles; the query also stops there. With fewer, pages about much-told affairs miss their story; with more, it is slow. */
export const HITS_MAX = 1500;
/** The engine looks up 14 words of a page. */
const WORDS_MAX = 14;
/** So many are asked for even where they promise more: a page of common words only should find something too. */
const WORDS_LEAST = 3;

export type AskedTerm = { readonly term: number; readonly key: string; readonly rarity: number };

export type TermChoice = {
  readonly keys: readonly string[];
  readonly days: readonly number[];
  /** Articles of the index that were printed on these days. */
  readonly articles: number;
  readonly words: Pick<CandidateMatcher, 'rarityOf' | 'shareOf'>;
};

export function chooseTerms({ keys, days, articles, words }: TermChoice): readonly AskedTerm[] {
  const rarest = keys
    .map((key) => ({ key, rarity: words.rarityOf(key), hits: words.shareOf(key) * articles }))
    .toSorted((a, b) => b.rarity - a.rarity)
    .slice(0, WORDS_MAX);
  let promised = 0;
  const chosen = rarest.filter(({ hits }, index) => {
    promised += hits;
    return index < WORDS_LEAST || promised <= HITS_MAX;
  });
  return chosen.flatMap(({ key, rarity }) => days.map((day) => ({ term: toDayTerm(key, day), key, rarity })));
}
