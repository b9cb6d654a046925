// Reads a response's body up to a limit on the decompressed size, whatever length it declares.
import { err, ok, type Result } from '../../engine/result.ts';

type BodyTooLarge = { readonly reason: 'too-large' };

/** Rejects on network errors and aborts, like `response.arrayBuffer()`. */
export async function readBody(response: Response, bytesMax: number): Promise<Result<Uint8Array, BodyTooLarge>> {
  if (response.body === null) return ok(new Uint8Array());
  const body = await readStream(response.body, bytesMax);
  if (!body.ok || !isGzip(body.value)) return body;
  // A .gz file served as such: the browser decodes Content-Encoding only.
  const unzipped = new Blob([body.value]).stream().pipeThrough(new DecompressionStream('gzip'));
  try {
    return await readStream(unzipped, bytesMax);
  } catch {
    return body;
  }
}

function isGzip([a, b]: Uint8Array): boolean {
  return a === 0x1f && b === 0x8b;
}

async function readStream(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  bytesMax: number,
): Promise<Result<Uint8Array<ArrayBuffer>, BodyTooLarge>> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.byteLength;
    if (length > bytesMax) {
      void reader.cancel().catch(() => {});
      return err({ reason: 'too-large' });
    }
    chunks.push(read.value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return ok(bytes);
}
