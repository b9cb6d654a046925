// Unpacks a gzip file piece by piece and gives its lines: memory holds one line, whatever the file grows to.
import { createGunzip } from 'node:zlib';

export type LineLimits = {
  /** Of the unpacked file; what follows is not read. */
  readonly bytesMax: number;
  /** A longer line is given as null, and not kept. */
  readonly lineMax: number;
};

/** A minute of the whole world's news is some 5 MB unpacked, a line of it some 1 kB. */
export const LINE_LIMITS: LineLimits = { bytesMax: 128 * 1024 * 1024, lineMax: 64 * 1024 };

/** Null for each line that is too long. Throws when the file is no gzip, is cut off, or unpacks to too much. */
export async function* readLines(
  gzip: Uint8Array,
  { bytesMax, lineMax }: LineLimits = LINE_LIMITS,
): AsyncGenerator<string | null> {
  const unpacking = createGunzip();
  unpacking.end(gzip);
  const decoder = new TextDecoder();
  let bytes = 0;
  let line = '';
  let isTooLong = false;
  for await (const chunk of unpacking) {
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
