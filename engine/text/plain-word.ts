// A word in small letters and in one spelling where a language writes it in several: "Etats-Unis" is "États-Unis", "labour" is
// "labor", 臺灣 is 台湾. Letters are folded that outlets use side by side; accents that tell words apart ("está", "esta") stay.
import { toSimplified } from './simplified-chinese.ts';

type Change = (word: string) => string;

/** By it stop words and stems are told. */
export function createPlainWord(lang: string): Change {
  const toLower: Change =
    lang === 'tr' || lang === 'az' ? (word) => word.toLocaleLowerCase(lang) : (word) => word.toLowerCase();
  const change = CHANGES.get(lang);
  return change === undefined
    ? (word) => toLower(toUsualLetters(word))
    : (word) => change(toLower(toUsualLetters(word)));
}

/** Wide letters, ligatures and letters with loose marks are the usual ones. */
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

/** British endings and words as Americans write them. Words of one spelling ("promise") change, too, and stay one word. */
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

/** Most words have nothing of it. */
const MAY_BE_BRITISH = /our|is[aei]|ys[ei]|re[ds]?$|ence|logue|^(?:programme|alumin|scept|plough|paed|grey)/;

const toAmerican: Change = (word) =>
  MAY_BE_BRITISH.test(word)
    ? AMERICAN.reduce((changed, [british, american]) => changed.replace(british, american), word)
    : word;

/** Outlets use three, and leave it out. */
const withoutApostrophes: Change = (word) => word.replace(/['’ʼ]/g, '');

const toPersianLetters = replaceEach('يىكۀأإ', 'ییکهاا');

const CHANGES: ReadonlyMap<string, Change> = new Map<string, Change>([
  // Vowel signs and the stretch are ornament, and hamzas are often left out.
  ['ar', (word) => word.replace(/[\u0640\u064b-\u065f\u0670]/g, '').replace(/[أإآٱ]/g, 'ا')],
  ['be', (word) => withoutApostrophes(word).replace(/^ў/, 'у')], // behind a vowel
  ['el', (word) => withoutMarks(word).replaceAll('ς', 'σ')], // in capitals mostly written without accents, as are its stop words
  ['en', (word) => toAmerican(withoutMarks(word))],
  ['fa', (word) => toPersianLetters(word.replace(/[\u0640\u064b-\u065f]/g, ''))],
  ['fr', (word) => (withoutMarks(word.charAt(0)) + word.slice(1)).replaceAll('œ', 'oe')],
  // The dot of borrowed sounds is often left out; the dot for the nasal stands for the moon, too.
  ['hi', (word) => word.replaceAll('\u093c', '').replaceAll('\u0901', '\u0902')],
  ['ro', replaceEach('șț', 'şţ')], // as its stemmer has them
  ['ru', (word) => word.replaceAll('ё', 'е')],
  ['sr', (word) => toSerbianLatin(word.replace(/[љњџ]/g, (letter) => SERBIAN_PAIRS[letter] ?? letter))],
  ['uk', withoutApostrophes],
  ['zh', toSimplified],
]);

const SERBIAN_PAIRS: Readonly<Record<string, string>> = { љ: 'lj', њ: 'nj', џ: 'dž' };
const toSerbianLatin = replaceEach('абвгдђежзијклмнопрстћуфхцчш', 'abvgdđežzijklmnoprstćufhcčš');
