// Adds to and removes from short lists by replacing them, which saves memory: a window has a list or two for every third article.
//
// V8 gives an array that grows, by `push` or by a spread with something after it, room for 17 elements from its second on:
// 184 bytes where a list of three takes 40. `toSpliced`, `slice` and `concat` make arrays without spare room.

export function withLast<T>(list: readonly T[], item: T): T[] {
  return list.toSpliced(list.length, 0, item);
}

/** `item` must be in it. */
export function without<T>(list: readonly T[], item: T): T[] {
  return list.toSpliced(list.indexOf(item), 1);
}
