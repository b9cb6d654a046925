// Names a client for the lifetime of this process without keeping its address: a hash with a secret that is never written down.
import { hash, randomBytes } from 'node:crypto';

export type NameClient = (address: string) => string;

/**
 * The secret is random and new at each start, so names mean nothing outside this process. Prepending it to the address is enough:
 * the length extension attacks that an HMAC prevents need to see a hash, and no name ever leaves the process.
 */
export function createClientKeys(): NameClient {
  const secret = randomBytes(32).toString('base64');
  return (address) => hash('sha256', secret + address, 'base64url').slice(0, 16);
}
