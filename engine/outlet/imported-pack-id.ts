// The id of a rating pack imported from a table, from its name and what it rates: importing it again replaces it and no other pack.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { RatingPack } from '../schema.ts';

const NAME_MAX = 48;
/** Hexadecimal digits of the hash: 40 bits, no collisions among any user's packs. */
const HASH_DIGITS = 10;

/** "My ratings" → "imported-my-ratings"; a name that is too long or not spelt with a–z and 0–9 gets a hash. */
export function toImportedPackId({ name, rates }: Pick<RatingPack, 'name' | 'rates'>): string {
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const spelt = (folded.match(/[a-z0-9]+/g) ?? []).join('-');
  const isWhole = spelt !== '' && spelt.length <= NAME_MAX && !/(?![a-z0-9])[\p{L}\p{N}]/u.test(folded);
  const hash = isWhole ? '' : `-${bytesToHex(sha256(utf8ToBytes(name))).slice(0, HASH_DIGITS)}`;
  // Two hyphens, which no name contains: a pack may be called "Ada factuality".
  return `imported-${spelt.slice(0, NAME_MAX)}${hash}${rates === 'bias' ? '' : `--${rates}`}`;
}
