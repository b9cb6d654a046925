// Tells whether a question carries one of the tokens that the operator gave out, in a time that tells nothing of them.
import { hash, timingSafeEqual } from 'node:crypto';

export type TokenCheck = (authorization: string | undefined) => boolean;

/** Hashes are compared: they have one length, whatever is sent. */
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
