// The Bulgarian stemmer, given letters that it can change: it writes into the word it is given, and no string lets it.
import { stemmer } from '@orama/stemmers/bulgarian';

/** "министър", "министърът" and "министри" are "министр". */
export function stemBulgarian(word: string): string {
  const letters = [...word];
  const substring = (start: number, end: number) => letters.slice(start, end).join('');
  // All that it uses of a string.
  return stemmer(Object.assign(letters, { substring }) as unknown as string);
}
