// An encoder without a model: trigrams hashed into a vector of random signs. It exercises the dense channel only.
//
// Titles are similar if they share trigrams, which tolerates other endings and spellings ("Minister", "Ministerin") but knows no
// meaning.
import type { Encoder } from '../../engine/ports.ts';
import { err, ok } from '../../engine/result.ts';

const DIMENSIONS = 128;

export function createHashedEncoder(): Encoder {
  return {
    id: `hashed:${DIMENSIONS}`,
    dimensions: DIMENSIONS,
    encode: async (texts, signal) => (signal.aborted ? err({ reason: 'aborted' }) : ok(texts.map(toVector))),
  };
}

function toVector(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  const letters = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  for (let start = 0; start + 3 <= letters.length; start++) {
    let hash = 0x811c9dc5;
    for (let i = start; i < start + 3; i++) hash = Math.imul(hash ^ letters.charCodeAt(i), 0x01000193);
    // Each trigram adds +1 or −1 in four places: a random projection, which roughly preserves angles.
    for (let n = 0; n < 4; n++) {
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
      const place = (hash >>> 8) % DIMENSIONS;
      vector[place] = (vector[place] ?? 0) + (hash & 1 ? 1 : -1);
    }
  }
  return vector;
}
