// FNV-1a in 32 bits, by UTF-16 units: for telling words and texts apart where rare collisions do no harm.

export const FNV_START = 0x811c9dc5;
export const FNV_PRIME = 0x01000193;

export function hashText(text: string): number {
  let hash = FNV_START;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash | 0;
}
