// Fingerprints of runs of five words: what two copies of one text share, however they were trimmed.
//
// Of a long text a sample of runs is kept. Every run gets a 32-bit hash, of which only those divisible by 2, 4, 8 … stay,
// the least step that leaves at most `KEPT_MOST`. The hashes that are kept depend on the words alone, so two texts
// are compared at the larger of their steps. Example: a wire of 800 words keeps hashes divisible by 16 (50 of 796), a
// copy trimmed to 200 words those divisible by 4 (49 of 196), of which 12 are divisible by 16; 11 of these 12 are in the
// wire: containment 0.92. Containment is the shared part of the smaller set: a trimmed copy lies wholly inside its
// original though the two look different in length.
//
// A feed's summary is too short for a sample: of it, as of every title and opening, the words themselves are kept in
// their order, 14 bits each (see opening.ts).
import { kindAt, NUMBER } from '../text/letter-kinds.ts';
import { FNV_PRIME, FNV_START, hashText } from './fnv.ts';
import { type Opening, RUN, toOpening } from './opening.ts';

/** 64 hashes tell 0.45 from 0.1 with room to spare; with 40, labelled copies and round-ups begin to mix. */
const KEPT_MOST = 64;
/** As far as the corpora's bodies go; copies that differ in their first lines meet further down. */
const READ_WORDS = 1000;
/** A feed's summary is shorter; a text that is longer is told by its sample. */
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
  /** Null for texts that end with their opening. */
  readonly sample: Shingles | null;
};

export function toSketch(title: string, text: string): Sketch {
  const quoted: boolean[] = [];
  const words = readWords(text, quoted);
  return {
    ...toOpening(hashWords(title), words.slice(0, OPENING_WORDS), quoted),
    sample: words.length > OPENING_WORDS ? sampleRuns(words) : null,
  };
}

/** `quoted` is filled with whether each word lies in a quotation. */
export function readWords(text: string, quoted: boolean[] = []): number[] {
  return hashWords(text.slice(0, READ_WORDS * 8), quoted).slice(0, READ_WORDS);
}

/** Letters, marks and figures in a row are a word, in small letters; without a text made of each. */
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

/** The sign by which a quotation is open; each language has its own: “ … ”, „ … “, « … », » … «, ” … ”. */
function openedAfter(sign: string, opened: string): string {
  if (!QUOTES.includes(sign)) return opened;
  const isAnew = sign === '“' && opened === '“'; // as in each paragraph of a long one
  return opened === '' || isAnew ? sign : '';
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

/** Counted at the larger step of the two. */
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
