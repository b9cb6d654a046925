// Which sentences could stand in a brief: whole, plain ones that can be understood alone, and that other families bear out.
//
// A sentence is borne out by another report when
//   that report's texts have more than half of its words (weighted by their rarity), one of its sentences being like it, and
//   both or neither of the two sentences says "not"; and taken together,
//   the reports that bear it out have every name and every number in it, and most of what it quotes; of a headline, one of them has three fifths.
// Example: "Police arrested 15 prisoners in Minsk on Monday" is borne out by "15 prisoners were arrested in Minsk, police said",
// but not by "Prisoners were arrested in Minsk": nobody else says 15. A number that is a known conflict may stand: it is shown.

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
  /** It is whole and plain, and needs no other before it. */
  readonly standsAlone: boolean;
  /** Reports, by their place in the list, that bear it out; empty when it may not stand in a brief. */
  readonly support: readonly number[];
};

/**
 * Of a sentence's weight, that the other report must have somewhere and in one sentence alike. Lower values let sentences through that
 * share the subject but not the statement; higher ones leave only wire copy.
 */
const COVERED_MIN = 0.5;
/** Of a headline, which comments more freely, one report at least must have so much. */
const TITLE_COVERED_MIN = 0.6;
/** Of the words within quotation marks: what somebody is quoted with must stand elsewhere too. */
const QUOTED_MIN = 0.75;
const LIKENESS_MIN = 0.33;

export type CandidateQuestion = {
  /** Originals in one language. */
  readonly reports: readonly Report[];
  readonly lang: string;
  readonly rarity: (key: string) => number;
  /** Keys of numbers that outlets give differently. */
  readonly disputed: ReadonlySet<string>;
};

/** Every sentence of the reports, those that may stand in a brief with their support. */
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
        ...findNames(sentence, capitals, lang).flatMap(({ keys }) => keys),
        ...sentence.tokens.flatMap((token) => (isFact(token) && !disputed.has(token.key) ? [token.key] : [])),
      ];
      const hasFact = (fact: string) => support.some((other) => words[other]?.has(fact));
      const quoted = listQuoted(sentence).flatMap(({ key }) => (key === '' ? [] : [key]));
      const best = Math.max(0, ...support.map((other) => computeCover(vector, words[other])));
      const isBorneOut =
        (!sentence.isTitle || best >= TITLE_COVERED_MIN) &&
        facts.every(hasFact) &&
        quoted.filter(hasFact).length >= quoted.length * QUOTED_MIN;
      return { ...own, support: isBorneOut ? support : [] };
    }),
  );
}

/** A number; or a word that is no name alone and yet says who: "Muslim", "Western". */
function isFact({ surface, value, key, isCapital }: Token): boolean {
  return value !== null || (isCapital && key !== '' && NOT_ALONE.has(surface.toLowerCase()));
}

/** What an outlet says twice is said by one. */
function isSameVoice(a: Report | undefined, b: Report | undefined): boolean {
  return a?.outlet.id === b?.outlet.id;
}

/** Of a sentence’s weight the share that these words make up; 0 where it has none. */
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

/** Czech and Slovak write their "not" in one with the verb; the words that only begin so cost agreement, never truth. */
const NEGATED: Readonly<Record<string, RegExp>> = { cs: /^ne(?!j|bo$)/u, sk: /^ne(?!j|bo$)/u };

/** Where it cannot be told (Turkish says it within the verb), a denial would bear out what it denies. */
export function canTellNot(lang: string): boolean {
  return Object.hasOwn(NEGATIONS, lang);
}

function isNegative({ tokens }: Sentence, lang: string): boolean {
  return tokens.some(({ surface }) => {
    const word = surface.toLowerCase();
    return (NEGATIONS[lang]?.has(word) ?? false) || (NEGATED[lang]?.test(word) ?? false);
  });
}
