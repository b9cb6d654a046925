// Writes numbers, texts and lists compactly into bytes, and reads them back with limits.
import { enlarge } from '../enlarge.ts';

export type ByteWriter = {
  /** A whole number from 0 on. */
  readonly natural: (value: number) => void;
  readonly int: (value: number) => void;
  readonly int32: (value: number) => void;
  readonly float64: (value: number) => void;
  readonly text: (value: string) => void;
  /** Many texts at once, which are read much faster than one by one. */
  readonly texts: (values: readonly string[]) => void;
  /** The same for texts of characters below 256, a byte each. */
  readonly byteTexts: (values: readonly string[]) => void;
  /** The same for texts of characters below 2¹⁵, two bytes each: no half surrogates. */
  readonly wideTexts: (values: readonly string[]) => void;
  readonly ascending: (values: Int32Array) => void;
  readonly finish: () => Uint8Array;
};

export function createByteWriter(): ByteWriter {
  let bytes = new Uint8Array(1 << 16);
  let view = new DataView(bytes.buffer);
  let at = 0;
  const room = (count: number) => {
    if (at + count <= bytes.length) return;
    bytes = enlarge(bytes, new Uint8Array(Math.max(bytes.length * 2, at + count)));
    view = new DataView(bytes.buffer);
  };
  /** Seven bits a byte, least first. */
  const natural = (value: number) => {
    room(10);
    let rest = value;
    while (rest >= 128) {
      bytes[at++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    bytes[at++] = rest;
  };
  const int = (value: number) => natural(value < 0 ? -2 * value - 1 : 2 * value);
  const text = (value: string) => {
    natural(value.length);
    room(3 * value.length);
    for (let i = 0; i < value.length; i++) {
      let code = value.charCodeAt(i);
      while (code >= 128) {
        bytes[at++] = (code & 127) | 128;
        code >>>= 7;
      }
      bytes[at++] = code;
    }
  };
  const inGroups = (values: readonly string[], writeGroup: (all: string) => void) => {
    natural(values.length);
    for (const group of groupsOf(values)) {
      for (const value of group) natural(value.length);
      writeGroup(group.join(''));
    }
  };
  return {
    natural,
    int,
    text,
    int32(value) {
      room(4);
      view.setInt32(at, value);
      at += 4;
    },
    float64(value) {
      room(8);
      view.setFloat64(at, value);
      at += 8;
    },
    texts: (values) => inGroups(values, text),
    byteTexts(values) {
      inGroups(values, (all) => {
        room(all.length);
        for (let i = 0; i < all.length; i++) bytes[at++] = all.charCodeAt(i);
      });
    },
    wideTexts(values) {
      inGroups(values, (all) => {
        room(2 * all.length);
        for (let i = 0; i < all.length; i++) {
          const unit = all.charCodeAt(i);
          bytes[at++] = unit & 255;
          bytes[at++] = unit >>> 8;
        }
      });
    },
    ascending(values) {
      natural(values.length);
      let last = values[0] ?? 0;
      if (values.length > 0) int(last);
      for (let i = 1; i < values.length; i++) {
        const value = values[i] ?? 0;
        natural(value - last);
        last = value;
      }
    },
    finish: () => bytes.slice(0, at),
  };
}

/** What is read together stays in memory together, until the last of it is no longer needed: articles that expire together. */
const GROUP = 64;

function* groupsOf(values: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < values.length; start += GROUP) yield values.slice(start, start + GROUP);
}

export class DamagedBytes extends Error {}

/** Texts that were written together, each made only when it is asked for. */
export type TextPile = {
  readonly size: number;
  readonly text: (at: number) => string;
  /** Where the text lies, for those who only look at its letters. */
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
  /** The same texts, none of them made yet. */
  readonly pile: () => TextPile;
  readonly byteTexts: () => string[];
  readonly wideTexts: () => string[];
  readonly ascending: () => Int32Array;
  readonly isAtEnd: () => boolean;
};

/** Every read throws DamagedBytes past the end; whoever opens a snapshot catches it once. */
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
  /** Where nothing but ASCII follows, as in most texts, a byte is a character and the host reads them all at once. */
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
  /** `readGroup` is told how long each text of the group is, and adds them to the list. */
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
    pile() {
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
      return pileOf(groups, ends);
    },
    // One by one is as fast here, and what is cut from another text takes longer to read.
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
function pileOf(groups: readonly string[], ends: Int32Array): TextPile {
  const groupOf = (at: number) => groups[Math.floor(at / GROUP)] ?? '';
  const startOf = (at: number) => (at % GROUP === 0 ? 0 : (ends[at - 1] ?? 0));
  const endOf = (at: number) => ends[at] ?? 0;
  return { size: ends.length, text: (at) => groupOf(at).slice(startOf(at), endOf(at)), groupOf, startOf, endOf };
}

/** A function takes no more arguments than this everywhere. */
const PART = 4096;

function fromCodes(codes: Uint8Array | Uint16Array): string {
  let made = '';
  for (let start = 0; start < codes.length; start += PART) {
    // Unlike a spread, this makes no list of them in between.
    made += Reflect.apply(String.fromCharCode, null, codes.subarray(start, start + PART));
  }
  return made;
}
