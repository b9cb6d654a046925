// Cuts a text into words: letters and digits by a pattern, scripts without spaces by the host's own dictionary.

/** Initials written with dots ("U.S.") are one word; digits keep their separators ("1,000.5"); marks stay with their letter. */
const WORD = /\p{Lu}(?:\.\p{Lu})+|\d+(?:[.,]\d+)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*/gu;

/** Han, kana, Thai, Lao, Khmer, Burmese: written without spaces. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,}/u;

/** Arabic, Persian, Devanagari, Bengali and Thai ones. */
const OTHER_DIGITS = /[٠-٩۰-۹०-९০-৯๐-๙]/g;

/** The surface words in order, as they are written; figures of other scripts as 0 to 9, by which languages meet. */
export function splitWords(text: string, cut: 'spaces' | 'dictionary'): readonly string[] {
  const words = text.replace(OTHER_DIGITS, toDigit).match(WORD) ?? [];
  if (cut === 'spaces') return words;
  return words.flatMap((word) => (UNSPACED.test(word) ? segment(word) : [word]));
}

const ZEROS = [...'٠۰०০๐'].map((zero) => zero.charCodeAt(0));

function toDigit(figure: string): string {
  const code = figure.charCodeAt(0);
  return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
}

/** One segmenter serves every unspaced script; without one in the host, pairs of characters do nearly as well. */
function segment(run: string): string[] {
  if (typeof Intl.Segmenter !== 'function') return pairs(run);
  const found: string[] = [];
  for (const part of segmenter().segment(run)) if (part.isWordLike) found.push(part.segment);
  return found;
}

function pairs(run: string): string[] {
  const letters = [...run];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

let shared: Intl.Segmenter | undefined; // costly to make and without state

function segmenter(): Intl.Segmenter {
  shared ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return shared;
}
