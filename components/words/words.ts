// How components get their words: text by key, numbers, times and names, all in the reader's language.
//
// The browser's i18n API stays outside: an entrypoint puts the real words in, tests and the gallery their own.
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
  /** The form for `n`; `$1` is the number, further values follow. */
  readonly count: (key: CountKey, n: number, ...values: string[]) => string;
  readonly number: (n: number) => string;
  readonly percent: (whole: number) => string;
  readonly time: (at: number) => string;
  readonly day: (at: number) => string;
  /** Of a rating or a pack, as exact as it is given: "2025", "2024-05", "2026-05-31". */
  readonly date: (given: string) => string;
  /** As part of a sentence: "14 minutes ago". */
  readonly ago: (at: number) => string;
  /** As a mark: "3 h". */
  readonly age: (at: number) => string;
  readonly country: (code: string) => string;
  readonly language: (code: string) => string;
  readonly list: (items: readonly string[]) => string;
};

const WordsContext = createContext<Words | null>(null);

export const WordsProvider = WordsContext.Provider;

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('A component was drawn outside of WordsProvider.');
  return words;
}
