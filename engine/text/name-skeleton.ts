// The consonants of a name in Latin letters: what stays the same when a name travels between scripts and cases.
//
// "Navalny", "Навальный", "Навальным" and "Nawalny" should meet. How:
//  1. Diacritics go: é → e, š → s. Letters of other scripts become Latin ones by table: ш → s, ق → k.
//  2. Sounds that languages write differently share a letter: c q → k, w → v, z → s, ph → f, sh ch sch tch → s.
//  3. Vowels and h go, since Arabic and Hebrew do not write them and vowels change between languages;
//     a leading vowel stays as "a" so that "Iran" keeps two parts.
//  4. Doubled letters become one, and a Slavic ending (-m, -v, -k, -y) after the fourth consonant is cut.
// Navalny → nvln, Навальный → nvln, Навальным → nvlnm → nvln, Nawalny → nvln.
// Skeletons under three letters are too common to say anything and are dropped.

const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ґ: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    є: 'e',
    ж: 's',
    з: 's',
    и: 'i',
    і: 'i',
    ї: 'i',
    й: 'i',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ў: 'v',
    ф: 'f',
    х: 'k',
    ц: 's',
    ч: 's',
    ш: 's',
    щ: 's',
    ъ: '',
    ы: 'i',
    ь: '',
    э: 'e',
    ю: 'u',
    я: 'a',
    ј: 'i',
    љ: 'l',
    њ: 'n',
    ћ: 's',
    ђ: 's',
    џ: 's',
    ا: 'a',
    أ: 'a',
    إ: 'a',
    آ: 'a',
    ب: 'b',
    ت: 't',
    ث: 't',
    ج: 'g',
    ح: 'h',
    خ: 'k',
    د: 'd',
    ذ: 'd',
    ر: 'r',
    ز: 's',
    س: 's',
    ش: 's',
    ص: 's',
    ض: 'd',
    ط: 't',
    ظ: 's',
    ع: '',
    غ: 'g',
    ف: 'f',
    ق: 'k',
    ك: 'k',
    ل: 'l',
    م: 'm',
    ن: 'n',
    ه: 'h',
    ة: '',
    و: 'u',
    ي: 'i',
    ى: 'a',
    ئ: '',
    ء: '',
    ؤ: 'u',
    پ: 'p',
    چ: 's',
    ژ: 's',
    گ: 'g',
    ک: 'k',
    ی: 'i',
    א: 'a',
    ב: 'b',
    ג: 'g',
    ד: 'd',
    ה: 'h',
    ו: 'u',
    ז: 's',
    ח: 'h',
    ט: 't',
    י: 'i',
    כ: 'k',
    ך: 'k',
    ל: 'l',
    מ: 'm',
    ם: 'm',
    נ: 'n',
    ן: 'n',
    ס: 's',
    ע: '',
    פ: 'p',
    ף: 'f',
    צ: 's',
    ץ: 's',
    ק: 'k',
    ר: 'r',
    ש: 's',
    ת: 't',
    α: 'a',
    β: 'v',
    γ: 'g',
    δ: 'd',
    ε: 'e',
    ζ: 's',
    η: 'i',
    θ: 't',
    ι: 'i',
    κ: 'k',
    λ: 'l',
    μ: 'm',
    ν: 'n',
    ξ: 'ks',
    ο: 'o',
    π: 'p',
    ρ: 'r',
    σ: 's',
    ς: 's',
    τ: 't',
    υ: 'i',
    φ: 'f',
    χ: 'k',
    ψ: 'ps',
    ω: 'o',
    ß: 's',
    ł: 'l',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    þ: 't',
    æ: 'a',
    œ: 'o',
    ı: 'i',
  }),
);

/** Null where too little is left to recognise anybody by. */
export function toNameSkeleton(word: string): string | null {
  const latin = toLatin(word.toLowerCase());
  if (!/^[a-z]+$/.test(latin)) return null;
  const sounds = latin
    .replace(/ph/g, 'f')
    .replace(/tsch|tch|sch|dsch|sh|ch|zh|cz|sz|dž|dj|kh/g, (group) => (group === 'kh' ? 'k' : 's'))
    .replace(/x/g, 'ks')
    .replace(/[cq]/g, 'k')
    .replace(/w/g, 'v')
    .replace(/[zj]/g, 's');
  const lead = /^[aeiouyh]/.test(sounds) ? 'a' : '';
  const bones = lead + sounds.replace(/[aeiouyh]/g, '').replace(/(.)\1+/g, '$1');
  const cut = bones.length > 4 ? bones.replace(/[mvk]$/, '') : bones;
  return cut.length >= 3 ? cut.slice(0, 6) : null;
}

/** Five letters: "medalla", "medalha", "медаль" and "medal" meet, "nation" and "natation" do not. */
const COGNATE_LETTERS = 5;

/** The word's beginning in plain Latin letters, which neighbouring languages share; null for short words. */
export function toCognate(word: string): string | null {
  const latin = toLatin(word.toLowerCase());
  if (latin.length < 4 || !/^[a-z]+$/.test(latin)) return null;
  const sounds = latin.replace(/ph/g, 'f').replace(/[qc]/g, 'k').replace(/y/g, 'i').replace(/w/g, 'v');
  return sounds.replace(/(.)\1+/g, '$1').slice(0, COGNATE_LETTERS);
}

function toLatin(word: string): string {
  if (/^[a-z]*$/.test(word)) return word; // nothing to decompose
  let out = '';
  // Whole letters first: taken apart, the Belarusian "ў" of Казлоў would be a vowel.
  for (const letter of word.normalize('NFC')) out += LETTERS.get(letter) ?? withoutMarks(letter);
  return out;
}

function withoutMarks(letter: string): string {
  let out = '';
  for (const part of letter.normalize('NFD').replace(/\p{M}/gu, '')) out += LETTERS.get(part) ?? part;
  return out;
}

/** Written with a capital, or in a script that has none. */
export function mayBeName(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase() || word.toLowerCase() === word.toUpperCase();
}
