// Writes numbers, texts and lists compactly into bytes, and reads them back with limits.

export type ByteWriter = {
  readonly int: (value: number) => void;
  readonly float64: (value: number) => void;
  readonly text: (value: string) => void;
  readonly ascending: (values: Int32Array) => void;
  readonly finish: () => Uint8Array;
};

export function createByteWriter(): ByteWriter {
  let bytes = new Uint8Array(1 << 16);
  let view = new DataView(bytes.buffer);
  let at = 0;
  const room = (count: number) => {
    if (at + count <= bytes.length) return;
    const larger = new Uint8Array(Math.max(bytes.length * 2, at + count));
    larger.set(bytes);
    bytes = larger;
    view = new DataView(bytes.buffer);
  };
  /** Seven bits a byte, least first; negative numbers by zigzag. */
  const int = (value: number) => natural(value < 0 ? -2 * value - 1 : 2 * value);
  const natural = (value: number) => {
    room(10);
    let rest = value;
    while (rest >= 128) {
      bytes[at++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    bytes[at++] = rest;
  };
  return {
    int,
    float64(value) {
      room(8);
      view.setFloat64(at, value);
      at += 8;
    },
    text(value) {
      int(value.length);
      for (let i = 0; i < value.length; i++) {
        room(3);
        let code = value.charCodeAt(i);
        while (code >= 128) {
          bytes[at++] = (code % 128) + 128;
          code >>>= 7;
        }
        bytes[at++] = code;
      }
    },
    ascending(values) {
      int(values.length);
      let last = values[0] ?? 0;
      int(last);
      for (let i = 1; i < values.length; i++) {
        const value = values[i] ?? 0;
        natural(value - last);
        last = value;
      }
    },
    finish: () => bytes.slice(0, at),
  };
}

export class DamagedBytes extends Error {}

export type ByteReader = {
  readonly int: () => number;
  /** A length or position: never negative, never beyond what the bytes could hold. */
  readonly size: () => number;
  readonly float64: () => number;
  readonly text: () => string;
  readonly ascending: () => Int32Array;
  readonly isAtEnd: () => boolean;
};

/** Every read throws DamagedBytes past the end; whoever opens a snapshot catches it once. */
export function createByteReader(bytes: Uint8Array): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const next = () => {
    const byte = bytes[at++];
    if (byte === undefined) throw new DamagedBytes('unexpected end');
    return byte;
  };
  const varint = () => {
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
    const value = varint();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  };
  const size = () => {
    const value = int();
    if (value < 0 || value > bytes.length) throw new DamagedBytes('impossible size');
    return value;
  };
  return {
    int,
    size,
    float64() {
      if (at + 8 > bytes.length) throw new DamagedBytes('unexpected end');
      at += 8;
      return view.getFloat64(at - 8);
    },
    text() {
      const codes: number[] = [];
      const length = size();
      for (let i = 0; i < length; i++) codes.push(varint());
      let text = '';
      for (let i = 0; i < codes.length; i += 4096) text += String.fromCharCode(...codes.slice(i, i + 4096));
      return text;
    },
    ascending() {
      const values = new Int32Array(size());
      let last = int();
      values[0] = last;
      for (let i = 1; i < values.length; i++) {
        last += varint();
        values[i] = last;
      }
      return values;
    },
    isAtEnd: () => at === bytes.length,
  };
}
