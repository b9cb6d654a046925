// Grows a typed array.

/** Returns a larger array that starts with the contents of the old one, if any. */
export function enlarge<Numbers extends Uint8Array | Uint16Array | Int32Array | Float32Array | Float64Array>(
  array: Numbers | undefined,
  larger: Numbers,
): Numbers {
  if (array) larger.set(array);
  return larger;
}
