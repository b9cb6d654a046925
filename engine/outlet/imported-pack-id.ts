// Names a rating pack that comes from a table: by its name and what it rates, so that importing it again replaces it and no other.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { RatingPack } from '../schema.ts';

const NAME_MAX = 48;
/** 40 bits: nobody has so many packs that two would meet. */
const HASH_DIGITS = 10;

/** "My ratings" → "imported-my-ratings"; what our letters and digits do not spell whole is told apart by a hash. */
export function toImportedPackId({ name, rates }: Pick<RatingPack, 'name' | 'rates'>): string {
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const spelt = (folded.match(/[a-z0-9]+/g) ?? []).join('-');
  const isWhole = spelt !== '' && spelt.length <= NAME_MAX && !/(?![a-z0-9])[\p{L}\p{N}]/u.test(folded);
  const hash = isWhole ? '' : `-${bytesToHex(sha256(utf8ToBytes(name))).slice(0, HASH_DIGITS)}`;
  // Two hyphens, which no name has: a pack may be called "Ada factuality".
  return `imported-${spelt.slice(0, NAME_MAX)}${hash}${rates === 'bias' ? '' : `--${rates}`}`;
}
