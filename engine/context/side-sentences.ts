// Where reports agree on too little for a brief: one sentence from each side of the spectrum, in the outlet's own words.
//
// The sentence is the most central one (sentence-graph.ts) of the side's reports that can be understood alone and has words
// in common with another outlet's report: what an outlet prints below every article has none. Outlets that do not give a
// story its title where others can (is-slanted.ts) do not speak for a side either. Nobody need bear a sentence out, so
// it is shown as what one outlet says. Where only one side has such a sentence, another outlet's stands beside it; a
// single sentence is not shown, since there would be nothing to set it against.
// Example: the left's "Three states sued the ministry on Monday …" and the right's "The ministry defended its rule …" share
// what they are about and nothing that they say.
import { isSlanted } from '../outlet/is-slanted.ts';
import { SIDES } from '../schema.ts';
import { SIDE_SENTENCES_MIN, type SideSentence } from '../schema-story-context.ts';
import type { Candidate } from './brief-candidates.ts';
import { isFollowUp } from './can-stand-alone.ts';
import type { Report, Sentence } from './read-reports.ts';
import type { Token } from './read-tokens.ts';
import { computeLikeness } from './sentence-graph.ts';

/** To a sentence of another outlet; notes on newsletters and the like have less. */
const LIKENESS_MIN = 0.2;

/** From which on two are an agency's one sentence, which outlets print with a word or two of their own. */
const SAME_FROM = 0.8;

/** Besides names, numbers and words that say nothing: with fewer, most are captions. */
const PLAIN_WORDS_MIN = 2;

export type RankedQuestion = {
  /** Those that the candidates are of. */
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
    .filter(({ sentence }) => tellsSomething(sentence));
  const isOfStory = (one: Candidate) =>
    candidates.some(
      (other) => outletOf(other)?.id !== outletOf(one)?.id && computeLikeness(one.vector, other.vector) >= LIKENESS_MIN,
    );
  const chosen: Candidate[] = [];
  const isNew = (one: Candidate) => !chosen.some((other) => computeLikeness(one.vector, other.vector) >= SAME_FROM);
  /** The first of the ranked that may be, if there is one. */
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

/** "Mayor Ada Lind and Northmark's Bo Berg." stands below a picture. */
function tellsSomething({ tokens }: Sentence): boolean {
  const isPlainWord = ({ isCapital, key, value }: Token) => !isCapital && key !== '' && value === null;
  return tokens.filter(isPlainWord).length >= PLAIN_WORDS_MIN;
}
