// Whether a push comes from the hub that we subscribed at: an HMAC over the body with the subscription's secret.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** The methods of the WebSub standard. SHA-1 is still sound in an HMAC, and the largest hubs support no other. */
const METHODS = ['sha1', 'sha256', 'sha384', 'sha512'];

/** `header`: the value of X-Hub-Signature, "sha256=…". */
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
