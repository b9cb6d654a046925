// Lower-cases a word and reduces spelling variants to one: "Etats-Unis" is "États-Unis", "labour" is "labor", 臺灣 is 台湾.
// Only letters that outlets use interchangeably are folded; accents that distinguish words ("está", "esta") stay.
import { toSimplified } from './simplified-chinese.ts';

type Change = (word: string) => string;

/** Stop words and stems are looked up in this form. */
export function createPlainWord(lang: string): Change {
  const toLower: Change =
    lang === 'tr' || lang === 'az' ? (word) => word.toLocaleLowerCase(lang) : (word) => word.toLowerCase();
  const change = CHANGES.get(lang);
  return change === undefined
    ? (word) => toLower(toUsualLetters(word))
    : (word) => change(toLower(toUsualLetters(word)));
}

/** Full-width letters, ligatures and decomposed accents become ordinary letters. */
function toUsualLetters(word: string): string {
  return isAscii(word) ? word : word.normalize('NFKC');
}

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 0x7f) return false;
  return true;
}

const withoutMarks: Change = (word) => (isAscii(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, ''));

function replaceEach(letters: string, by: string): Change {
  const others = [...by];
  const table = new Map([...letters].map((letter, i) => [letter, others[i] ?? '']));
  const pattern = new RegExp(`[${letters}]`, 'gu');
  return (word) => word.replace(pattern, (letter) => table.get(letter) ?? letter);
}

/** British to American spelling. Words that have only one spelling ("promise") are changed as well, which does no harm. */
const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [/(?<=...)our(?=(?:s|ed|ing|ings|able|ably|al|ally|ful|ist|ists|ite|ites|er|ers|less|ly|hood)?$)/, 'or'],
  [/(?<=..)is(?=(?:e|es|ed|er|ers|ing|ingly|ation|ations|ational)$)/, 'iz'],
  [/(?<=(?:al|ra)l?)ys(?=(?:e|es|ed|er|ers|ing)$)/, 'yz'],
  [/(?<=^(?:cent|theat|.*met|lit|fib|calib|sab|somb|spect|manoeuv))re(?=[ds]?$)/, 'er'],
  [/(?<=^(?:def|off|lic|pret)en)c(?=(?:e|es|eless)$)/, 's'],
  [/(?<=..log)ue(?=s?$)/, ''],
  [/^programme(?=s?$)/, 'program'],
  [/^aluminium$/, 'aluminum'],
  [/^sceptic/, 'skeptic'],
  [/^plough/, 'plow'],
  [/^paed/, 'ped'],
  [/^grey/, 'gray'],
];

/** A quick test that most words fail. */
const MAY_BE_BRITISH = /our|is[aei]|ys[ei]|re[ds]?$|ence|logue|^(?:programme|alumin|scept|plough|paed|grey)/;

const toAmerican: Change = (word) =>
  MAY_BE_BRITISH.test(word)
    ? AMERICAN.reduce((changed, [british, american]) => changed.replace(british, american), word)
    : word;

/** Outlets use three different ones, or none. */
const withoutApostrophes: Change = (word) => word.replace(/['’ʼ]/g, '');

const toPersianLetters = replaceEach('يىكۀأإ', 'ییکهاا');

const CHANGES: ReadonlyMap<string, Change> = new Map<string, Change>([
  // Short vowel signs and the stretching tatweel are optional, and hamzas are often left out.
  ['ar', (word) => word.replace(/[\u0640\u064b-\u065f\u0670]/g, '').replace(/[أإآٱ]/g, 'ا')],
  ['be', (word) => withoutApostrophes(word).replace(/^ў/, 'у')], // as it is written after a vowel
  ['el', (word) => withoutMarks(word).replaceAll('ς', 'σ')], // capitals and the stop word list have no accents
  ['en', (word) => toAmerican(withoutMarks(word))],
  ['fa', (word) => toPersianLetters(word.replace(/[\u0640\u064b-\u065f]/g, ''))],
  ['fr', (word) => (withoutMarks(word.charAt(0)) + word.slice(1)).replaceAll('œ', 'oe')],
  // The nukta is often left out, and the anusvara often replaces the candrabindu.
  ['hi', (word) => word.replaceAll('\u093c', '').replaceAll('\u0901', '\u0902')],
  ['ro', replaceEach('șț', 'şţ')], // as its stemmer expects them
  ['ru', (word) => word.replaceAll('ё', 'е')],
  ['sr', (word) => toSerbianLatin(word.replace(/[љњџ]/g, (letter) => SERBIAN_PAIRS[letter] ?? letter))],
  ['uk', withoutApostrophes],
  ['zh', toSimplified],
]);

const SERBIAN_PAIRS: Readonly<Record<string, string>> = { љ: 'lj', њ: 'nj', џ: 'dž' };
const toSerbianLatin = replaceEach('абвгдђежзијклмнопрстћуфхцчш', 'abvgdđežzijklmnoprstćufhcčš');
