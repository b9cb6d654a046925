// The path of an address as people read it; one with broken escapes stays as it is.

export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
