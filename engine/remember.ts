// Remembers what was made of each text, and forgets what nobody has asked for for long: for work that is asked again and again.
//
// What is made goes to a young half; when it is full it becomes the old half, and what was old is forgotten. What is asked
// for in the old half comes back into the young one. (Of words in texts, see cluster/word-table.ts.)

/** `from`: what else `make` needs; the text alone says whether the same was made before. At most `most` are kept. */
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
