// The words under which a story is found: without case and accents, each once; the same for a headline and for a question.
import { splitWords } from '../../engine/text/split-words.ts';

export function foldWords(text: string): readonly string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  return [...new Set(splitWords(folded, 'dictionary'))];
}
