// Per language: how words are split and stemmed, and which are stop words.

import { stemmer as da } from '@orama/stemmers/danish';
import { stemmer as nl } from '@orama/stemmers/dutch';
import { stemmer as en } from '@orama/stemmers/english';
import { stemmer as fi } from '@orama/stemmers/finnish';
import { stemmer as fr } from '@orama/stemmers/french';
import { stemmer as de } from '@orama/stemmers/german';
import { stemmer as hu } from '@orama/stemmers/hungarian';
import { stemmer as hi } from '@orama/stemmers/indian';
import { stemmer as id } from '@orama/stemmers/indonesian';
import { stemmer as it } from '@orama/stemmers/italian';
import { stemmer as no } from '@orama/stemmers/norwegian';
import { stemmer as pt } from '@orama/stemmers/portuguese';
import { stemmer as ro } from '@orama/stemmers/romanian';
import { stemmer as ru } from '@orama/stemmers/russian';
import { stemmer as es } from '@orama/stemmers/spanish';
import { stemmer as sv } from '@orama/stemmers/swedish';
import { stemmer as tr } from '@orama/stemmers/turkish';
import { stemmer as uk } from '@orama/stemmers/ukrainian';
import { stopwords as arStop } from '@orama/stopwords/arabic';
import { stopwords as bgStop } from '@orama/stopwords/bulgarian';
import { stopwords as daStop } from '@orama/stopwords/danish';
import { stopwords as nlStop } from '@orama/stopwords/dutch';
import { stopwords as enStop } from '@orama/stopwords/english';
import { stopwords as fiStop } from '@orama/stopwords/finnish';
import { stopwords as frStop } from '@orama/stopwords/french';
import { stopwords as deStop } from '@orama/stopwords/german';
import { stopwords as elStop } from '@orama/stopwords/greek';
import { stopwords as huStop } from '@orama/stopwords/hungarian';
import { stopwords as hiStop } from '@orama/stopwords/indian';
import { stopwords as idStop } from '@orama/stopwords/indonesian';
import { stopwords as itStop } from '@orama/stopwords/italian';
import { stopwords as jaStop } from '@orama/stopwords/japanese';
import { stopwords as zhStop } from '@orama/stopwords/mandarin';
import { stopwords as noStop } from '@orama/stopwords/norwegian';
import { stopwords as ptStop } from '@orama/stopwords/portuguese';
import { stopwords as roStop } from '@orama/stopwords/romanian';
import { stopwords as ruStop } from '@orama/stopwords/russian';
import { stopwords as esStop } from '@orama/stopwords/spanish';
import { stopwords as svStop } from '@orama/stopwords/swedish';
import { stopwords as trStop } from '@orama/stopwords/turkish';
import { FUNCTION_WORDS } from './function-words.ts';
import {
  stemArabic,
  stemBelarusian,
  stemGreek,
  stemHebrew,
  stemKorean,
  stemMacedonian,
  stemWestSlavic,
  toBeginning,
} from './light-stems.ts';
import { createPlainWord } from './plain-word.ts';
import type { Cut } from './split-words.ts';
import { stemBulgarian } from './stem-bulgarian.ts';

export type LanguageRule = {
  /** Lower case and one spelling, as the stemmer and the stop word list expect it. */
  readonly toPlain: (word: string) => string;
  readonly stem: (word: string) => string;
  readonly stopWords: ReadonlySet<string>;
  readonly cut: Cut;
};

const whole = (word: string) => word;

/** Brazil and Portugal write "econômico" and "económico". */
const withAcutes = (word: string) => word.replaceAll('ô', 'ó').replaceAll('ê', 'é').replaceAll('â', 'á');

type Listed = Pick<LanguageRule, 'stem' | 'cut'> & { readonly stopWords: readonly string[] };

const rule = (stem: LanguageRule['stem'], stopWords: readonly string[]): Listed => ({ stem, stopWords, cut: 'spaces' });

const unspacedRule = (stopWords: readonly string[]): Listed => ({ stem: whole, stopWords, cut: 'dictionary' });

