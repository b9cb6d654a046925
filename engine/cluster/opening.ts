// A title and the first words of a text, kept word by word in 14 bits each: enough to see which runs two of them share.
//
// Kept as a string, since that is the least memory a list of small numbers takes: two bytes a word, and sixteen for all.
// A run is five words in a row; a copy's headline and lead share many with the original's, wherever page furniture
// ("Share", "Updated 7:15", a caption) has pushed them. To be found, an article is listed under some of its runs only,
// its anchors: of every `WINDOW` runs in a row the one with the least hash (winnowing, Schleimer 2003). Two texts that
// share so many runs in a row then share an anchor.

export type Opening = {
  readonly words: string;
  readonly titleLength: number;
};

/** Runs by position, those of the title first. */
export type Runs = { readonly hashes: Int32Array; readonly titleRuns: number };

const WORD_BITS = 14;
const TITLE_WORDS_MOST = 40;
/** Words in a row. */
export const RUN = 5;
const WINDOW = 7;

export function toOpening(title: readonly number[], text: readonly number[]): Opening {
  const shown = title.slice(0, TITLE_WORDS_MOST);
  const codes = shown.concat(text).map((hash) => (hash ^ (hash >>> 16)) & ((1 << WORD_BITS) - 1));
  return { words: String.fromCharCode(...codes), titleLength: shown.length };
}

export function runsOf({ words, titleLength }: Opening): Runs {
  const titleRuns = Math.max(0, titleLength - RUN + 1);
  const textRuns = Math.max(0, words.length - titleLength - RUN + 1);
  const hashes = new Int32Array(titleRuns + textRuns);
  for (let i = 0; i < hashes.length; i++) {
    hashes[i] = hashRun(words, i < titleRuns ? i : titleLength + i - titleRuns);
  }
  return { hashes, titleRuns };
}

function hashRun(words: string, start: number): number {
  let hash = 0;
  for (let i = start; i < start + RUN; i++) {
    hash = Math.imul(hash ^ words.charCodeAt(i), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return hash;
}

/** Each once. */
export function anchorsOf({ hashes, titleRuns }: Runs): number[] {
  const anchors: number[] = [];
  winnow(hashes, 0, titleRuns, anchors);
  winnow(hashes, titleRuns, hashes.length, anchors);
  return anchors;
}

/** The least hash of each window is looked for afresh only when it has slid out of it. */
function winnow(hashes: Int32Array, from: number, to: number, into: number[]): void {
  const windows = from === to ? 0 : Math.max(1, to - from - WINDOW + 1);
  let at = -1;
  for (let start = from; start < from + windows; start++) {
    const end = Math.min(to, start + WINDOW);
    if (at >= start) {
      if ((hashes[end - 1] ?? 0) >= (hashes[at] ?? 0)) continue;
      at = end - 1;
    } else {
      at = start;
      for (let i = start + 1; i < end; i++) if ((hashes[i] ?? 0) < (hashes[at] ?? 0)) at = i;
    }
    const hash = hashes[at] ?? 0;
    if (!into.includes(hash)) into.push(hash);
  }
}

/** An opening that is nothing but its title. */
export function titleOf({ words, titleLength }: Opening): Opening {
  return { words: words.slice(0, titleLength), titleLength };
}

/** Share of a title's words that the other title or text has. */
export function titleShare(title: Opening, other: Opening): number {
  if (title.titleLength === 0) return 0;
  let shared = 0;
  for (let i = 0; i < title.titleLength; i++) if (other.words.includes(title.words.charAt(i))) shared++;
  return shared / title.titleLength;
}
