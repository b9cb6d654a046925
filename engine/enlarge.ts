// For typed arrays that grow as they are filled.

/** The larger array, begun with what the other holds, where there is one. */
export function enlarge<Numbers extends Uint8Array | Uint16Array | Int32Array | Float32Array | Float64Array>(
  array: Numbers | undefined,
  larger: Numbers,
): Numbers {
  if (array) larger.set(array);
  return larger;
}
