// Finds the sentences that a brief may use: complete, self-contained ones that reports of other families support.
//
// A report supports a sentence when
//   it has more than half of the sentence's words (weighted by rarity), in one similar sentence of its own, and
//   both or neither of the two sentences are negated.
// The supporting reports together must have every name and number of the sentence and most of what it quotes; for a headline,
// one of them must have three fifths of its words.
// Example: "Police arrested 15 prisoners in Minsk on Monday" is supported by "15 prisoners were arrested in Minsk, police said",
// but not by "Prisoners were arrested in Minsk", which lacks the 15. A number that outlets are known to disagree on needs no
// support, since the conflict is shown.

import { toWordSet } from '../text/word-set.ts';
import { canStandAlone, listQuoted } from './can-stand-alone.ts';
import { findCapitalWords, findNames } from './find-names.ts';
import { NOT_ALONE } from './not-names.ts';
import type { Report, Sentence } from './read-reports.ts';
import type { Token } from './read-tokens.ts';
import { computeLikeness, toVector, type Vector } from './sentence-graph.ts';

export type Candidate = {
  readonly report: number;
  /** 0 for the title, then the lead's sentences. */
  readonly position: number;
  readonly sentence: Sentence;
  readonly vector: Vector;
  /** It is complete, and can be understood without the sentence before it. */
  readonly standsAlone: boolean;
  /** Indices of the reports that support it; empty when a brief may not use it. */
  readonly support: readonly number[];
};

/**
 * Share of a sentence's weight that the other report must have, both as a whole and in one sentence. Lower values admit sentences
 * that share the subject but not the statement; higher ones leave only wire copy.
 */
const COVERED_MIN = 0.5;
/** Share that at least one report must have of a headline, since headlines comment more freely. */
const TITLE_COVERED_MIN = 0.6;
/** Share of the quoted words that must occur in the supporting reports. */
const QUOTED_MIN = 0.75;
const LIKENESS_MIN = 0.33;

export type CandidateQuestion = {
  /** Originals in one language. */
  readonly reports: readonly Report[];
  readonly lang: string;
  readonly rarity: (key: string) => number;
  /** Keys of numbers that outlets disagree on. */
  readonly disputed: ReadonlySet<string>;
};

/** Every sentence of the reports; those that a brief may use have their support. */
export function listCandidates({ reports, lang, rarity, disputed }: CandidateQuestion): readonly Candidate[] {
  const capitals = findCapitalWords(reports.flatMap((report) => report.sentences));
  const texts = reports.map(({ sentences }) =>
    sentences.map((sentence) => ({
      sentence,
      vector: toVector(
        sentence.tokens.map(({ key }) => key),
        rarity,
      ),
      isNegative: isNegative(sentence, lang),
    })),
  );
  const words = texts.map((sentences) => new Set(sentences.flatMap(({ vector }) => [...vector.weights.keys()])));

  return texts.flatMap((sentences, report) =>
    sentences.map(({ sentence, vector, isNegative: isNot }, position) => {
      const own = { report, position, sentence, vector, standsAlone: canStandAlone(sentence, lang) };
      if (!own.standsAlone) return { ...own, support: [] };
      const support = texts.flatMap((others, other) => {
        if (isSameVoice(reports[other], reports[report]) || computeCover(vector, words[other]) < COVERED_MIN) return [];
        const isAlike = others.some(
          (one) => one.isNegative === isNot && computeLikeness(vector, one.vector) >= LIKENESS_MIN,
        );
        return isAlike ? [other] : [];
      });
      const facts = [
        ...findNames(sentence, { capitals, lang }).flatMap(({ keys }) => keys),
        ...sentence.tokens.flatMap((token) => (isFact(token) && !disputed.has(token.key) ? [token.key] : [])),
      ];
      const hasFact = (fact: string) => support.some((other) => words[other]?.has(fact));
      const quoted = listQuoted(sentence).flatMap(({ key }) => (key === '' ? [] : [key]));
      const best = Math.max(0, ...support.map((other) => computeCover(vector, words[other])));
      const isSupported =
        (!sentence.isTitle || best >= TITLE_COVERED_MIN) &&
        facts.every(hasFact) &&
        quoted.filter(hasFact).length >= quoted.length * QUOTED_MIN;
      return { ...own, support: isSupported ? support : [] };
    }),
  );
}

