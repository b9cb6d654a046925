// Reads back, with limits, what byte-writer.ts wrote.
import { GROUP } from './byte-writer.ts';

export class DamagedBytes extends Error {}

/** Texts that were written together; each string is made only when it is asked for. */
export type LazyTexts = {
  readonly size: number;
  readonly text: (at: number) => string;
  /** The string that holds the text, and from where to where, for callers that only look at its letters. */
  readonly groupOf: (at: number) => string;
  readonly startOf: (at: number) => number;
  readonly endOf: (at: number) => number;
};

export type ByteReader = {
  readonly natural: () => number;
  readonly int: () => number;
  /** A length or position: never beyond what the bytes could hold. */
  readonly size: () => number;
  readonly int32: () => number;
  readonly float64: () => number;
  readonly text: () => string;
  readonly texts: () => string[];
  /** The same as `texts`, without making the strings. */
  readonly lazyTexts: () => LazyTexts;
  readonly byteTexts: () => string[];
  readonly wideTexts: () => string[];
  readonly ascending: () => Int32Array;
  readonly isAtEnd: () => boolean;
};

/** Every read past the end throws DamagedBytes; `decodeState` catches it once. */
export function createByteReader(bytes: Uint8Array): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  let codes = new Uint16Array(1024);
  const next = () => {
    const byte = bytes[at++];
    if (byte === undefined) throw new DamagedBytes('unexpected end');
    return byte;
  };
  const natural = () => {
    const first = bytes[at];
    if (first !== undefined && first < 128) {
      at++;
      return first; // most numbers are small
    }
    let value = 0;
    let scale = 1;
    for (let i = 0; i < 8; i++) {
      const byte = next();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
    throw new DamagedBytes('number too long');
  };
  const int = () => {
    const value = natural();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  };
  const size = () => {
    const value = natural();
    if (value > bytes.length) throw new DamagedBytes('impossible size');
    return value;
  };
  /** Whether only ASCII follows, as in most texts: then each byte is a character, and the host decodes them all at once. */
  const isPlain = (length: number) => {
    if (at + length > bytes.length) return false;
    for (let i = at; i < at + length; i++) if ((bytes[i] ?? 0) >= 128) return false;
    return true;
  };
  const text = () => {
    const length = size();
    if (isPlain(length)) return utf8.decode(nextBytes(length));
    if (length > codes.length) codes = new Uint16Array(2 * length);
    for (let i = 0; i < length; i++) {
      let byte = next();
      let code = byte & 127;
      for (let shift = 7; byte >= 128 && shift < 21; shift += 7) {
        byte = next();
        code |= (byte & 127) << shift;
      }
      codes[i] = code;
    }
    return fromCodes(codes.subarray(0, length));
  };
  const nextBytes = (count: number) => {
    if (at + count > bytes.length) throw new DamagedBytes('unexpected end');
    at += count;
    return bytes.subarray(at - count, at);
  };
  /** `readGroup` gets the lengths of a group's texts and adds the texts to `values`. */
  const inGroups = (readGroup: (lengths: readonly number[], values: string[]) => void) => {
    const values: string[] = [];
    for (let left = size(); left > 0; left -= GROUP) {
      const lengths: number[] = [];
      for (let i = Math.min(left, GROUP); i > 0; i--) lengths.push(size());
      readGroup(lengths, values);
    }
    return values;
  };
  const cutFrom = (readAll: (length: number) => string) =>
    inGroups((lengths, values) => {
      const whole = lengths.reduce((sum, length) => sum + length, 0);
      const all = readAll(whole);
      if (all.length !== whole) throw new DamagedBytes('texts of another length');
      let start = 0;
      for (const length of lengths) {
        values.push(all.slice(start, start + length));
        start += length;
      }
    });
  return {
    natural,
    int,
    size,
    int32() {
      if (at + 4 > bytes.length) throw new DamagedBytes('unexpected end');
      at += 4;
      return view.getInt32(at - 4);
    },
    float64() {
      if (at + 8 > bytes.length) throw new DamagedBytes('unexpected end');
      at += 8;
      return view.getFloat64(at - 8);
    },
    text,
    texts: () => cutFrom(text),
    lazyTexts() {
      const count = size();
      const ends = new Int32Array(count);
      const groups: string[] = [];
      for (let at = 0; at < count; ) {
        let end = 0;
        for (const next = Math.min(count, at + GROUP); at < next; at++) {
          end += size();
          ends[at] = end;
        }
        const group = text();
        if (group.length !== end) throw new DamagedBytes('texts of another length');
        groups.push(group);
      }
      return toLazyTexts(groups, ends);
    },
    // One by one is as fast here, and V8 reads slices of another string more slowly.
    byteTexts: () =>
      inGroups((lengths, values) => {
        for (const length of lengths) values.push(fromCodes(nextBytes(length)));
      }),
    wideTexts: () => cutFrom((length) => utf16.decode(nextBytes(2 * length))),
    ascending() {
      const values = new Int32Array(size());
      let last = values.length > 0 ? int() : 0;
      values[0] = last;
      for (let i = 1; i < values.length; i++) {
        last += natural();
        values[i] = last;
      }
      return values;
    },
    isAtEnd: () => at === bytes.length,
  };
}

/** `ends`: where each text ends in its group. */
function toLazyTexts(groups: readonly string[], ends: Int32Array): LazyTexts {
  const groupOf = (at: number) => groups[Math.floor(at / GROUP)] ?? '';
  const startOf = (at: number) => (at % GROUP === 0 ? 0 : (ends[at - 1] ?? 0));
  const endOf = (at: number) => ends[at] ?? 0;
  return { size: ends.length, text: (at) => groupOf(at).slice(startOf(at), endOf(at)), groupOf, startOf, endOf };
}

/** Safe number of arguments for one call in every JavaScript engine. */
const PART = 4096;

function fromCodes(codes: Uint8Array | Uint16Array): string {
  let made = '';
  for (let start = 0; start < codes.length; start += PART) {
    // Unlike spread arguments, this makes no array in between.
    made += Reflect.apply(String.fromCharCode, null, codes.subarray(start, start + PART));
  }
  return made;
}
