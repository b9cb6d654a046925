// A hash of a long text that is asked for again and again: computed anew only when the text is another.

/** The text last given is held, to compare with; comparing takes a thousandth of hashing. */
export function createKeptHash(hash: (text: string) => string): (text: string) => string {
  let last: { readonly text: string; readonly hash: string } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, hash: hash(text) };
    return last.hash;
  };
}