/** A number, or a capitalised word that is not a name but says who: "Muslim", "Western". */
function isFact({ surface, value, key, isCapital }: Token): boolean {
  return value !== null || (isCapital && key !== '' && NOT_ALONE.has(surface.toLowerCase()));
}

/** Two reports of one outlet do not support each other. */
function isSameVoice(a: Report | undefined, b: Report | undefined): boolean {
  return a?.outlet.id === b?.outlet.id;
}

/** The share of a sentence's weight that is in `words`, 0 … 1; 0 for a sentence without weight. */
export function computeCover({ weights }: Vector, words: ReadonlySet<string> | undefined): number {
  let covered = 0;
  let all = 0;
  for (const [term, weight] of weights) {
    all += weight;
    if (words?.has(term)) covered += weight;
  }
  return all === 0 ? 0 : covered / all;
}

const CROATIAN = 'ne ni nije nisu nisam nema neće nikad nikada nitko niko bez';
const DANO_NORWEGIAN = toWordSet('ikke ikkje aldri aldrig ingen inga intet ingenting uden uten utan hverken verken');

const NEGATIONS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: toWordSet('not no never nobody none nor without t cannot'),
  de: toWordSet('nicht kein keine keinen keiner keinem nie niemals niemand ohne'),
  fr: toWordSet('pas jamais aucun aucune ne n sans'),
  es: toWordSet('no nunca jamás ningún ninguna nadie sin'),
  it: toWordSet('non mai nessuno nessuna senza né'),
  pt: toWordSet('não nunca nenhum nenhuma ninguém sem'),
  ru: toWordSet('не нет ни никогда никто без'),
  uk: toWordSet('не немає ні ніколи ніхто без'),
  nl: toWordSet('niet niets geen nooit niemand nergens noch zonder'),
  pl: toWordSet('nie nigdy nikt nikogo żaden żadna żadne żadnego żadnej ani bez'),
  sv: toWordSet('inte icke aldrig ingen inget inga ingenting utan varken'),
  da: DANO_NORWEGIAN,
  no: DANO_NORWEGIAN,
  nb: DANO_NORWEGIAN,
  nn: DANO_NORWEGIAN,
  cs: toWordSet('ani nikdy nikdo žádný žádná žádné žádného bez'),
  el: toWordSet('δεν δε μη μην όχι ποτέ κανείς κανένας καμία κανένα ούτε χωρίς'),
  ro: toWordSet('nu n nici niciun nicio niciodată nimeni nimic fără'),
  hu: toWordSet('nem ne sem se nincs nincsenek soha senki nélkül'),
  be: toWordSet('не ня ні няма нельга ніколі ніхто без'),
  bg: toWordSet('не ни няма никога никой без'),
  hr: toWordSet(CROATIAN),
  bs: toWordSet(CROATIAN),
  sr: toWordSet(`${CROATIAN} не ни није нису нисам нема неће никад никада нико без`),
  mk: toWordSet('не ни нема никогаш никој без'),
  sk: toWordSet('nie ani nikdy nikto žiadny žiadna žiadne bez'),
  sl: toWordSet('ne ni niso nisem nima nimajo noče nikoli nihče noben nobena brez'),
  id: toWordSet('tidak bukan tanpa belum jangan'),
  fi: toWordSet('ei eivät en emme et ette eikä eivätkä ettei etteivät ilman'),
};

/** Czech and Slovak attach "not" to the verb. Other words that begin with ne- cost some support, but never let a denial through. */
const NEGATED: Readonly<Record<string, RegExp>> = { cs: /^ne(?!j|bo$)/u, sk: /^ne(?!j|bo$)/u };

/** Where negation cannot be recognised (Turkish has it inside the verb), a denial would support what it denies. */
export function canDetectNegation(lang: string): boolean {
  return Object.hasOwn(NEGATIONS, lang);
}

function isNegative({ tokens }: Sentence, lang: string): boolean {
  return tokens.some(({ surface }) => {
    const word = surface.toLowerCase();
    return (NEGATIONS[lang]?.has(word) ?? false) || (NEGATED[lang]?.test(word) ?? false);
  });
}
