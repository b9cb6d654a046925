// An article's terms, their counts and its signs as one short string, the form of small numbers that takes the least memory
// in V8.
//
// Three typed arrays of forty numbers take a kilobyte, most of it for their objects; the string takes 130 bytes. Numbers are
// written as variable-length integers of 7 bits a character, least significant first, all but the last with bit 8 set; V8
// stores a string without characters above 255 as one byte each. A term is written as its distance from the one before,
// times six, plus 3 where the article is listed under it, plus 1 where its count is two, or plus 2 where the count follows
// as a number of its own. Example: terms 5 (listed, once) and 9 (three times) are 5·6+3, 4·6+2, 3.
import { toCount, toWeight } from './weights.ts';

export type Packed = string;

export type Unpacked = {
  /** Ascending. */
  readonly terms: Int32Array;
  readonly weights: Float32Array;
};

type Packable = Unpacked & { readonly probes: Int32Array; readonly signs: Int32Array };

const BITS = 7;
const MASK = (1 << BITS) - 1;
const MORE = 1 << BITS;
/** The shift of the last seven bits of a number below 2³². */
const LAST_SHIFT = 28;
const PER_TERM = 6;
const LISTED = 3;
const COUNT_FOLLOWS = 2;

export function packText({ terms, weights, probes, signs }: Packable): Packed {
  const units: number[] = [];
  push(units, signs.length);
  let last = 0;
  for (const sign of signs) {
    push(units, sign - last);
    last = sign;
  }
  push(units, terms.length);
  last = 0;
  for (let i = 0, probe = 0; i < terms.length; i++) {
    const term = terms[i] ?? 0;
    const count = toCount(weights[i] ?? 1);
    const isProbe = probes[probe] === term;
    if (isProbe) probe++;
    const kind = count <= 2 ? count - 1 : COUNT_FOLLOWS;
    push(units, (term - last) * PER_TERM + (isProbe ? LISTED : 0) + kind);
    if (kind === COUNT_FOLLOWS) push(units, count);
    last = term;
  }
  return String.fromCharCode(...units);
}

function push(units: number[], value: number): void {
  let rest = value;
  while (rest > MASK) {
    units.push((rest & MASK) | MORE);
    rest >>>= BITS;
  }
  units.push(rest);
}

/** Unpacks into the same arrays each time: their contents are valid until the next `read`. */
export type TextReader = {
  readonly read: (packed: Packed) => void;
  readonly terms: () => Int32Array;
  readonly weights: () => Float32Array;
  readonly size: () => number;
};

export function createTextReader(): TextReader {
  let into = roomFor(256);
  let size = 0;
  return {
    read(packed) {
      if (packed.length > into.terms.length) into = roomFor(2 * packed.length);
      size = readTerms(packed, into);
    },
    terms: () => into.terms,
    weights: () => into.weights,
    size: () => size,
  };
}

export function unpackText(packed: Packed): Unpacked {
  const into = roomFor(readSize(packed, { at: 0 }));
  readTerms(packed, into);
  return into;
}

function roomFor(size: number): Unpacked {
  return { terms: new Int32Array(size), weights: new Float32Array(size) };
}

export function unpackSigns(packed: Packed): Int32Array {
  const cursor = { at: 0 };
  const signs = new Int32Array(take(packed, cursor));
  let last = 0;
  for (let i = 0; i < signs.length; i++) {
    last += take(packed, cursor);
    signs[i] = last;
  }
  return signs;
}

/** The terms that the article is listed under in the postings, ascending. */
export function unpackProbes(packed: Packed): Int32Array {
  const cursor = { at: 0 };
  const probes: number[] = [];
  let term = 0;
  for (let left = readSize(packed, cursor); left > 0; left--) {
    const value = take(packed, cursor);
    const step = stepOf(value);
    const mark = value - step * PER_TERM;
    term += step;
    if (mark >= LISTED) probes.push(term);
    if (kindOf(mark) === COUNT_FOLLOWS) take(packed, cursor);
  }
  return Int32Array.from(probes);
}

