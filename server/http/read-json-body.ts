// Reads a request's JSON body with a limit on its bytes, whatever length it declares.
import { err, ok, type Result } from '../../engine/result.ts';
import { readBytes } from '../read-bytes.ts';

export type BodyError = { readonly reason: 'too-large' } | { readonly reason: 'not-json' } | { readonly reason: 'cut' };

export async function readJsonBody(request: Request, bytesMax: number): Promise<Result<unknown, BodyError>> {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) return err({ reason: 'too-large' });
  const bytes = await readBytes(request.body, bytesMax).catch(() => undefined);
  if (bytes === undefined) return err({ reason: 'cut' }); // the client disconnected
  if (bytes === null) return err({ reason: 'too-large' });
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return err({ reason: 'not-json' });
  }
}
