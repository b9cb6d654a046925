// Lists of words, written as people read them: in a row, with a space between. "tag+" is "tag" and "tags".

export function toWordSet(list: string): ReadonlySet<string> {
  const words = list.includes('+') ? list.replace(/(\S+)\+/g, '$1 $1s') : list;
  return new Set(words.split(' '));
}
