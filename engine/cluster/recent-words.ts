// Remembers what is known under some texts, and forgets those that nobody has asked for for long (of words, see word-table.ts).
//
// Words are added to a young half; when it is full it becomes the old half, and what was old is forgotten. A word that is
// met in the old half comes back into the young one.

export type RecentWords<T extends object> = {
  readonly get: (word: string) => T | undefined;
  readonly set: (word: string, known: T) => void;
  readonly clear: () => void;
};

export function createRecentWords<T extends object>(half: number): RecentWords<T> {
  let young = new Map<string, T>();
  let old = new Map<string, T>();

  function set(word: string, known: T): void {
    if (young.size >= half) {
      old = young;
      young = new Map();
    }
    young.set(word, known);
  }

  return {
    get(word) {
      const recent = young.get(word);
      if (recent || old.size === 0) return recent;
      const known = old.get(word);
      if (known) set(word, known);
      return known;
    },
    set,
    clear() {
      young = new Map();
      old = new Map();
    },
  };
}
