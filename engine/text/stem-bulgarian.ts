// Makes the library's Bulgarian stemmer work: it assigns to characters of its argument, which throws for a string.
import { stemmer } from '@orama/stemmers/bulgarian';

/** "министър", "министърът" and "министри" are "министр". */
export function stemBulgarian(word: string): string {
  const letters = [...word];
  const substring = (start: number, end: number) => letters.slice(start, end).join('');
  // The only string method it calls.
  return stemmer(Object.assign(letters, { substring }) as unknown as string);
}
