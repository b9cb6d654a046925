// An answer that is ready to send: its bytes, compressed once, and a strong ETag of its content.
import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type HeaderRecord, JSON_TYPE, OPEN_TO_ALL, type Reply } from './reply.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Smaller answers gain nothing, since they fit into one packet either way. */
const GZIP_LEAST_BYTES = 1000;
/** Compressed once, on another thread, and then kept and sent for minutes. */
const GZIP_LEVEL = 6;
/**
 * Size of the compressor's output buffers, large enough to be returned to the system when freed (MALLOC_MMAP_THRESHOLD_ in
 * compose.yaml). With Node's default of 16 kB, answers of 14 kB end up in the gaps, and an eighth of the memory is wasted.
 */
const GZIP_CHUNK_BYTES = 64 * 1024;
const GZIP = { level: GZIP_LEVEL, chunkSize: GZIP_CHUNK_BYTES };

type Bytes = Uint8Array<ArrayBuffer>;

/** A large answer is kept only in compressed form, since nearly every client accepts that. */
export type ReadyAnswer = {
  /** Without quotes and without the suffix for the encoding. */
  readonly tag: string;
  readonly content:
    | { readonly encoding: 'identity'; readonly bytes: Bytes }
    | { readonly encoding: 'gzip'; readonly bytes: Bytes };
};

export function readyAnswer(value: unknown): Promise<ReadyAnswer> {
  return readyText(JSON.stringify(value));
}

/** For text that is already JSON. */
export async function readyText(json: string): Promise<ReadyAnswer> {
  const text = Buffer.from(json);
  const tag = hash('sha256', text, 'base64url').slice(0, 22);
  if (text.length < GZIP_LEAST_BYTES) return { tag, content: { encoding: 'identity', bytes: new Uint8Array(text) } };
  // Copied, because a Buffer may be a slice of a pool that it would keep alive.
  return { tag, content: { encoding: 'gzip', bytes: new Uint8Array(await compress(text, GZIP)) } };
}

/** Its bytes in memory plus an estimate for the objects around them. */
export const sizeOf = ({ content }: ReadyAnswer): number => content.bytes.byteLength + 500;

export type Sending = {
  /** Headers of the request. */
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
  /** Header of the reply. */
  readonly cacheControl: string;
};

/** 304 if the client already has it. Synchronous for clients that accept gzip. */
export function replyWith({ tag, content }: ReadyAnswer, sending: Sending): Reply | Promise<Reply> {
  const { acceptEncoding, ifNoneMatch, cacheControl } = sending;
  const isZipped = content.encoding === 'gzip' && takesGzip(acceptEncoding);
  const headers: HeaderRecord = {
    ...OPEN_TO_ALL,
    'content-type': JSON_TYPE,
    'cache-control': cacheControl,
    vary: 'accept-encoding',
    // Strong tags must differ where the bytes differ.
    etag: isZipped ? `"${tag}-gzip"` : `"${tag}"`,
  };
  if (ifNoneMatch !== undefined && names(ifNoneMatch, tag)) return { status: 304, headers, body: null };
  if (isZipped) return { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: content.bytes };
  if (content.encoding === 'identity') return { status: 200, headers, body: content.bytes };
  return decompress(content.bytes).then((bytes) => ({ status: 200, headers, body: new Uint8Array(bytes) }));
}

/** Also matches when a proxy marked the tag as weak, or the client has the other encoding. */
function names(ifNoneMatch: string, tag: string): boolean {
  return ifNoneMatch
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .some((one) => one === '*' || one === `"${tag}"` || one === `"${tag}-gzip"`);
}

/** RFC 9110, 12.5.3: listed by name or by `*`, without a weight of zero. */
export function takesGzip(acceptEncoding: string | undefined): boolean {
  if (acceptEncoding === undefined) return false;
  if (/^gzip\b(?! *;)/.test(acceptEncoding)) return true; // the form that browsers and proxies send
  let byStar = false;
  for (const part of acceptEncoding.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((one) => one.trim());
    const isWanted = !parameters.some((one) => /^q=0(?:\.0*)?$/.test(one));
    if (coding === 'gzip' || coding === 'x-gzip') return isWanted;
    if (coding === '*') byStar = isWanted;
  }
  return byStar;
}
