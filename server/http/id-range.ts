// Which article ids a hash prefix covers: ids are the first 20 hexadecimal digits of the hash, so a prefix is a range of them.
//
// Prefix 1010 01 (6 bits) → from a4…: 1010 0100 … ▶ a4, up to and without 1010 1000 … ▶ a8.
import { type HashPrefix, LOOKUP_ALL } from '../../engine/api.ts';
import type { IdRange } from '../store/lookup-rows.ts';

const BITS_PER_DIGIT = 4;

export function toIdRange(prefix: HashPrefix): IdRange {
  if (prefix === LOOKUP_ALL) return { from: '', before: null };
  const digits = Math.ceil(prefix.length / BITS_PER_DIGIT);
  const first = Number.parseInt(prefix.padEnd(digits * BITS_PER_DIGIT, '0'), 2);
  const after = first + 2 ** (digits * BITS_PER_DIGIT - prefix.length);
  return {
    from: toDigits(first, digits),
    before: after === 16 ** digits ? null : toDigits(after, digits),
  };
}

const toDigits = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
