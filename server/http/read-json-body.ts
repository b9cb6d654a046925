// Reads a question's JSON body with a limit on its bytes, whatever length it declares.
import { err, ok, type Result } from '../../engine/result.ts';

export type BodyError = { readonly reason: 'too-large' } | { readonly reason: 'not-json' } | { readonly reason: 'cut' };

export async function readJsonBody(request: Request, bytesMax: number): Promise<Result<unknown, BodyError>> {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) return err({ reason: 'too-large' });
  const bytes = await readBytes(request, bytesMax);
  if (!bytes.ok) return bytes;
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value)));
  } catch {
    return err({ reason: 'not-json' });
  }
}

async function readBytes(request: Request, bytesMax: number): Promise<Result<Uint8Array, BodyError>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  try {
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      length += part.value.byteLength;
      if (length > bytesMax) {
        await reader?.cancel();
        return err({ reason: 'too-large' });
      }
      chunks.push(part.value);
    }
  } catch {
    return err({ reason: 'cut' }); // the client went away
  }
  return ok(Buffer.concat(chunks, length));
}
