// Chooses the words of a page to search the database for: the rarest ones, as far as they yield few enough articles.
//
// Example: for "Karstova bridge closed after inspectors find cracks", karstova (1 in 8,000) and cracks (1 in 2,000) are searched
// for; "after" and "closed" would yield thousands of articles and add no information.
import type { CandidateMatcher } from '../../engine/cluster/match-among.ts';
import { toDayTerm } from './match-terms.ts';

/** Articles; also the query's limit. Fewer, and pages about widely covered events miss their story; more, and it is slow. */
export const HITS_MAX = 1500;
/** As in the engine, which looks up 14 words of a page. */
const WORDS_MAX = 14;
/** These are searched for even if they yield more: a page of common words only should find something too. */
const WORDS_LEAST = 3;

export type AskedTerm = { readonly term: number; readonly key: string; readonly rarity: number };

export type TermChoice = {
  readonly keys: readonly string[];
  readonly days: readonly number[];
  /** Articles in the index that were published on these days. */
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
