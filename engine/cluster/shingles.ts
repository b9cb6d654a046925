// Fingerprints of runs of five words: what two copies of one text share, however they were trimmed.
//
// Of a long text a sample of runs is kept. Every run gets a 32-bit hash, and only hashes divisible by a step stay: the least
// of 1, 2, 4, 8 … that leaves at most `KEPT_MOST`. Which hashes are kept depends on the words alone, so two texts can be
// compared at the larger of their steps. Example: a wire of 800 words keeps hashes divisible by 16 (50 of 796), a copy
// trimmed to 200 words those divisible by 4 (49 of 196), 12 of them divisible by 16, and 11 of these 12 are in the wire:
// containment 11/12 = 0.92. Containment is the shared share of the smaller set; a trimmed copy is contained in its original
// although the two differ in length.
//
// A feed's summary is too short for a sample. Of it, as of every title and opening, all words are kept in order, as 14 bits
// each (opening.ts).
import { kindAt, NUMBER } from '../text/letter-kinds.ts';
import { FNV_PRIME, FNV_START, hashText } from './fnv.ts';
import { type Opening, RUN, toOpening } from './opening.ts';

/** 64 hashes separate a containment of 0.45 clearly from 0.1; with 40, labelled copies and round-ups begin to mix. */
const KEPT_MOST = 64;
/** The bodies of the test corpora are no longer; copies that differ in their first lines agree further down. */
const READ_WORDS = 1000;
/** Feeds' summaries are shorter; longer texts are compared by their samples. */
const OPENING_WORDS = 80;
/** Scripts that put no spaces between words: Thai, Japanese, Chinese. Each character then counts as a word. */
const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/u;

export type Shingles = {
  /** Ascending. */
  readonly hashes: Int32Array;
  /** Only hashes divisible by it were kept. */
  readonly step: number;
};

export type Sketch = Opening & {
  /** Null for texts that are no longer than their opening. */
  readonly sample: Shingles | null;
};

export function toSketch(title: string, text: string): Sketch {
  const quoted: boolean[] = [];
  const words = readWords(text, quoted);
  return {
    ...toOpening({ title: hashWords(title), text: words.slice(0, OPENING_WORDS), quoted }),
    sample: words.length > OPENING_WORDS ? sampleRuns(words) : null,
  };
}

/** A hash for each word. `quoted` is filled with whether each word is inside quotation marks. */
export function readWords(text: string, quoted: boolean[] = []): number[] {
  return hashWords(text.slice(0, READ_WORDS * 8), quoted).slice(0, READ_WORDS);
}

/** Hashes each word, in lower case, in place: a word is a row of letters, marks and figures. */
function hashWords(text: string, quoted: boolean[] = []): number[] {
  const lower = text.toLowerCase();
  let opened = '';
  const isUnspaced = UNSPACED.test(text);
  const hashes: number[] = [];
  for (let at = 0; at < lower.length; at++) {
    if (kindAt(lower, at) < NUMBER) {
      opened = openedAfter(lower.charAt(at), opened);
      continue;
    }
    const start = at;
    let hash = FNV_START;
    for (; kindAt(lower, at) >= NUMBER; at++) hash = Math.imul(hash ^ lower.charCodeAt(at), FNV_PRIME);
    const word = isUnspaced ? lower.slice(start, at) : '';
    if (UNSPACED.test(word)) hashes.push(...[...word].map(hashText));
    else hashes.push(hash | 0);
    while (quoted.length < hashes.length) quoted.push(opened !== '');
  }
  return hashes;
}

const QUOTES = '"“”„«»「」';

/** The mark by which a quotation is open after `sign`, or ''. Languages differ: “ … ”, „ … “, « … », » … «, ” … ”. */
function openedAfter(sign: string, opened: string): string {
  if (!QUOTES.includes(sign)) return opened;
  const isReopened = sign === '“' && opened === '“'; // opened again, as in each paragraph of a long quotation
  return opened === '' || isReopened ? sign : '';
}

export function sampleRuns(words: readonly number[]): Shingles {
  const all = new Set<number>();
  for (let start = 0; start + RUN <= words.length; start++) {
    let hash = FNV_START;
    for (let i = start; i < start + RUN; i++) hash = Math.imul(hash ^ (words[i] ?? 0), FNV_PRIME);
    all.add((hash ^ (hash >>> 15)) | 0);
  }
  let step = 1;
  let kept = Int32Array.from(all);
  while (kept.length > KEPT_MOST) {
    step *= 2;
    kept = kept.filter((hash) => hash % step === 0);
  }
  return { hashes: kept.sort(), step };
}

export type Overlap = { readonly shared: number; readonly smaller: number; readonly larger: number };

/** Counted among hashes divisible by the larger of the two steps. */
export function overlapOf(a: Shingles, b: Shingles): Overlap {
  const step = Math.max(a.step, b.step);
  let shared = 0;
  for (let i = 0, j = 0; i < a.hashes.length && j < b.hashes.length; ) {
    const left = a.hashes[i] ?? 0;
    const right = b.hashes[j] ?? 0;
    if (left === right && left % step === 0) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  const sizes = [sizeAt(a, step), sizeAt(b, step)];
  return { shared, smaller: Math.min(...sizes), larger: Math.max(...sizes) };
}

function sizeAt({ hashes, step: own }: Shingles, step: number): number {
  if (own === step) return hashes.length;
  let size = 0;
  for (const hash of hashes) if (hash % step === 0) size++;
  return size;
}