const other = () => rule(toBeginning, []);

const RULES: ReadonlyMap<string, () => Listed> = new Map([
  ['ar', () => rule(stemArabic, arStop)],
  ['be', () => rule(stemBelarusian, FUNCTION_WORDS.be)],
  ['bg', () => rule(stemBulgarian, bgStop)],
  ['cs', () => rule(stemWestSlavic, FUNCTION_WORDS.cs)],
  ['da', () => rule(da, daStop)],
  ['de', () => rule(de, deStop)],
  ['el', () => rule(stemGreek, elStop)],
  ['en', () => rule(en, [...enStop, ...FUNCTION_WORDS.en])],
  ['es', () => rule(es, esStop)],
  ['fa', () => rule(toBeginning, FUNCTION_WORDS.fa)],
  ['fi', () => rule(fi, [...fiStop, ...FUNCTION_WORDS.fi])],
  ['fr', () => rule(fr, [...frStop, ...FUNCTION_WORDS.fr])],
  ['he', () => rule(stemHebrew, FUNCTION_WORDS.he)],
  ['hi', () => rule(hi, [...hiStop, ...FUNCTION_WORDS.hi])],
  ['hr', () => rule(stemWestSlavic, FUNCTION_WORDS.hr)],
  ['hu', () => rule(hu, huStop)],
  ['id', () => rule(id, [...idStop, ...FUNCTION_WORDS.id])],
  ['it', () => rule(it, [...itStop, ...FUNCTION_WORDS.it])],
  ['ja', () => unspacedRule(jaStop)],
  ['km', () => unspacedRule([])],
  ['ko', () => rule(stemKorean, [])],
  ['lo', () => unspacedRule([])],
  ['mk', () => rule(stemMacedonian, FUNCTION_WORDS.mk)],
  ['my', () => unspacedRule([])],
  ['nl', () => rule(nl, nlStop)],
  ['no', () => rule(no, noStop)],
  ['pl', () => rule(stemWestSlavic, FUNCTION_WORDS.pl)],
  ['pt', () => rule((word) => withAcutes(pt(word)), [...ptStop, ...FUNCTION_WORDS.pt])],
  ['ro', () => rule(ro, roStop)],
  ['ru', () => rule(ru, [...ruStop, ...FUNCTION_WORDS.ru])],
  ['sk', () => rule(stemWestSlavic, FUNCTION_WORDS.sk)],
  ['sl', () => rule(stemWestSlavic, FUNCTION_WORDS.sl)],
  ['sr', () => rule(stemWestSlavic, [...FUNCTION_WORDS.sr, ...FUNCTION_WORDS.hr])],
  ['sv', () => rule(sv, svStop)],
  ['th', () => unspacedRule(FUNCTION_WORDS.th)],
  ['tr', () => rule(tr, trStop)],
  ['uk', () => rule(uk, FUNCTION_WORDS.uk)],
  ['zh', () => unspacedRule(zhStop)],
]);

const WITHOUT_CAPITALS: ReadonlySet<string> = new Set(
  'am ar bn fa gu he hi iw ja ka kn ko ml mr ne pa ps si ta te th ur'.split(' '),
);

/** Any word of such a language may be a name. Not Chinese: its foreign names are found by their characters (chinese-names.ts). */
export const isWithoutCapitals = (lang: string): boolean => WITHOUT_CAPITALS.has(lang);

const ALIASES: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  in: 'id',
  iw: 'he',
  bs: 'hr',
};

/** Rules are built on first use, so word lists of unused languages are never turned into sets. */
export function createLanguageRules(): (lang: string) => LanguageRule {
  const built = new Map<string, LanguageRule>();
  return (lang) => {
    const known = built.get(lang);
    if (known) return known;
    const { stem, stopWords, cut } = (RULES.get(ALIASES[lang] ?? lang) ?? other)();
    const toPlain = createPlainWord(lang);
    const made = { toPlain, stem, stopWords: new Set(stopWords.map(toPlain)), cut };
    built.set(lang, made);
    return made;
  };
}
