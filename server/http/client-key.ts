// Names a client for the time of this process without keeping its address: a hash with a secret that is never written down.
import { hash, randomBytes } from 'node:crypto';

export type NameClient = (address: string) => string;

/**
 * The secret is random and new with each start, so that names mean nothing outside of the process. It stands before the
 * address: nobody ever sees a name, so nobody can go on from one, which is what a longer construction would guard against.
 */
export function createClientKeys(secret: string = randomBytes(32).toString('base64')): NameClient {
  return (address) => hash('sha256', secret + address, 'base64url').slice(0, 16);
}
