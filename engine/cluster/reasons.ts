// Why an article belongs to a story, in the texts' own words.
import type { MatchReason } from '../schema.ts';
import { isTimeName } from '../text/time-names.ts';
import type { Centroid } from './records.ts';

const WORDS_SHOWN = 8;
const WORD_LENGTH_MAX = 60;
/** Least strength, as a share of the strongest shared word's; weaker ones ("told", "every") are in every other story. */
const STRENGTH_LEAST = 0.05;

type Matched = {
  readonly terms: Int32Array;
  readonly weights: Float32Array;
  readonly centroid: Centroid;
  readonly rarities: Float32Array;
  readonly lang: string;
  readonly surface: (term: number) => string;
  /** Whether sentences mostly write it in lower case. */
  readonly isLowercase: (term: number) => boolean;
  readonly hoursApart: number | null;
};

/** The strongest shared words first. Names are words written with a capital, numbers have two digits or more. */
export function reasonsOf(matched: Matched): MatchReason[] {
  const { lang, hoursApart } = matched;
  const shared = listShared(matched);
  const least = (shared[0]?.strength ?? 0) * STRENGTH_LEAST;
  const informative = shared.filter(({ word, strength }) => strength >= least && isInformative(word, lang));
  const numbers = informative.filter(({ word }) => NUMBER.test(word));
  const words = informative.filter(({ word }) => !NUMBER.test(word));
  const names = words.filter(({ isName }) => isName);
  const rest = words.filter(({ isName }) => !isName);
  const reasons: MatchReason[] = [];
  if (rest.length > 0) reasons.push({ kind: 'words', words: wordsOf(rest) });
  if (names.length > 0) reasons.push({ kind: 'names', names: wordsOf(names) });
  if (numbers.length > 0) reasons.push({ kind: 'numbers', numbers: wordsOf(numbers) });
  if (hoursApart !== null) reasons.push({ kind: 'time', hoursApart });
  return reasons;
}

/** For a page in another language. `shared`: the signs in common (signs.ts) as the page writes them, rarest first. */
export function foreignReasonsOf(
  shared: readonly { readonly key: string; readonly written: string }[],
  hoursApart: number | null,
): MatchReason[] {
  const written = (kind: RegExp) => {
    const ofKind = shared.filter(({ key }) => kind.test(key)).map((sign) => sign.written.slice(0, WORD_LENGTH_MAX));
    return [...new Set(ofKind)].slice(0, WORDS_SHOWN);
  };
  const names = written(/^(?:\^|@\P{N})/u);
  const words = written(/^[=~]/).filter((word) => !names.includes(word)); // a name may look alike, too
  const numbers = written(/^@\p{N}/u);
  const reasons: MatchReason[] = [];
  if (names.length > 0) reasons.push({ kind: 'names', names });
  if (numbers.length > 0) reasons.push({ kind: 'numbers', numbers });
  if (words.length > 0) reasons.push({ kind: 'translations', words });
  if (hoursApart !== null) reasons.push({ kind: 'time', hoursApart });
  return reasons;
}

type SharedWord = { readonly word: string; readonly isName: boolean; readonly strength: number };

function listShared({ terms, weights, centroid, rarities, lang, surface, isLowercase }: Matched): SharedWord[] {
  const shared: SharedWord[] = [];
  const end = centroid.from + centroid.length;
  for (let i = 0, j = centroid.from; i < terms.length && j < end; ) {
    const left = terms[i] ?? 0;
    const right = centroid.terms[j] ?? 0;
    if (left === right) {
      const strength = (weights[i] ?? 0) * (centroid.weights[j] ?? 0) * (rarities[left] ?? 0) ** 2;
      const written = surface(left).slice(0, WORD_LENGTH_MAX);
      const isName = /^\p{Lu}/u.test(written) && !isLowercase(left) && !CAPITAL_NOUNS.has(lang);
      shared.push({ word: isLowercase(left) ? written.toLowerCase() : written, isName, strength });
    }
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared.sort((a, b) => b.strength - a.strength || (a.word < b.word ? -1 : 1));
}

/** Languages that write all nouns with a capital. */
const CAPITAL_NOUNS = new Set(['de', 'lb']);
const NUMBER = /^\p{N}/u;
/** "th" is the rest of a number, "ni", "go" and single digits are in any text; in other scripts one character may be a word. */
const TOO_SHORT = /^(?:[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{1,2}|\p{N}|0+)$/u;

function isInformative(word: string, lang: string): boolean {
  return word !== '' && (!TOO_SHORT.test(word) || ABBREVIATION.test(word)) && !isTimeName(word, lang);
}

/** US, UN. */
const ABBREVIATION = /^\p{Lu}{2}$/u;

function wordsOf(shared: readonly SharedWord[]): string[] {
  return shared.slice(0, WORDS_SHOWN).map(({ word }) => word);
}