/** Skips the signs and reads the number of terms, which follow. */
function readSize(packed: Packed, cursor: { at: number }): number {
  for (let signs = take(packed, cursor); signs > 0; signs--) take(packed, cursor);
  return take(packed, cursor);
}

/** Fills `terms` and `weights` from the beginning and returns how many there are. */
function readTerms(packed: Packed, { terms, weights }: Unpacked): number {
  const cursor = { at: 0 };
  const size = readSize(packed, cursor);
  let at = cursor.at;
  let term = 0;
  for (let i = 0; i < size; i++) {
    let value = packed.charCodeAt(at++);
    for (let shift = BITS, unit = value; unit >= MORE; shift += BITS) {
      unit = packed.charCodeAt(at++);
      value = (value & ((1 << shift) - 1)) | (unit << shift);
    }
    const step = (value / PER_TERM) | 0; // below 2³¹ in any text that a snapshot's reader has checked
    const kind = kindOf(value - step * PER_TERM);
    term += step;
    terms[i] = term;
    if (kind !== COUNT_FOLLOWS) {
      weights[i] = kind === 0 ? WEIGHT_OF_ONE : WEIGHT_OF_TWO;
      continue;
    }
    cursor.at = at;
    weights[i] = toWeight(take(packed, cursor));
    at = cursor.at;
  }
  return size;
}

const WEIGHT_OF_ONE = toWeight(1);
const WEIGHT_OF_TWO = toWeight(2);

/** The distance from the term before; the remainder of the value tells how the term is listed and counted. */
function stepOf(value: number): number {
  return Math.floor(value / PER_TERM);
}

function kindOf(mark: number): number {
  return mark >= LISTED ? mark - LISTED : mark;
}

function take(packed: Packed, cursor: { at: number }): number {
  let unit = packed.charCodeAt(cursor.at++); // NaN past the end, which reads as 0 below
  if (unit < MORE) return unit;
  let value = unit & MASK;
  for (let shift = BITS; ; shift += BITS) {
    unit = packed.charCodeAt(cursor.at++);
    value |= (unit & MASK) << shift;
    if (!(unit >= MORE) || shift === LAST_SHIFT) return value >>> 0;
  }
}

/** Checks a packed text from a snapshot and reads what the postings list it under, into the same array each time. */
export type ListingReader = {
  /** False where the text is damaged or has terms from `known` on. */
  readonly read: (packed: Packed, known: number) => boolean;
  /** The terms that it is listed under; valid until the next `read`. */
  readonly probes: () => Int32Array;
  /** Number of different terms. */
  readonly size: () => number;
};

export function createListingReader(): ListingReader {
  const probes = new Int32Array(PROBES_MOST);
  const cursor = { at: 0 };
  let count = 0;
  let size = 0;
  return {
    read(packed, known) {
      cursor.at = 0;
      count = 0;
      let last = -1;
      for (let signs = take(packed, cursor); signs > 0; signs--) {
        const sign = Math.max(0, last) + take(packed, cursor);
        if (sign <= last || sign >= known || cursor.at > packed.length) return false;
        last = sign;
      }
      size = take(packed, cursor);
      last = -1;
      for (let i = 0; i < size; i++) {
        if (cursor.at >= packed.length) return false;
        const value = take(packed, cursor);
        const step = stepOf(value);
        const mark = value - step * PER_TERM;
        const term = i === 0 ? step : last + step;
        if (term <= last || term >= known) return false;
        last = term;
        if (mark >= LISTED && count < PROBES_MOST) probes[count++] = term;
        if (kindOf(mark) === COUNT_FOLLOWS) take(packed, cursor);
      }
      return cursor.at === packed.length;
    },
    probes: () => probes.subarray(0, count),
    size: () => size,
  };
}

/** More terms than any tuning lists an article under. */
const PROBES_MOST = 64;
