// Parses JSON that others wrote: null for what is not JSON, which no schema of an object or list accepts.
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
