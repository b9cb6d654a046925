// Sixteen evenly distributed bits of a name, for splitting labelled sets in the same way in every run.

/** Another seed gives another split. */
export function foldHash(name: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 13;
  return Math.imul(hash, 0x85ebca6b) >>> 16;
}
