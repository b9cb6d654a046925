// Reads a body up to a limit, counted as it comes, whatever length it declares.

/** Null when there is more. A body that is cut off rejects. */
export async function readBytes(body: ReadableStream<Uint8Array> | null, bytesMax: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop gives the rest of the body up.
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > bytesMax) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
