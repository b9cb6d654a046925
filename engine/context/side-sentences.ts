// For stories whose reports agree on too little for a brief: one sentence from each side of the spectrum.
//
// It is the most central sentence (sentence-graph.ts) of the side's reports that can be understood alone and shares words
// with another outlet's report, which boilerplate below every article does not. Slanted outlets (is-slanted.ts) do not
// speak for a side. A sentence needs no support from others, so it is shown as what one outlet says. If only one side has
// such a sentence, another outlet's is shown beside it; a single sentence is never shown, for lack of a comparison.
// Example: the left's "Three states sued the ministry on Monday …" and the right's "The ministry defended its rule …" share
// what they are about and nothing that they say.

import { SIDES } from '../bias-scale.ts';
import { isSlanted } from '../outlet/is-slanted.ts';
import { SIDE_SENTENCES_MIN, type SideSentence } from '../schema-story-context.ts';
import type { Candidate } from './brief-candidates.ts';
import { isFollowUp } from './can-stand-alone.ts';
import type { Report, Sentence } from './read-reports.ts';
import type { Token } from './read-tokens.ts';
import { computeLikeness } from './sentence-graph.ts';

/** Least similarity to a sentence of another outlet; newsletter notices and the like have less. */
const LIKENESS_MIN = 0.2;

/** From this similarity on, two sentences are one agency sentence that outlets changed by a word or two. */
const SAME_FROM = 0.8;

/** Least number of words besides names, numbers and stop words; sentences with fewer are mostly captions. */
const PLAIN_WORDS_MIN = 2;

export type RankedQuestion = {
  /** The reports that the candidates come from. */
  readonly reports: readonly Report[];
  readonly candidates: readonly Candidate[];
  /** One for each candidate. */
  readonly ranks: readonly number[];
  readonly lang: string;
};

export function chooseSideSentences({ reports, candidates, ranks, lang }: RankedQuestion): SideSentence[] {
  const outletOf = ({ report }: Candidate) => reports[report]?.outlet;
  const ranked = candidates
    .map((candidate, index) => {
      const outlet = outletOf(candidate);
      return { candidate, rank: ranks[index] ?? 0, stepsBack: outlet !== undefined && isSlanted(outlet) };
    })
    .sort((a, b) => Number(a.stepsBack) - Number(b.stepsBack) || b.rank - a.rank)
    .map(({ candidate }) => candidate)
    .filter(({ sentence, standsAlone }) => standsAlone && !sentence.isTitle && !isFollowUp(sentence, lang))
    .filter(({ sentence }) => isInformative(sentence));
  const isOfStory = (one: Candidate) =>
    candidates.some(
      (other) => outletOf(other)?.id !== outletOf(one)?.id && computeLikeness(one.vector, other.vector) >= LIKENESS_MIN,
    );
  const chosen: Candidate[] = [];
  const isNew = (one: Candidate) => !chosen.some((other) => computeLikeness(one.vector, other.vector) >= SAME_FROM);
  /** The highest-ranked candidate that `mayBe` accepts, if any. */
  const choose = (mayBe: (one: Candidate) => boolean) => {
    const best = ranked.find((one) => mayBe(one) && isNew(one) && isOfStory(one));
    if (best !== undefined) chosen.push(best);
  };
  for (const side of SIDES) choose(({ report }) => reports[report]?.side === side);
  const isOfNewOutlet = (one: Candidate) => !chosen.some((other) => outletOf(other)?.id === outletOf(one)?.id);
  for (let count = chosen.length; count < SIDE_SENTENCES_MIN; count++) choose(isOfNewOutlet);
  if (chosen.length < SIDE_SENTENCES_MIN) return [];
  return chosen.flatMap(({ report, sentence }) => {
    const source = reports[report]?.source;
    return source === undefined ? [] : [{ text: sentence.text, lang, source }];
  });
}

/** False for captions such as "Mayor Ada Lind and Northmark's Bo Berg." */
function isInformative({ tokens }: Sentence): boolean {
  const isPlainWord = ({ isCapital, key, value }: Token) => !isCapital && key !== '' && value === null;
  return tokens.filter(isPlainWord).length >= PLAIN_WORDS_MIN;
}
