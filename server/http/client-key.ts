// Names a client for the time of this process without keeping its address: a keyed hash, the key of which is never written down.
import { createHmac, randomBytes } from 'node:crypto';

export type NameClient = (address: string) => string;

/** `secret` is random and new with each start, so that keys mean nothing outside of the process. */
export function createClientKeys(secret: Uint8Array = randomBytes(32)): NameClient {
  return (address) => createHmac('sha256', secret).update(address).digest('base64').slice(0, 16);
}
