// A title and the first words of a text, each word as a hash of 14 bits: enough to see which runs two of them share.
//
// Kept as a string, the form of a list of small numbers that takes the least memory: two bytes a word, and sixteen for the
// string. A 15th bit marks words inside quotation marks.
// A run is five words in a row. A copy's headline and lead share many runs with the original's, wherever page furniture
// ("Share", "Updated 7:15", a caption) has pushed them. The index lists an article under some of its runs only, its
// anchors: of every `WINDOW` consecutive runs the one with the least hash (winnowing, Schleimer et al. 2003). Two texts
// that share `WINDOW` consecutive runs always share an anchor.

export type Opening = {
  readonly words: string;
  readonly titleLength: number;
};

export type Runs = {
  /** In order, the title's runs first, without those that lie wholly in a quotation. */
  readonly hashes: Int32Array;
  readonly titleRuns: number;
  /** Number of runs, those in quotations included. */
  readonly all: number;
};

/** The bit above a word's 14. */
const QUOTED = 1 << 14;
const TITLE_WORDS_MOST = 40;
/** Words in a run. */
export const RUN = 5;
const WINDOW = 7;

type HashedText = {
  /** A hash for each word, here and in `text`. */
  readonly title: readonly number[];
  readonly text: readonly number[];
  /** Which words of the text are inside quotation marks. */
  readonly quoted?: readonly boolean[];
};

export function toOpening({ title, text, quoted = [] }: HashedText): Opening {
  const shown = title.slice(0, TITLE_WORDS_MOST);
  const toCode = (hash: number) => (hash ^ (hash >>> 16)) & (QUOTED - 1);
  const codes = [...shown.map(toCode), ...text.map((hash, i) => toCode(hash) | (quoted[i] === true ? QUOTED : 0))];
  return { words: String.fromCharCode(...codes), titleLength: shown.length };
}

export function runsOf(opening: Opening): Runs {
  const hashes = new Int32Array(opening.words.length);
  const { titleRuns, runs } = readRuns(opening, hashes);
  const textRuns = Math.max(0, opening.words.length - opening.titleLength - RUN + 1);
  return { hashes: hashes.subarray(0, runs), titleRuns, all: titleRuns + textRuns };
}

/** The anchors of many openings, one after the other, without an array of runs for each. */
export function createAnchorReader(): (opening: Opening) => number[] {
  let hashes = new Int32Array(256);
  return (opening) => {
    const { length } = opening.words;
    if (length > hashes.length) hashes = new Int32Array(2 * length);
    return anchorsIn(hashes, readRuns(opening, hashes));
  };
}

/** Scratch: the words of the opening that is being read. */
let codes = new Uint16Array(256);

type RunCounts = { readonly titleRuns: number; readonly runs: number };

/** Overwrites `hashes`, which must have room for one hash a word. */
function readRuns({ words, titleLength }: Opening, hashes: Int32Array): RunCounts {
  if (words.length > codes.length) codes = new Uint16Array(2 * words.length);
  for (let i = 0; i < words.length; i++) codes[i] = words.charCodeAt(i);
  let runs = 0;
  for (let start = 0; start + RUN <= titleLength; start++) hashes[runs++] = hashRun(start);
  const titleRuns = runs;
  for (let start = titleLength; start + RUN <= words.length; start++) {
    if (!isQuoted(start)) hashes[runs++] = hashRun(start);
  }
  return { titleRuns, runs };
}

/** Whether all of the run is quoted: the same quotation in two reports makes them no copies. */
function isQuoted(start: number): boolean {
  let all = QUOTED;
  for (let i = start; i < start + RUN; i++) all &= codes[i] ?? 0;
  return all !== 0;
}

function hashRun(start: number): number {
  let hash = 0;
  for (let i = start; i < start + RUN; i++) {
    hash = Math.imul(hash ^ ((codes[i] ?? 0) & (QUOTED - 1)), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return hash;
}

/** Without repetitions. */
export function anchorsOf({ hashes, titleRuns }: Runs): number[] {
  return anchorsIn(hashes, { titleRuns, runs: hashes.length });
}

function anchorsIn(hashes: Int32Array, { titleRuns, runs }: RunCounts): number[] {
  const anchors: number[] = [];
  winnow(hashes, { from: 0, to: titleRuns, into: anchors });
  winnow(hashes, { from: titleRuns, to: runs, into: anchors });
  return anchors;
}

/** The hashes to be searched, and the anchors found so far. */
type Winnowing = { readonly from: number; readonly to: number; readonly into: number[] };

/** Searches a window anew for its least hash only when the old least has slid out of it. */
function winnow(hashes: Int32Array, { from, to, into }: Winnowing): void {
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

/** The opening cut down to its title. */
export function titleOf({ words, titleLength }: Opening): Opening {
  return { words: words.slice(0, titleLength), titleLength };
}

/** Share of the title's words that occur in the other opening. */
export function titleShare(title: Opening, other: Opening): number {
  if (title.titleLength === 0) return 0;
  let shared = 0;
  for (let i = 0; i < title.titleLength; i++) {
    const code = title.words.charCodeAt(i);
    const isThere = [code, code | QUOTED].some((one) => other.words.includes(String.fromCharCode(one)));
    if (isThere) shared++;
  }
  return shared / title.titleLength;
}
