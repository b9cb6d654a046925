// Remembers what was made of each text, up to a number of them: for work that is asked again and again for the same few words.

export function remember<Value extends NonNullable<unknown>>(
  make: (text: string) => Value,
  max: number,
): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    if (known.size >= max) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
