// The path of an address as people read it: escapes decoded where they can be, strokes at its end left out.

/** One with broken escapes stays as it is. */
export function decodePath(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** No pattern, because a page may have any number of them. */
export function trimSlashes(path: string): string {
  let end = path.length;
  while (path.charCodeAt(end - 1) === 0x2f) end -= 1;
  return path.slice(0, end);
}
