// Counts words in any script with two patterns and no loop over characters, since it runs for every link of a page.

const TEXT_MAX = 400;
/** From a letter or digit to the next space, slash or bar: marks inside words (don't, co-op, 1,000) do not split them. */
const WORDS = /[0-9A-Za-z\u00aa-\u1fff\u2c00-\u2fff\u3040-\uffff][^\s/|]*/g;
/** Thai to Lao, kana, Chinese characters; Korean has spaces. */
const WIDE = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/g;
/** In scripts without spaces, this many characters count as a word. */
const WIDE_PER_WORD = 2.5;

/** A text with fewer words is a label, a number of comments, or a name. */
export const HEADLINE_WORDS_MIN = 3;

export function countWords(text: string): number {
  const start = text.slice(0, TEXT_MAX);
  const words = start.match(WORDS)?.length ?? 0;
  const wide = start.match(WIDE)?.length ?? 0;
  return Math.max(words, Math.round(wide / WIDE_PER_WORD));
}

/** In lower case. */
export function firstWordOf(text: string): string {
  const end = text.indexOf(' ');
  return (end < 0 ? text : text.slice(0, end)).toLowerCase();
}
