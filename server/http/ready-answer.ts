// An answer made ready for sending: its bytes, compressed once, and a strong ETag of what they say.
import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type HeaderRecord, JSON_TYPE, OPEN_TO_ALL, type Reply } from './reply.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Smaller answers gain nothing: they fit into one packet either way. */
const GZIP_LEAST_BYTES = 1000;
/** Compressed once, on a thread of its own, and then kept and sent for minutes. */
const GZIP_LEVEL = 6;
/**
 * Bytes that the compressor writes into, which are given back as a whole when it is done (MALLOC_MMAP_THRESHOLD_ in
 * compose.yaml). With Node's own 16 kB, answers of 14 kB come to lie in the gaps, and an eighth of the memory is lost between them.
 */
const GZIP_CHUNK_BYTES = 64 * 1024;
const GZIP = { level: GZIP_LEVEL, chunkSize: GZIP_CHUNK_BYTES };

type Bytes = Uint8Array<ArrayBuffer>;

/** A large answer is kept compressed only, since nearly every client takes it so. */
export type ReadyAnswer = {
  /** Without quotes and without the mark of the encoding. */
  readonly tag: string;
  readonly content:
    | { readonly encoding: 'identity'; readonly bytes: Bytes }
    | { readonly encoding: 'gzip'; readonly bytes: Bytes };
};

export function readyAnswer(value: unknown): Promise<ReadyAnswer> {
  return readyText(JSON.stringify(value));
}

/** Of JSON that is written already. */
export async function readyText(json: string): Promise<ReadyAnswer> {
  const text = Buffer.from(json);
  const tag = hash('sha256', text, 'base64url').slice(0, 22);
  if (text.length < GZIP_LEAST_BYTES) return { tag, content: { encoding: 'identity', bytes: new Uint8Array(text) } };
  // Copied, because a Buffer may be a slice of a pool that it would keep alive.
  return { tag, content: { encoding: 'gzip', bytes: new Uint8Array(await compress(text, GZIP)) } };
}

/** Bytes that it takes up in memory, with what the objects around it take. */
export const sizeOf = ({ content }: ReadyAnswer): number => content.bytes.byteLength + 500;

export type Asked = { readonly acceptEncoding: string | undefined; readonly ifNoneMatch: string | undefined };

/** 304 where the client has it already. Never a promise for those who take gzip. */
export function replyWith(answer: ReadyAnswer, asked: Asked, cacheControl: string): Reply | Promise<Reply> {
  const { tag, content } = answer;
  const isZipped = content.encoding === 'gzip' && takesGzip(asked.acceptEncoding);
  const headers: HeaderRecord = {
    ...OPEN_TO_ALL,
    'content-type': JSON_TYPE,
    'cache-control': cacheControl,
    vary: 'accept-encoding',
    // Strong tags differ where the bytes differ.
    etag: isZipped ? `"${tag}-gzip"` : `"${tag}"`,
  };
  if (asked.ifNoneMatch !== undefined && names(asked.ifNoneMatch, tag)) return { status: 304, headers, body: null };
  if (isZipped) return { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: content.bytes };
  if (content.encoding === 'identity') return { status: 200, headers, body: content.bytes };
  return decompress(content.bytes).then((bytes) => ({ status: 200, headers, body: new Uint8Array(bytes) }));
}

/** Also when a proxy has marked the tag as weak, or holds the other encoding. */
function names(ifNoneMatch: string, tag: string): boolean {
  return ifNoneMatch
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .some((one) => one === '*' || one === `"${tag}"` || one === `"${tag}-gzip"`);
}

/** RFC 9110, 12.5.3: named itself or by the star, and not with the weight zero. */
export function takesGzip(acceptEncoding: string | undefined): boolean {
  if (acceptEncoding === undefined) return false;
  if (/^gzip\b(?! *;)/.test(acceptEncoding)) return true; // as browsers and proxies write it
  let byStar = false;
  for (const part of acceptEncoding.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((one) => one.trim());
    const isWanted = !parameters.some((one) => /^q=0(?:\.0*)?$/.test(one));
    if (coding === 'gzip' || coding === 'x-gzip') return isWanted;
    if (coding === '*') byStar = isWanted;
  }
  return byStar;
}
