// Lists of words, written as people read them: in a row, with a space between.

export function toWordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
