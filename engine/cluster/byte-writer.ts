// Writes numbers, texts and lists compactly into bytes; byte-reader.ts reads them back.
import { enlarge } from '../enlarge.ts';

export type ByteWriter = {
  /** A whole number of 0 or more (LEB128: seven bits a byte, least significant first). */
  readonly natural: (value: number) => void;
  readonly int: (value: number) => void;
  readonly int32: (value: number) => void;
  readonly float64: (value: number) => void;
  readonly text: (value: string) => void;
  /** Many texts at once: these are read much faster than one by one. */
  readonly texts: (values: readonly string[]) => void;
  /** The same for texts whose characters are all below 256, one byte each. */
  readonly byteTexts: (values: readonly string[]) => void;
  /** The same for texts whose characters are all below 2¹⁵, two bytes each; so they hold no surrogates. */
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

/** Texts of one group share one string in memory until all of them are dropped: small, so that only articles of about the same age share. */
export const GROUP = 64;

function* groupsOf(values: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < values.length; start += GROUP) yield values.slice(start, start + GROUP);
}
