// The path of a URL as people read it: percent escapes decoded where they are valid, slashes at its ends removed.

/** A path with invalid escapes is returned as it is. */
export function decodePath(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A loop, because a pattern takes quadratic time on a long run of slashes. */
export function trimSlashes(path: string): string {
  let end = path.length;
  while (path.charCodeAt(end - 1) === 0x2f) end -= 1;
  return path.slice(0, end);
}
