// Decompresses an answer, up to a limit on the decompressed size: a zip bomb costs no more than an honest file.
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { err, ok, type Result } from '../../engine/result.ts';
import { hasCode } from '../has-code.ts';

export type DecodeFailure = { readonly reason: 'too-large' | 'bad-encoding' };

/** Sent as Accept-Encoding. An answer with several encodings at once is refused, because each layer multiplies its size. */
export const ACCEPTED_ENCODINGS = 'gzip, br, deflate';

const { Z_SYNC_FLUSH, Z_FINISH, BROTLI_OPERATION_FLUSH, BROTLI_OPERATION_FINISH } = zlib.constants;
const FINISHES = {
  keep: { gzip: Z_SYNC_FLUSH, brotli: BROTLI_OPERATION_FLUSH },
  refuse: { gzip: Z_FINISH, brotli: BROTLI_OPERATION_FINISH },
};

const unzip = promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.gunzip);
const inflate = promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.inflate);
const inflateRaw = promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.inflateRaw);
const unbrotli = promisify<Uint8Array, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress);

/** A truncated body is decoded as far as it goes, as browsers do, or refused as a bad encoding. */
export type IfTruncated = 'keep' | 'refuse';

export type Decoding = {
  readonly encoding: string | null;
  readonly bytesMax: number;
  readonly ifTruncated?: IfTruncated;
};

export async function decodeBody(
  bytes: Uint8Array,
  { encoding, bytesMax, ifTruncated = 'keep' }: Decoding,
): Promise<Result<Uint8Array, DecodeFailure>> {
  const name = (encoding ?? '').trim().toLowerCase();
  if (bytes.length === 0) return ok(bytes);
  const { gzip, brotli } = FINISHES[ifTruncated];
  const options = { maxOutputLength: bytesMax, finishFlush: gzip };
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return await attempt(() => unzip(bytes, options));
    case 'deflate':
      // With or without a zlib header: servers disagree about what "deflate" means.
      return await attempt(() => ((bytes[0] ?? 0) % 16 === 8 ? inflate(bytes, options) : inflateRaw(bytes, options)));
    case 'br':
      return await attempt(() => unbrotli(bytes, { ...options, finishFlush: brotli }));
    default:
      // Some servers put a charset or "none" there; browsers show such answers too.
      return name.includes(',') ? err({ reason: 'bad-encoding' }) : ok(bytes);
  }
}

/** For a .gz file served as such; anything else is returned unchanged. */
export async function decodeGzipFile(
  bytes: Uint8Array,
  bytesMax: number,
): Promise<Result<Uint8Array, { readonly reason: 'too-large' }>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return ok(bytes);
  const decoded = await decodeBody(bytes, { encoding: 'gzip', bytesMax });
  if (decoded.ok) return decoded;
  return decoded.error.reason === 'too-large' ? err({ reason: 'too-large' }) : ok(bytes);
}

async function attempt(decode: () => Promise<Uint8Array>): Promise<Result<Uint8Array, DecodeFailure>> {
  try {
    return ok(await decode());
  } catch (cause) {
    return err({ reason: hasCode(cause, 'ERR_BUFFER_TOO_LARGE') ? 'too-large' : 'bad-encoding' });
  }
}
