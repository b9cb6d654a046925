// One vector laid out by term number, so that many others are compared with it by one look-up a word.
//
// Walking two ascending lists side by side costs a hard-to-guess branch a word, and a search for each word of the shorter
// one in the longer is no better for stories of a thousand words. Laid out, only the other vector is walked. Of its words
// nearly all are not in the one laid out: a bit a word says so, and all bits together stay in the processor's nearest cache.
// Shared words are noted first, without a branch, and only then are their weights read: where a branch is guessed wrong, the
// processor stops asking memory for what comes next.
import { SEARCH_FROM, SHARED_LEAST, type Stretch } from './centroid.ts';
import type { Lexicon } from './lexicon.ts';

/** Of each of the others, the sum of products with rarity squared; 0 with fewer than two shared words. Good until the next. */
export type Spread = (one: Stretch, others: readonly Stretch[]) => Float64Array;

export function createSpread(lexicon: Lexicon): Spread {
  let values = new Float64Array(0);
  let bits = new Int32Array(0);
  let dots = new Float64Array(16);
  let shared = new Int32Array(256);

  return ({ terms, weights, from, length }, others) => {
    const end = from + length;
    if (values.length < lexicon.size()) {
      values = new Float64Array(2 * lexicon.size());
      bits = new Int32Array((values.length >>> 5) + 1);
    }
    if (dots.length < others.length) dots = new Float64Array(2 * others.length);
    const rarities = lexicon.rarities();
    for (let i = from; i < end; i++) {
      const term = terms[i] ?? 0;
      const rarity = rarities[term] ?? 0;
      values[term] = (weights[i] ?? 0) * rarity * rarity;
      bits[term >>> 5] = (bits[term >>> 5] ?? 0) | (1 << (term & 31));
    }
    const longest = lookAt(others, dots);
    if (shared.length < longest) shared = new Int32Array(2 * longest);
    for (let i = 0; i < others.length; i++) {
      const other = others[i] ?? EMPTY;
      const isLong = other.length > SEARCH_FROM * length;
      dots[i] = isLong
        ? searchDot(values, { terms, weights, from, length }, other)
        : walkDot({ values, bits, shared }, other);
    }
    for (let i = from; i < end; i++) bits[(terms[i] ?? 0) >>> 5] = 0;
    return dots;
  };
}

/** The first words of all are asked for before any are compared, so that memory is waited for once. Returns the most words. */
function lookAt(others: readonly Stretch[], scratch: Float64Array): number {
  let most = 0;
  for (let i = 0; i < others.length; i++) {
    const { terms, weights, from, length } = others[i] ?? EMPTY;
    scratch[i] = (terms[from] ?? 0) + (weights[from] ?? 0);
    if (length > most) most = length;
  }
  return most;
}

const EMPTY: Stretch = { terms: new Int32Array(0), weights: new Float32Array(0), from: 0, length: 0 };

/** `shared`: where shared words stand in the other vector, to be filled again and again. */
type LaidOut = { readonly values: Float64Array; readonly bits: Int32Array; readonly shared: Int32Array };

function walkDot({ values, bits, shared }: LaidOut, { terms, weights, from, length }: Stretch): number {
  let count = 0;
  for (let i = from; i < from + length; i++) {
    const term = terms[i] ?? 0;
    shared[count] = i;
    count += ((bits[term >>> 5] ?? 0) >>> (term & 31)) & 1;
  }
  if (count < SHARED_LEAST) return 0;
  let sum = 0;
  for (let k = 0; k < count; k++) {
    const i = shared[k] ?? 0;
    sum += (values[terms[i] ?? 0] ?? 0) * (weights[i] ?? 0);
  }
  return sum;
}

function searchDot(values: Float64Array, few: Stretch, { terms, weights, from: start, length }: Stretch): number {
  let sum = 0;
  let shared = 0;
  const end = start + length;
  const fewEnd = few.from + few.length;
  let from = start;
  for (let i = few.from; i < fewEnd && from < end; i++) {
    const term = few.terms[i] ?? 0;
    let to = end;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((terms[middle] ?? 0) < term) from = middle + 1;
      else to = middle;
    }
    if (from === end || terms[from] !== term) continue;
    sum += (values[term] ?? 0) * (weights[from] ?? 0);
    shared++;
  }
  return shared < SHARED_LEAST ? 0 : sum;
}
