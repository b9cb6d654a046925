// The words that a story is searched by: distinct, without case and accents; the same for headlines and queries.
import { splitWords } from '../../engine/text/split-words.ts';

export function foldWords(text: string): readonly string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  return [...new Set(splitWords(folded, 'dictionary'))];
}
