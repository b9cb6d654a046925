// The consonants of a name in Latin letters: what stays the same when a name travels between scripts and cases.
//
// "Navalny", "Навальный", "Навальным" and "Nawalny" should meet. How:
//  1. Diacritics are dropped: é → e, š → s. Other scripts are transliterated: ш → s, ق → k.
//  2. Sounds that languages write differently share a letter: c q → k, z → s, sh ch sch tch → s; v w → b, f ph → p, and
//     l → r, which Japanese and Korean do not distinguish.
//  3. Vowels and h are dropped, since Arabic and Hebrew do not write them and vowels change between languages;
//     a leading vowel stays as "a" so that "Iran" keeps two parts.
//  4. Doubled letters become one, and a Slavic ending (-m, -v, -k, -y) after the fourth consonant is cut.
// Navalny → nbrn, Навальный → nbrn, Навальным → nbrnm → nbrn, Nawalny → nbrn.
// Skeletons of fewer than three letters are too common to be of use.
import { isWrittenInSyllables, toLatin } from './latin-letters.ts';
import { stemKorean, withoutArabicArticle } from './light-stems.ts';

const SHARED: Readonly<Record<string, string>> = { c: 'k', q: 'k', z: 's', j: 's', v: 'b', w: 'b', f: 'p', l: 'r' };

/** Null where the skeleton is too short to identify a name. */
export function toNameSkeleton(word: string): string | null {
  const latin = toLatin(withoutArticle(word.toLowerCase()));
  if (!/^[a-z]+$/.test(latin)) return null;
  const sounds = latin
    .replace(/ph/g, 'f')
    .replace(/tsch|tch|sch|dsch|sh|ch|zh|cz|sz|dž|dj|kh/g, (group) => (group === 'kh' ? 'k' : 's'))
    .replace(/x/g, 'ks')
    .replace(/[cqzjvwfl]/g, (letter) => SHARED[letter] ?? letter);
  const lead = /^[aeiouyh]/.test(sounds) ? 'a' : '';
  const bones = lead + sounds.replace(/[aeiouyh]/g, '').replace(/(.)\1+/g, '$1');
  const cut = bones.length > 4 ? bones.replace(/[mbk]$/, '') : bones;
  return cut.length >= 3 ? cut.slice(0, 6) : null;
}

/** Removes attached articles and particles: "البشير" is "al-Bashir", 트럼프가 is 트럼프. */
function withoutArticle(word: string): string {
  if (/^[\u0600-\u06ff]/.test(word)) return withoutArabicArticle(word);
  return /[가-힣]$/.test(word) ? stemKorean(word) : word;
}

/** Five letters: "medalla", "medalha", "медаль" and "medal" meet, "nation" and "natation" do not. */
const COGNATE_LETTERS = 5;

/** The word's beginning in plain Latin letters, which neighbouring languages share; null for short words. */
export function toCognate(word: string): string | null {
  if (isWrittenInSyllables(word)) return null;
  const latin = toLatin(word.toLowerCase());
  if (latin.length < 4 || !/^[a-z]+$/.test(latin)) return null;
  const sounds = latin.replace(/ph/g, 'f').replace(/[qc]/g, 'k').replace(/y/g, 'i').replace(/w/g, 'v');
  return sounds.replace(/(.)\1+/g, '$1').slice(0, COGNATE_LETTERS);
}

/** Written with a capital, or in a script that has none. */
export function mayBeName(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase() || word.toLowerCase() === word.toUpperCase();
}
