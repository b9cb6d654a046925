// Checks whether a request carries one of the operator's tokens, in constant time.
import { hash, timingSafeEqual } from 'node:crypto';

export type TokenCheck = (authorization: string | undefined) => boolean;

/** Hashes are compared because they have the same length whatever is sent. */
export function createTokenCheck(tokens: readonly string[]): TokenCheck {
  const known = tokens.map(digest);
  return (authorization) => {
    const sent = /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
    if (sent === undefined) return false;
    const given = digest(sent);
    let isKnown = false;
    for (const one of known) if (timingSafeEqual(one, given)) isKnown = true;
    return isKnown;
  };
}

const digest = (token: string): Buffer => hash('sha256', token, 'buffer');
