// Word lists, written in the source as words with single spaces between, so no phrases. "tag+" stands for "tag" and "tags".

export function toWordSet(list: string): ReadonlySet<string> {
  const words = list.includes('+') ? list.replace(/(\S+)\+/g, '$1 $1s') : list;
  return new Set(words.split(' '));
}
