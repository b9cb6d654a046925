// Counts the words of a link's text without patterns: it is asked of every link of a page, by code that had no time to warm up.

/** A headline has no more; counting stops there. */
const WORDS_MAX = 12;
/** Scripts without spaces: so many characters say about as much as a word. */
const WIDE_PER_WORD = 2.5;
const TEXT_MAX = 400;

export function countWords(text: string): number {
  let words = 0;
  let wide = 0;
  let isInWord = false;
  const end = Math.min(text.length, TEXT_MAX);
  for (let i = 0; i < end && words < WORDS_MAX; i++) {
    const code = text.charCodeAt(i);
    if (isWide(code)) wide += 1;
    // Marks inside of words (don't, co-op, 1,000) end none; only spaces and strokes do.
    if (isSpace(code) || code === 47 || code === 124) isInWord = false;
    else if (!isInWord && isLetterOrDigit(code)) {
      isInWord = true;
      words += 1;
    }
  }
  return Math.min(WORDS_MAX, Math.max(words, Math.round(wide / WIDE_PER_WORD)));
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b);
}

function isLetterOrDigit(code: number): boolean {
  if (code < 0x80) return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return code >= 0xaa && !(code >= 0x2000 && code <= 0x2bff) && !(code >= 0x3000 && code <= 0x303f);
}

/** Thai to Lao, kana, Chinese characters. Korean has spaces. */
function isWide(code: number): boolean {
  return (code >= 0x0e00 && code <= 0x0eff) || (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff);
}
