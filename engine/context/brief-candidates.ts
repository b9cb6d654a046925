// Which sentences could stand in a brief: whole, plain ones that can be understood alone, and that other families bear out.
//
// A sentence is borne out by another report when
//   that report's texts have more than half of its words (weighted by their rarity), one of its sentences being like it, and
//   both or neither of the two sentences says "not"; and taken together,
//   the reports that bear it out have every name and every number in it, and most of what it quotes; of a headline, one of them has three fifths.
// Example: "Police arrested 15 prisoners in Minsk on Monday" is borne out by "15 prisoners were arrested in Minsk, police said",
// but not by "Prisoners were arrested in Minsk": nobody else says 15. A number that is a known conflict may stand: it is shown.
import { BRIEF_SENTENCE_LENGTH_MAX } from '../schema-story-context.ts';
import { findCapitalWords, findNames } from './find-names.ts';
import type { Report, Sentence } from './read-reports.ts';
import { computeLikeness, toVector, type Vector } from './sentence-graph.ts';

export type Candidate = {
  readonly report: number;
  /** 0 for the title, then the lead's sentences. */
  readonly position: number;
  readonly sentence: Sentence;
  readonly vector: Vector;
  /** Reports, by their place in the list, that bear it out; empty when it may not stand in a brief. */
  readonly support: readonly number[];
};

/** Words; shorter ones say too little, longer ones are not read. Headlines may be shorter than sentences. */
const WORDS_MIN = 9;
const TITLE_WORDS_MIN = 5;
const WORDS_MAX = 45;

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
      const own = { report, position, sentence, vector };
      if (!canStandAlone(sentence, lang)) return { ...own, support: [] };
      const support = texts.flatMap((others, other) => {
        if (isSameVoice(reports[other], reports[report]) || computeCover(vector, words[other]) < COVERED_MIN) return [];
        const isAlike = others.some(
          (one) => one.isNegative === isNot && computeLikeness(vector, one.vector) >= LIKENESS_MIN,
        );
        return isAlike ? [other] : [];
      });
      const facts = [
        ...findNames(sentence, capitals, lang).flatMap(({ keys }) => keys),
        ...sentence.tokens.flatMap(({ value, key }) => (value === null || disputed.has(key) ? [] : [key])),
      ];
      const hasFact = (fact: string) => support.some((other) => words[other]?.has(fact));
      const quoted = listQuoted(sentence);
      const best = Math.max(0, ...support.map((other) => computeCover(vector, words[other])));
      const isBorneOut =
        (!sentence.isTitle || best >= TITLE_COVERED_MIN) &&
        facts.every(hasFact) &&
        quoted.filter(hasFact).length >= quoted.length * QUOTED_MIN;
      return { ...own, support: isBorneOut ? support : [] };
    }),
  );
}

/** Keys of the words within quotation marks. */
function listQuoted({ tokens }: Sentence): readonly string[] {
  let isInside = false;
  return tokens.flatMap(({ key, gap }) => {
    const marks = gap?.match(/["“”„«»]/gu)?.length ?? 0;
    if (marks % 2 === 1) isInside = !isInside;
    return isInside && key !== '' ? [key] : [];
  });
}

/** What an outlet says twice is said by one. */
function isSameVoice(a: Report | undefined, b: Report | undefined): boolean {
  return a?.outlet.id === b?.outlet.id;
}

function computeCover({ weights }: Vector, words: ReadonlySet<string> | undefined): number {
  let covered = 0;
  let all = 0;
  for (const [term, weight] of weights) {
    all += weight;
    if (words?.has(term)) covered += weight;
  }
  return all === 0 ? 0 : covered / all;
}

const words = (list: string) => new Set(list.split(' '));

/** Beginnings that point back to a sentence that is not there. */
const POINTING_BACK: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    'he she it they his her their its him them this that these those but and or so yet however also then there here such both instead meanwhile moreover still though although while now later earlier today i we my our you your what why how when where who which watch listen read see photo image video',
  ),
  de: words(
    'er sie es ihr ihre sein seine dies diese dieser dieses das dort damit dabei dazu doch aber und oder auch zudem dagegen so was wie warum wer wann wo ich wir unser video foto',
  ),
  fr: words(
    'il elle ils elles ce cela cette ces son sa ses leur leurs mais et ou donc or aussi ainsi toutefois cependant pourtant là comment pourquoi qui que je nous notre on vidéo photo',
  ),
  es: words(
    'él ella ellos ellas esto esta este estos estas eso su sus pero y o también así además sin embargo allí cómo por qué quién cuándo dónde yo nosotros nuestro vídeo video foto',
  ),
};

const NEGATIONS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words('not no never nobody none nor without t cannot'),
  de: words('nicht kein keine keinen keiner keinem nie niemals niemand ohne'),
  fr: words('pas jamais aucun aucune ne n sans'),
  es: words('no nunca jamás ningún ninguna nadie sin'),
};

function isNegative({ tokens }: Sentence, lang: string): boolean {
  return tokens.some(({ surface }) => NEGATIONS[lang]?.has(surface.toLowerCase()) ?? false);
}

/** Captions of pictures stand in many leads. */
const CAPTION =
  /^(?:from left|pictured|in this|above|file\b|buy photo|foto:|photo:)|\((?:ap|reuters|file)? ?(?:photo|file|foto|image)|combination (?:photo|picture)|file photo|getty|\/(?:reuters|ap|afp|epa)\b/iu;

function canStandAlone({ text, tokens, isTitle }: Sentence, lang: string): boolean {
  const first = tokens[0]?.surface.toLowerCase();
  if (first === undefined || tokens.slice(0, 2).some((token) => POINTING_BACK[lang]?.has(token.surface.toLowerCase())))
    return false;
  if (isBareQuotation(text)) return false;
  if (tokens.length < (isTitle ? TITLE_WORDS_MIN : WORDS_MIN) || tokens.length > WORDS_MAX) return false;
  if (text.length > BRIEF_SENTENCE_LENGTH_MAX || /[?:…]["”»]?$|\.\.\.|©|\||https?:|@\w/u.test(text)) return false;
  if (CAPTION.test(text)) return false;
  if (!isTitle && !/[.!。！।۔]["”»“’)]?$/u.test(text)) return false;
  return isInPairs(text, /["“”„«»]/gu) && text !== text.toUpperCase();
}

/** Begins with a quotation, and no name follows that says whose it is. */
function isBareQuotation(text: string): boolean {
  const rest = text.match(/^["“„«‘'][^"“”„«»]*["”»](.*)$/u)?.[1];
  return rest !== undefined && !/\p{Lu}/u.test(rest);
}

/** A sentence with half a quotation was cut out of one. */
function isInPairs(text: string, marks: RegExp): boolean {
  return (text.match(marks)?.length ?? 0) % 2 === 0 && (text.match(/[()]/g)?.length ?? 0) % 2 === 0;
}
