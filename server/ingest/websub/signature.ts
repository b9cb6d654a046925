// Whether what was pushed comes from the hub that we asked: an HMAC over the body with the secret of the subscription.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** The methods of the standard; as a keyed hash SHA-1 is still sound, and the largest hubs know no other. */
const METHODS = ['sha1', 'sha256', 'sha384', 'sha512'];

/** `header` is X-Hub-Signature: "sha256=…". */
export function isSigned(
  body: Uint8Array,
  { header, secret }: { readonly header: string | null; readonly secret: string },
): boolean {
  const [method = '', given = ''] = (header ?? '').trim().toLowerCase().split('=');
  if (!METHODS.includes(method) || !/^[0-9a-f]+$/.test(given)) return false;
  const wanted = createHmac(method, secret).update(body).digest();
  const sent = Buffer.from(given, 'hex');
  return sent.length === wanted.length && timingSafeEqual(sent, wanted);
}
