// A cache of computed values by text, which drops those that have not been asked for in a long time.
//
// New values go into the young half. When that is full it becomes the old half, and the previous old half is dropped. A value
// found in the old half moves back into the young one. (The words of texts have a cache of their own: cluster/word-table.ts.)

/** Keeps at most `most` values. `from` is passed on to `make` and is not part of the key. */
export function remember<Value extends NonNullable<unknown> | null, Text extends string = string, From = void>(
  make: (text: Text, from: From) => Value,
  most: number,
): (text: Text, from: From) => Value {
  let young = new Map<Text, Value>();
  let old = new Map<Text, Value>();
  return (text, from) => {
    const recent = young.get(text);
    if (recent !== undefined) return recent;
    const known = old.get(text);
    const value = known === undefined ? make(text, from) : known;
    if (young.size >= most / 2) {
      old = young;
      young = new Map();
    }
    young.set(text, value);
    return value;
  };
}
