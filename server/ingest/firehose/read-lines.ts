// Decompresses a gzip file in chunks and yields its lines: memory holds one line, however large the file is.
//
// Some servers declare the compression as that of the answer (Content-Encoding); such a file arrives already decompressed.
import { createGunzip } from 'node:zlib';

export type LineLimits = {
  /** Limit of the decompressed file; a longer one throws. */
  readonly bytesMax: number;
  /** In UTF-16 units. A longer line is yielded as null and not kept. */
  readonly lineMax: number;
};

/** A minute of the whole world's news is about 5 MB decompressed, a line about 1 kB. */
export const LINE_LIMITS: LineLimits = { bytesMax: 128 * 1024 * 1024, lineMax: 64 * 1024 };

const OPENING_BRACE = 0x7b;
const PIECE_BYTES = 64 * 1024;

/** Each line is a JSON object, while an error page begins differently. */
const isUnpacked = (file: Uint8Array) => file[0] === OPENING_BRACE;

function* inPieces(file: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < file.length; at += PIECE_BYTES) yield file.subarray(at, at + PIECE_BYTES);
}

function unpack(file: Uint8Array): AsyncIterable<Uint8Array> {
  const unpacking = createGunzip();
  unpacking.end(file);
  return unpacking;
}

/** Yields null for a line that is too long. Throws when the file is neither gzip nor JSON lines, truncated or too large. */
export async function* readLines(
  file: Uint8Array,
  { bytesMax, lineMax }: LineLimits = LINE_LIMITS,
): AsyncGenerator<string | null> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let line = '';
  let isTooLong = false;
  for await (const chunk of isUnpacked(file) ? inPieces(file) : unpack(file)) {
    bytes += chunk.length;
    if (bytes > bytesMax) throw new Error('the file unpacks to too much');
    const pieces = decoder.decode(chunk, { stream: true }).split('\n');
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) {
        yield isTooLong ? null : line;
        line = '';
        isTooLong = false;
      }
      if (!isTooLong) line += piece;
      if (line.length > lineMax) {
        isTooLong = true;
        line = '';
      }
    }
  }
  if (isTooLong) yield null;
  else if (line !== '') yield line;
}
