// Gives components their texts, numbers, times and names in the reader's language.
//
// Components do not use the browser's i18n API: entrypoints provide an implementation, and so do tests and the gallery.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

type Messages = typeof import('../../public/_locales/en/messages.json');

export type MessageKey = keyof Messages;
/** Keys that exist once per plural category: `articles_one`, `articles_other`. */
export type CountKey = MessageKey extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never;
export type TextKey = Exclude<MessageKey, `${string}_one` | `${string}_other` | `${string}_many`>;

export type Words = {
  /** BCP 47. */
  readonly locale: string;
  readonly text: (key: TextKey, ...values: string[]) => string;
  /** The plural form for `n`. `$1` is the number, `values` fill $2 and so on. */
  readonly count: (key: CountKey, n: number, ...values: string[]) => string;
  readonly number: (n: number) => string;
  readonly percent: (whole: number) => string;
  readonly time: (at: number) => string;
  readonly day: (at: number) => string;
  /** The date of a rating or pack, as precise as given: "2025", "2024-05", "2026-05-31". */
  readonly date: (given: string) => string;
  /** For use in a sentence: "14 minutes ago". `at` is in epoch milliseconds. */
  readonly ago: (at: number) => string;
  /** Short form: "3 h". */
  readonly age: (at: number) => string;
  readonly country: (code: string) => string;
  readonly language: (code: string) => string;
  readonly list: (items: readonly string[]) => string;
  /** "15, 16 or 18". */
  readonly either: (items: readonly string[]) => string;
};

const WordsContext = createContext<Words | null>(null);

export const WordsProvider = WordsContext.Provider;

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('A component was drawn outside of WordsProvider.');
  return words;
}
